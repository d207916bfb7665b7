import type { Account } from '../accounts.ts';
import { tokensIn } from '../words/account-words.ts';
import { headingsAndPosts } from './quoted.ts';
import type { WordRow } from './shared-runs.ts';

/** So many words running that stand in a quotation are known again where another account gives them without marks. */
const gramLength = 5;

/** What of a row's words is not the outlet's own prose, by place. */
export type PublicWords = {
  /** What the account itself sets apart: quotations, titles, posts, words in the first person. */
  readonly marked: Uint8Array;
  /** What it sets apart, and what it gives without marks but others quote: a transcript, a memo set as paragraphs. */
  readonly all: Uint8Array;
  /** Credits to other outlets: neither prose nor public words. */
  readonly crediting: Uint8Array;
};

/** Whether the one credits the other: what it quotes of the other's own prose is then an excerpt of that prose. */
export type Credits = (from: Account, to: Account) => boolean;

const firstPerson = /^(?:I|me|my|mine|myself|we|us|our|ours|ourselves)$/i;

/** "I told this committee": outside quotation marks too, a sentence in the first person is a speaker's. */
const isInFirstPerson = ({ doc, text }: Account, from: number, to: number, marked: Uint8Array): boolean =>
  doc.tokens.slice(from, to).some(({ start, end, upos }, offset) => {
    const word = text.slice(start, end);
    return marked[from + offset] === 0 && upos === 'PRON' && word !== 'US' && firstPerson.test(word);
  });

function markedWords(row: WordRow): Uint8Array {
  const { account, at } = row;
  const { doc } = account;
  const tokens = new Uint8Array(doc.tokens.length);
  for (const span of [...account.quoted, ...headingsAndPosts(account)]) {
    const { from, to } = tokensIn(doc, span);
    tokens.fill(1, from, to);
  }
  for (const { from, to } of doc.sentences)
    if (isInFirstPerson(account, from, to, tokens)) tokens.fill(1, from, to);
  return Uint8Array.from(at, index => tokens[index]!);
}

function creditingWords({ account, at }: WordRow): Uint8Array {
  const tokens = new Uint8Array(account.doc.tokens.length);
  for (const { span } of account.reading.credits) {
    if (!span) continue;
    const { from, to } = tokensIn(account.doc, span);
    tokens.fill(1, from, to);
  }
  return Uint8Array.from(at, index => tokens[index]!);
}

const gramAt = ({ forms }: WordRow, place: number): string =>
  forms.subarray(place, place + gramLength).join(' ');

/** Which accounts quote each run of words. */
function quotersOf(marked: ReadonlyMap<WordRow, Uint8Array>): Map<string, Set<Account>> {
  const quoters = new Map<string, Set<Account>>();
  for (const [row, own] of marked) {
    let length = 0;
    for (let end = 1; end <= own.length; end++) {
      length = own[end - 1] === 1 ? length + 1 : 0;
      if (length < gramLength) continue;
      const gram = gramAt(row, end - gramLength);
      quoters.set(gram, (quoters.get(gram) ?? new Set()).add(row.account));
    }
  }
  return quoters;
}

/** A sentence, then a block, of which so much is known to be public is public as a whole: who quotes seldom quotes all. */
const mostly = 0.5;

function spread(words: Uint8Array, marked: Uint8Array, units: readonly { from: number; to: number }[]): void {
  for (const { from, to } of units) {
    let unmarked = 0;
    let echoed = 0;
    for (let place = from; place < to; place++)
      if (marked[place] === 0) {
        unmarked++;
        echoed += words[place]!;
      }
    if (echoed > 0 && echoed >= mostly * unmarked) words.fill(1, from, to);
  }
}

/** A run of the tokens of a doc as places in the row. */
function unitsOf({ account, at }: WordRow): Record<'sentences' | 'blocks', { from: number; to: number }[]> {
  const placeOf = (token: number): number => {
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at[middle]! < token) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const places = ({ from, to }: { from: number; to: number }) => ({ from: placeOf(from), to: placeOf(to) });
  const { doc } = account;
  return {
    sentences: doc.sentences.map(places),
    blocks: doc.article.blocks.map(block => places(tokensIn(doc, block))),
  };
}

/** Finds the public words of every account: what it sets apart, and what others than those who credit it quote. Near linear. */
export function publicWordsOf(rows: readonly WordRow[], credits: Credits): Map<WordRow, PublicWords> {
  const marked = new Map(rows.map(row => [row, markedWords(row)] as const));
  const quoters = quotersOf(marked);
  return new Map(
    rows.map(row => {
      const own = marked.get(row)!;
      const all = own.slice();
      for (let place = 0; place + gramLength <= own.length; place++) {
        const by = quoters.get(gramAt(row, place));
        if (by && [...by].some(account => account !== row.account && !credits(account, row.account)))
          all.fill(1, place, place + gramLength);
      }
      const { sentences, blocks } = unitsOf(row);
      spread(all, own, sentences);
      spread(all, own, blocks);
      return [row, { marked: own, all, crediting: creditingWords(row) }] as const;
    }),
  );
}
