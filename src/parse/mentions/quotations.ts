import type { Sentence, Token } from '../../domain/index.ts';

const openers = new Set(['“', '``', '„', '«']);
const closers = new Set(['”', '»']);
const either = new Set(['"', "''", '’’', '‘‘']);

/**
 * Numbers the quotation that each token is in, double marks included; -1 outside. A quotation that its block leaves open
 * goes on in the next block if that begins with a mark. One that nothing closes ends with its block.
 */
export function markQuotations(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
): Int32Array {
  const quotationOf = new Int32Array(tokens.length).fill(-1);
  let count = 0;
  let open = -1;
  let block = -1;
  for (const sentence of sentences) {
    const leftOpen = open;
    if (sentence.block !== block) open = -1;
    for (let at = sentence.from; at < sentence.to; at++) {
      const mark = markAt(text, tokens[at]!);
      const opens = mark === 'open' || (mark === 'either' && open < 0);
      if (opens && open < 0) {
        const goesOn = at === sentence.from && sentence.block === block + 1 && leftOpen >= 0;
        open = goesOn ? leftOpen : count++;
      }
      quotationOf[at] = open;
      if (mark !== null && !opens) open = -1;
    }
    block = sentence.block;
  }
  return quotationOf;
}

function markAt(text: string, { start, end }: Token): 'open' | 'close' | 'either' | null {
  if (end - start > 2) return null;
  const word = text.slice(start, end);
  if (openers.has(word)) return 'open';
  if (closers.has(word)) return 'close';
  return either.has(word) ? 'either' : null;
}
