import type { CharSpan, Overlap } from '../../domain/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import { tokensIn } from '../words/account-words.ts';
import { quotedSpans } from './quoted.ts';

/** So many words running, found in the other account's own wording too, are shared wording. */
const gramLength = 4;

/** An account's own words in order, quotations and titles left out. A gram never runs over what was left out, nor from one block into the next. */
type OwnWording = {
  readonly account: Account;
  /** The tokens with which a block begins. */
  readonly blockStarts: ReadonlySet<number>;
  /** Indices of tokens. */
  readonly at: readonly number[];
  /** Numbers of grams by place in `at`; -1 where no gram starts. */
  readonly grams: readonly number[];
};

function ownWording(account: Account, numberOf: (gram: string) => number): OwnWording {
  const { doc, words } = account;
  const left = new Uint8Array(doc.tokens.length);
  for (const span of [
    ...quotedSpans(account),
    ...doc.article.blocks.filter(({ kind }) => kind === 'title'),
  ]) {
    const { from, to } = tokensIn(doc, span);
    left.fill(1, from, to);
  }
  const blockStarts = new Set(
    doc.sentences.flatMap(({ to, block }, index) => (doc.sentences[index + 1]?.block === block ? [] : [to])),
  );
  const isBroken = (first: number, last: number): boolean => {
    for (let index = first + 1; index <= last; index++)
      if (left[index] || blockStarts.has(index)) return true;
    return false;
  };
  const at = words.flatMap((keys, index) => (keys !== null && !left[index] ? [index] : []));
  const grams = at.map((first, place) => {
    const last = at[place + gramLength - 1];
    if (last === undefined || isBroken(first, last)) return -1;
    const forms = at.slice(place, place + gramLength).map(index => words[index]!.form);
    return numberOf(forms.join(' '));
  });
  return { account, blockStarts, at, grams };
}

function sharedPassages({ account, blockStarts, at, grams }: OwnWording, isShared: Uint8Array) {
  const covered = new Uint8Array(at.length);
  for (const [place, gram] of grams.entries())
    if (gram >= 0 && isShared[gram]) covered.fill(1, place, place + gramLength);
  const spans: CharSpan[] = [];
  let start = -1;
  for (let place = 0; place <= at.length; place++) {
    const isCovered = place < at.length && covered[place] === 1;
    if (start >= 0 && place > start && (!isCovered || blockStarts.has(at[place]!))) {
      spans.push({
        start: account.doc.tokens[at[start]!]!.start,
        end: account.doc.tokens[at[place - 1]!]!.end,
      });
      start = -1;
    }
    if (isCovered && start < 0) start = place;
  }
  return { spans, share: covered.reduce((sum, one) => sum + one, 0) / Math.max(1, at.length) };
}

/** How much of each account's own wording every other account has: ordered pairs, by account and then by the other. */
export function overlapsOf(accounts: readonly Account[]): Overlap[] {
  const numbers = new Map<string, number>();
  const numberOf = (gram: string): number => {
    if (!numbers.has(gram)) numbers.set(gram, numbers.size);
    return numbers.get(gram)!;
  };
  const wordings = accounts.map(account => ownWording(account, numberOf));
  const gramsOf = wordings.map(({ grams }) => {
    const has = new Uint8Array(numbers.size);
    for (const gram of grams) if (gram >= 0) has[gram] = 1;
    return has;
  });
  return wordings.flatMap((wording, index) =>
    wordings.flatMap((other, otherIndex) => {
      if (index === otherIndex) return [];
      const { spans, share } = sharedPassages(wording, gramsOf[otherIndex]!);
      return [
        {
          articleId: wording.account.articleId,
          foundIn: other.account.articleId,
          share: Math.round(share * 1000) / 1000,
          passages: spans.map(span => passageOf(wording.account, span)),
        },
      ];
    }),
  );
}
