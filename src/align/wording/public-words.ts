import type { Account } from '../accounts.ts';
import { type Places, seedLength, type WordRow } from './word-row.ts';

/** Whether the one credits the other: what it quotes of the other's own prose is then an excerpt of that prose. */
export type Credits = (from: Account, to: Account) => boolean;

/** Which accounts quote each seed. */
function quotersOf(rows: readonly WordRow[]): Map<number, Set<Account>> {
  const quoters = new Map<number, Set<Account>>();
  for (const { account, marked, seedAt } of rows) {
    let length = 0;
    for (let end = 1; end <= marked.length; end++) {
      length = marked[end - 1] === 1 ? length + 1 : 0;
      if (length < seedLength) continue;
      const seed = seedAt[end - seedLength]!;
      const known = quoters.get(seed);
      if (known) known.add(account);
      else quoters.set(seed, new Set([account]));
    }
  }
  return quoters;
}

/** A sentence, then a block, of which so much is known to be public is public as a whole: who quotes seldom quotes all. */
const mostly = 0.5;

function spread(words: Uint8Array, marked: Uint8Array, units: readonly Places[]): void {
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

/**
 * The public words of every account, 1 by place: what it sets apart, and what it gives without marks but others than those who
 * credit it quote: a transcript, a memo set as paragraphs. Near linear.
 */
export function publicWordsOf(rows: readonly WordRow[], credits: Credits): Map<WordRow, Uint8Array> {
  const quoters = quotersOf(rows);
  const isQuoted = (seed: number, { account: own }: WordRow): boolean => {
    for (const account of quoters.get(seed) ?? []) if (account !== own && !credits(account, own)) return true;
    return false;
  };
  return new Map(
    rows.map(row => {
      const words = row.marked.slice();
      for (let place = 0; place + seedLength <= words.length; place++)
        if (isQuoted(row.seedAt[place]!, row)) words.fill(1, place, place + seedLength);
      spread(words, row.marked, row.sentences);
      spread(words, row.marked, row.blocks);
      return [row, words] as const;
    }),
  );
}
