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
  /** By place in `at`; null where no gram starts. */
  readonly grams: readonly (string | null)[];
};

function ownWording(account: Account): OwnWording {
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
    if (last === undefined || isBroken(first, last)) return null;
    return at
      .slice(place, place + gramLength)
      .map(index => words[index]!.form)
      .join(' ');
  });
  return { account, blockStarts, at, grams };
}

function sharedPassages({ account, blockStarts, at, grams }: OwnWording, others: ReadonlySet<string>) {
  const covered = new Uint8Array(at.length);
  for (const [place, gram] of grams.entries())
    if (gram !== null && others.has(gram)) covered.fill(1, place, place + gramLength);
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
  const wordings = accounts.map(ownWording);
  const gramSets = wordings.map(({ grams }) => new Set(grams.filter(gram => gram !== null)));
  return wordings.flatMap((wording, index) =>
    wordings.flatMap((other, otherIndex) => {
      if (index === otherIndex) return [];
      const { spans, share } = sharedPassages(wording, gramSets[otherIndex]!);
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
