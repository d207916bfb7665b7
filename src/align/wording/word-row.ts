import { hashText, mix } from '../../learn/index.ts';
import type { Account } from '../accounts.ts';
import { tokensIn } from '../words/account-words.ts';
import { headingsAndPosts } from './quoted.ts';

/** So many words running, found in two accounts, are a seed that is then followed as far as the two agree. */
export const seedLength = 5;

/** A run of places in a row. */
export type Places = { readonly from: number; readonly to: number };

/** An account's words in order, punctuation left out; a place is an index into them. */
export type WordRow = {
  readonly account: Account;
  /** Indices of tokens. */
  readonly at: readonly number[];
  readonly forms: readonly string[];
  /** The number of the seed that starts at each place: the same in every account; -1 where too few words are left. */
  readonly seedAt: readonly number[];
  /** The first place at which each seed stands, by its number; the next ones are in `nextAt`. */
  readonly seeds: ReadonlyMap<number, number>;
  /** For each place, the next at which the same seed stands; -1 for none. */
  readonly nextAt: Int32Array;
  /** 1 for what the account itself sets apart: quotations, titles, posts, words in the first person. */
  readonly marked: Uint8Array;
  /** 1 for credits to other outlets. */
  readonly crediting: Uint8Array;
  /** The block of each place, by index into the article's. */
  readonly blockAt: readonly number[];
  readonly sentences: readonly Places[];
  readonly blocks: readonly Places[];
};

/** Linear in the words. */
export function wordRowOf(account: Account): WordRow {
  const { doc, words } = account;
  const at = words.flatMap((keys, index) => (keys === null ? [] : [index]));
  const forms = at.map(index => words[index]!.form);
  const seedAt = seedsOf(forms);
  const blockOfToken = new Int32Array(doc.tokens.length);
  for (const { from, to, block } of doc.sentences) blockOfToken.fill(block, from, to);
  const [marked, crediting] = [markedTokens(account), creditingTokens(account)];
  const placesIn = ({ from, to }: Places): Places => ({ from: placeOf(at, from), to: placeOf(at, to) });
  return {
    account,
    at,
    forms,
    seedAt,
    ...chained(seedAt),
    marked: Uint8Array.from(at, index => marked[index]!),
    crediting: Uint8Array.from(at, index => crediting[index]!),
    blockAt: at.map(index => blockOfToken[index]!),
    sentences: doc.sentences.map(placesIn),
    blocks: doc.article.blocks.map(block => placesIn(tokensIn(doc, block))),
  };
}

/** A hash of 52 bits: two runs of words that are not the same have one number less than once in a thousand million stories. */
function seedsOf(forms: readonly string[]): number[] {
  const hashes = forms.map(form => hashText(form));
  return hashes.map((_, place) => {
    if (place + seedLength > hashes.length) return -1;
    let high = 1;
    let low = 2;
    for (let offset = 0; offset < seedLength; offset++) {
      high = mix(high, hashes[place + offset]!);
      low = mix(low, Math.imul(hashes[place + offset]!, 0x85ebca6b));
    }
    return (high >>> 6) * 0x4000000 + (low >>> 6);
  });
}

function chained(seedAt: readonly number[]): Pick<WordRow, 'seeds' | 'nextAt'> {
  const seeds = new Map<number, number>();
  const nextAt = new Int32Array(seedAt.length).fill(-1);
  for (let place = seedAt.length - 1; place >= 0; place--) {
    const seed = seedAt[place]!;
    if (seed < 0) continue;
    nextAt[place] = seeds.get(seed) ?? -1;
    seeds.set(seed, place);
  }
  return { seeds, nextAt };
}

/** The first place at or after a token. */
function placeOf(at: readonly number[], token: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

const firstPerson = /^(?:I|me|my|mine|myself|we|us|our|ours|ourselves)$/i;

/** "I told this committee": outside quotation marks too, a sentence in the first person is a speaker's. */
const isInFirstPerson = ({ doc, text }: Account, from: number, to: number, marked: Uint8Array): boolean =>
  doc.tokens.slice(from, to).some(({ start, end, upos }, offset) => {
    if (upos !== 'PRON' || marked[from + offset] !== 0) return false;
    const word = text.slice(start, end);
    return word !== 'US' && firstPerson.test(word);
  });

function markedTokens(account: Account): Uint8Array {
  const { doc } = account;
  const tokens = new Uint8Array(doc.tokens.length);
  for (const span of [...account.quoted, ...headingsAndPosts(account)]) {
    const { from, to } = tokensIn(doc, span);
    tokens.fill(1, from, to);
  }
  for (const { from, to } of doc.sentences)
    if (isInFirstPerson(account, from, to, tokens)) tokens.fill(1, from, to);
  return tokens;
}

function creditingTokens({ doc, reading }: Account): Uint8Array {
  const tokens = new Uint8Array(doc.tokens.length);
  for (const { span } of reading.credits) {
    if (!span) continue;
    const { from, to } = tokensIn(doc, span);
    tokens.fill(1, from, to);
  }
  return tokens;
}
