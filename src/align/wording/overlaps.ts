import type { Overlap, TokenSpan } from '../../domain/index.ts';
import { type Account, passageOf, spanOf } from '../accounts.ts';
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

/** Runs of shared grams, as places in `at`; two that meet are one, but not over the edge of a block. */
function sharedRuns({ blockStarts, at, grams }: OwnWording, isShared: Uint8Array): TokenSpan[] {
  const runs: { from: number; to: number }[] = [];
  for (let place = 0; place < grams.length; place++) {
    if (grams[place]! < 0 || !isShared[grams[place]!]) continue;
    const last = runs.at(-1);
    const goesOn = last && (place < last.to || (place === last.to && !blockStarts.has(at[place]!)));
    if (goesOn) last.to = place + gramLength;
    else runs.push({ from: place, to: place + gramLength });
  }
  return runs;
}

function sharedPassages(wording: OwnWording, isShared: Uint8Array) {
  const { account, at } = wording;
  const runs = sharedRuns(wording, isShared);
  const passages = runs.map(({ from, to }) =>
    passageOf(account, spanOf(account.doc, { from: at[from]!, to: at[to - 1]! + 1 })),
  );
  const shared = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    passages,
    publicShare: 0,
    publicPassages: [],
    share: Math.round((1000 * shared) / Math.max(1, at.length)) / 1000,
  };
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
      const shared = sharedPassages(wording, gramsOf[otherIndex]!);
      return [{ articleId: wording.account.articleId, foundIn: other.account.articleId, ...shared }];
    }),
  );
}
