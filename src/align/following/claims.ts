import { type CharSpan, type Claim, type Story, textOf } from '../../domain/index.ts';

/** What is compared of a telling: its place, and its words where its article has another version. */
type Told = CharSpan & { readonly claim: number; readonly words: readonly string[] };

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
  const toldBefore = tellingsByArticle(before.claims, textsBefore);
  const pairs = new Map<number, Pair>();
  for (const [articleId, own] of tellingsByArticle(after.claims, textsAfter)) {
    const isSame = textsBefore.get(articleId) === textsAfter.get(articleId);
    for (const old of toldBefore.get(articleId) ?? [])
      for (const telling of own) {
        const shared = isSame ? sharedPlace(old, telling) : sharedWords(old.words, telling.words);
        if (shared === 0) continue;
        const key = old.claim * after.claims.length + telling.claim;
        const strength = (pairs.get(key)?.strength ?? 0) + shared;
        pairs.set(key, { before: old.claim, after: telling.claim, strength });
      }
  }
  return [...pairs.values()].sort(
    (a, b) => b.strength - a.strength || a.before - b.before || a.after - b.after,
  );
}

const textsOf = ({ accounts }: Story): ReadonlyMap<string, string> =>
  new Map(accounts.map(({ article }) => [article.id, article.text]));

function tellingsByArticle(
  claims: readonly Claim[],
  texts: ReadonlyMap<string, string>,
): Map<string, (Told & { readonly articleId: string })[]> {
  const told = claims.flatMap(({ tellings }, claim) =>
    tellings.map(({ articleId, start, end }) => {
      const words = wordsOf(textOf(texts.get(articleId) ?? '', { start, end }));
      return { articleId, start, end, claim, words };
    }),
  );
  return Map.groupBy(told, ({ articleId }) => articleId);
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
