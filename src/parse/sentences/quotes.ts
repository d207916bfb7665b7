import type { CharSpan } from '../../domain/index.ts';

const opening = new Set(['“', '‘', '``', '(', '[', '{', '«', '„', '<<']);
const closing = new Set(['”', '’’', ')', ']', '}', '»', '>>']);
/** Written alike on both sides of a quotation. */
const twofold = new Set(['"', "''", '‘’']);
const single = new Set(["'", '’']);

const isShort = ({ start, end }: CharSpan): boolean => end - start <= 2;

const written = (text: string, { start, end }: CharSpan): string => text.slice(start, end);

/** Whether the token is a quotation mark that is written alike on both sides. */
export const isTwofold = (text: string, token: CharSpan): boolean =>
  isShort(token) && twofold.has(written(text, token));

/** Whether the token is a mark that opens a quotation or bracket, or may do so. */
export const isOpening = (text: string, token: CharSpan): boolean => {
  if (!isShort(token)) return false;
  const mark = written(text, token);
  return opening.has(mark) || twofold.has(mark) || single.has(mark);
};

/**
 * Whether the token at `index`, not the first of its block, closes a quotation or bracket. For marks written alike on
 * both sides, the white space around them tells; where it stands on both sides or on neither, it is `inside`: whether
 * such a quotation is open.
 */
export function closes(text: string, tokens: readonly CharSpan[], index: number, inside: boolean): boolean {
  const token = tokens[index]!;
  if (!isShort(token)) return false;
  const mark = written(text, token);
  if (closing.has(mark)) return true;
  const spaceBefore = tokens[index - 1]!.end < token.start;
  if (single.has(mark)) return !spaceBefore;
  if (!twofold.has(mark)) return false;
  if (index + 1 >= tokens.length) return true;
  const spaceAfter = tokens[index + 1]!.start > token.end;
  return spaceBefore === spaceAfter ? inside : spaceAfter;
}

/** Whether the token is a closing bracket. */
export const isClosingBracket = (text: string, { start }: CharSpan): boolean => ')]}'.includes(text[start]!);
