import type { TokenSpan } from '../../domain/index.ts';
import { isWord, type Words } from './words.ts';

/** How many heads up a word is followed. */
const climb = 40;

/**
 * A span up to its first word that does not hang on the governor, by the sentence's tree, without marks at its end; the span
 * itself where already its first word does not, or where a clause would lose its verb: then the tree is wrong.
 * @example
 * // governor "denial", span "that she knew him surprised the jury": "that she knew him"
 */
export function dominatedPart(words: Words, governor: number, { from, to }: TokenSpan): TokenSpan {
  let end = from;
  while (end < to && (hangsOn(words, end, governor) || !isWord(words, end))) end++;
  while (end > from && !isWord(words, end - 1) && words.quotationOf[end - 1]! < 0) end--;
  const losesVerb = words.lower[from] === 'that' && !hasVerb(words, { from, to: end });
  return { from, to: end > from && !losesVerb ? end : to };
}

const hasVerb = ({ doc }: Words, { from, to }: TokenSpan): boolean =>
  doc.tokens.slice(from, to).some(({ xpos }) => /^(?:VB|MD)/.test(xpos));

function hangsOn({ doc }: Words, word: number, governor: number): boolean {
  let at = word;
  for (let step = 0; step < climb && at >= 0; step++) {
    if (at === governor) return true;
    at = doc.tokens[at]!.head;
  }
  return false;
}
