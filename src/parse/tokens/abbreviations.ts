import { alphanumericEnd, character, characterAt, isUpper } from './characters.ts';
import type { AbbreviationKind, TokenVocabulary } from './vocabulary.ts';

const stop = 0x2e;

/** No listed abbreviation is longer. */
const longest = 8;

/**
 * What the abbreviation `text[start, end)` is, full stop included; undefined where it is none.
 * @example
 * abbreviationKind('Mr.', 0, 3, vocabulary) // 'name'
 */
export function abbreviationKind(
  text: string,
  start: number,
  end: number,
  { abbreviations }: Pick<TokenVocabulary, 'abbreviations'>,
): AbbreviationKind | undefined {
  return end - start > longest ? undefined : abbreviations.get(text.slice(start, end));
}

/** Whether the full stop at `at` belongs to the word that starts at `start`: "Mr.", "U.S.", "J. Rao", "No. 10". */
export function isAbbreviation(
  text: string,
  start: number,
  at: number,
  end: number,
  vocabulary: TokenVocabulary,
): boolean {
  if (at + 3 <= end && text.startsWith('...', at)) return false;
  const kind = abbreviationKind(text, start, at + 1, vocabulary);
  if (kind === 'number') return isDigitNext(text, at + 1, end);
  if (kind !== undefined) return true;
  if (characterAt(text, at - 1, end) !== character.letter) return false;
  if (at - start === 1) return isInitial(text, start, at, end);
  return text.charCodeAt(at - 2) === stop;
}

/** "J." before a name, but not the last letter of a sentence ("plan B."). */
function isInitial(text: string, start: number, at: number, end: number): boolean {
  if (!isUpper(text.charCodeAt(start))) return false;
  const next = skipSpace(text, at + 1, end);
  return next < end && (characterAt(text, next, end) === character.letter || ',;'.includes(text[next]!));
}

const isDigitNext = (text: string, at: number, end: number): boolean =>
  characterAt(text, skipSpace(text, at, end), end) === character.digit;

/** The next place that is not white space. */
export function skipSpace(text: string, at: number, end: number): number {
  while (at < end && characterAt(text, at, end) === character.space) at++;
  return at;
}

/**
 * Whether the full stop at `at` joins dotted letters: "U.S", "a.m", "J.K" (but not the one before "Rowling"),
 * or the parts of a listed abbreviation ("Ph.D.").
 */
export function joinsDottedLetters(
  text: string,
  start: number,
  at: number,
  end: number,
  { abbreviations }: TokenVocabulary,
): boolean {
  if (characterAt(text, at - 1, end) !== character.letter) return false;
  if (characterAt(text, at + 1, end) !== character.letter) return false;
  const partEnd = alphanumericEnd(text, at + 1, Math.min(end, at + longest));
  const single = at - start === 1 || text.charCodeAt(at - 2) === stop;
  if (single && partEnd === at + 2) return true;
  return partEnd - start < longest && abbreviations.has(`${text.slice(start, partEnd)}.`);
}
