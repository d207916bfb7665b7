import type { CharSpan, Sentence } from '../../domain/index.ts';
import { type Hint, hintOfDigits, hintOfLiteral } from './hints.ts';
import type { Vocabulary, Word } from './vocabulary.ts';

/**
 * A part of a token that is all letters, or all digits, or one mark: "mid-2023" is three pieces, "1990s" two.
 * Rules count in pieces, so that they hold however hyphens, stops and slashes were cut into tokens.
 */
export type Piece = CharSpan & {
  readonly raw: string;
  /** What the vocabulary says of it; null for a word it does not have. */
  readonly word: Word | null;
  /** What rules may start with it. */
  readonly hint: Hint;
  /** The value of digits, a comma between thousands included; -1 for anything else. */
  readonly number: number;
  /** No space before it. */
  readonly glued: boolean;
  /** Index of its sentence. */
  readonly sentence: number;
};

/** The pieces of a block's sentences. */
export function cutPieces(
  text: string,
  tokens: readonly CharSpan[],
  sentences: readonly Sentence[],
  vocabulary: Vocabulary,
  [from, to]: readonly [number, number],
): Piece[] {
  const pieces: Piece[] = [];
  let before = -1;
  for (let sentence = from; sentence < to; sentence++) {
    const { from: first, to: last } = sentences[sentence]!;
    for (let index = first; index < last; index++) {
      const token = tokens[index]!;
      let start = token.start;
      while (start < token.end) {
        const end = pieceEnd(text, start, token.end);
        const raw = text.slice(start, end);
        const number = isDigit(text.charCodeAt(start)) ? Number(raw.replaceAll(',', '')) : -1;
        const word = (number < 0 && vocabulary.get(raw)) || null;
        const hint = number < 0 ? (word?.hint ?? hintOfLiteral(raw)) : hintOfDigits;
        pieces.push({ start, end, raw, word, hint, number, glued: start === before, sentence });
        before = end;
        start = end;
      }
    }
  }
  return pieces;
}

function pieceEnd(text: string, start: number, limit: number): number {
  const code = text.charCodeAt(start);
  let end = start + 1;
  if (isLetter(code)) while (end < limit && isLetter(text.charCodeAt(end))) end++;
  else if (isDigit(code)) {
    while (end < limit && isDigit(text.charCodeAt(end))) end++;
    while (end + 4 <= limit && isThousands(text, end, limit)) end += 4;
  }
  return end;
}

/** Whether ",000" stands here, three digits and no more. */
const isThousands = (text: string, at: number, limit: number): boolean =>
  text[at] === ',' &&
  isDigit(text.charCodeAt(at + 1)) &&
  isDigit(text.charCodeAt(at + 2)) &&
  isDigit(text.charCodeAt(at + 3)) &&
  !(at + 4 < limit && isDigit(text.charCodeAt(at + 4)));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Latin letters, and everything from other scripts that is not general punctuation. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f));
