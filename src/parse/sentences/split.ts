import { type Sentence, type Token, textOf } from '../../domain/index.ts';

/** The sentences of a block's tokens, `from` to `to`. */
export function splitSentences(
  text: string,
  tokens: readonly Token[],
  block: number,
  from: number,
): Sentence[] {
  const sentences: Sentence[] = [];
  let start = from;
  for (let at = from; at < tokens.length; at++) {
    const isEnd = at === tokens.length - 1 || /^[.!?]$/.test(textOf(text, tokens[at]!));
    if (!isEnd) continue;
    sentences.push({ from: start, to: at + 1, block });
    start = at + 1;
  }
  return sentences;
}
