import { type CharSpan, type Passage, type Story, textOf } from '../../domain/index.ts';

/** A telling with the place of its claim in the story. */
type Told = Passage & { readonly claim: number };

type Pair = { readonly before: number; readonly after: number; readonly strength: number };

/** Tellings in two versions of an article that share less of their words are not the same. */
const leastWords = 0.5;

/**
 * As which claim of `before` each claim of `after` goes on, by id: one to one, and none for a claim that is new. Claims go on where
 * they share tellings: the same place of the same article, or the same words where the article has a new version. Who shares
 * most comes first. Costs a comparison for each two tellings of one article.
 */
export function followClaims(before: Story, after: Story): ReadonlyMap<string, string> {
  const goesOn = new Map<string, string>();
  const taken = new Set<number>();
  for (const pair of sharingPairs(before, after)) {
    const { id } = after.claims[pair.after]!;
    if (goesOn.has(id) || taken.has(pair.before)) continue;
    taken.add(pair.before);
    goesOn.set(id, before.claims[pair.before]!.id);
  }
  return goesOn;
}

/** Every two claims that share a telling, those that share most first. */
function sharingPairs(before: Story, after: Story): Pair[] {
  const [textsBefore, textsAfter] = [textsOf(before), textsOf(after)];
  const toldBefore = tellingsByArticle(before);
  const pairs = new Map<number, Pair>();
  for (const [articleId, own] of tellingsByArticle(after)) {
    const [textBefore, text] = [textsBefore.get(articleId) ?? '', textsAfter.get(articleId) ?? ''];
    const old = toldBefore.get(articleId) ?? [];
    const share = textBefore === text ? sharedPlace : shareOfWords(old, textBefore, own, text);
    for (const telling of old)
      for (const other of own) {
        const shared = share(telling, other);
        if (shared === 0) continue;
        const key = telling.claim * after.claims.length + other.claim;
        const strength = (pairs.get(key)?.strength ?? 0) + shared;
        pairs.set(key, { before: telling.claim, after: other.claim, strength });
      }
  }
  return [...pairs.values()].sort(
    (a, b) => b.strength - a.strength || a.before - b.before || a.after - b.after,
  );
}

const textsOf = ({ accounts }: Story): ReadonlyMap<string, string> =>
  new Map(accounts.map(({ article }) => [article.id, article.text]));

const tellingsByArticle = ({ claims }: Story): Map<string, Told[]> =>
  Map.groupBy(
    claims.flatMap(({ tellings }, claim) => tellings.map(telling => ({ ...telling, claim }))),
    ({ articleId }) => articleId,
  );

/** Compares tellings of two versions of an article by their words, each read once. */
function shareOfWords(
  before: readonly Told[],
  textBefore: string,
  after: readonly Told[],
  text: string,
): (a: Told, b: Told) => number {
  const wordsBefore = new Map(before.map(telling => [telling, wordsOf(textOf(textBefore, telling))]));
  const words = new Map(after.map(telling => [telling, wordsOf(textOf(text, telling))]));
  return (a, b) => sharedWords(wordsBefore.get(a)!, words.get(b)!);
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** 0 to 1: what two spans have in common, of what either has. */
function sharedPlace(a: CharSpan, b: CharSpan): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Dice's coefficient of two bags of words; 0 where it is too little to tell. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(word, count - 1);
  }
  const share = (2 * common) / Math.max(1, a.length + b.length);
  return share < leastWords ? 0 : share;
}
