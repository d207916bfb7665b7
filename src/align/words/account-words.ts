import type { CharSpan, Doc, TokenSpan } from '../../domain/index.ts';
import { textOf } from '../../domain/index.ts';
import type { Initialism, Vocabulary, WordKeys } from './vocabulary.ts';

/** The keys of an account's tokens, by index; null for punctuation. */
export type AccountWords = readonly (WordKeys | null)[];

/** Keys for every token of a doc. */
export const wordsOf = (doc: Doc, vocabulary: Vocabulary): AccountWords =>
  keysOfRun(
    doc.tokens.map(token => textOf(doc.article.text, token)),
    vocabulary,
  );

/** Keys for words in a row; every word of a name in full has the sense of its initials: "United Nations" → "UN". */
export function keysOfRun(words: readonly string[], vocabulary: Vocabulary): AccountWords {
  const keys = words.map(word => vocabulary.keysOf(word));
  for (let at = 0; at < words.length; at++) {
    const found = initialismAt(words, at, vocabulary);
    if (!found) continue;
    const end = at + found.words.length;
    for (; at < end; at++) keys[at] = { form: keys[at]?.form ?? words[at]!, sense: found.short };
    at--;
  }
  return keys;
}

const initialismAt = (
  words: readonly string[],
  at: number,
  { initialisms }: Vocabulary,
): Initialism | undefined =>
  initialisms.get(words[at]!)?.find(each => each.words.every((word, offset) => words[at + offset] === word));

/** The tokens that lie wholly in a span: a binary search each. */
export function tokensIn({ tokens }: Doc, span: CharSpan): TokenSpan {
  const from = firstAt(tokens, span.start);
  let to = firstAt(tokens, span.end);
  if (to > from && tokens[to - 1]!.end > span.end) to--;
  return { from, to };
}

/** The index of the first token that starts at or after a place in the text. */
function firstAt(tokens: Doc['tokens'], place: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
