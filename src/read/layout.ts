import type { Block, CharSpan } from '../domain/index.ts';
import { nameBlocks } from './block-kinds.ts';
import { endsSentence } from './wording.ts';

/** A line that is not blank, less the white space around it. */
type Line = CharSpan & {
  readonly text: string;
  /** White space before it in its line, in units. */
  readonly indent: number;
  readonly afterBlank: boolean;
};

/**
 * The blocks of a plain text, whose text stays as it is. Each line is a block where the file has one line a paragraph;
 * where it is hard wrapped, lines are joined into blocks that hold the line breaks.
 */
export function layOut(text: string): Block[] {
  const lines = readLines(text);
  const pieces = isHardWrapped(lines) ? joinWrapped(lines) : lines;
  return nameBlocks(pieces.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })));
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let breaks = 2;
  for (const { 0: piece, index } of text.matchAll(/[^\n\r\f\v\u2028\u2029]+|\r\n|[\n\r\f\v\u2028\u2029]/g)) {
    const words = piece.trim();
    if (words !== '') {
      const indent = piece.length - piece.trimStart().length;
      const start = index + indent;
      lines.push({ start, end: start + words.length, text: words, indent, afterBlank: breaks > 1 });
    }
    if (words !== '') breaks = 0;
    else if (/^[\n\r\f\v\u2028\u2029]/.test(piece)) breaks++;
  }
  return lines;
}

/**
 * Whether lines break in mid-sentence: of all lines that follow another without a blank one between, enough go on in
 * lower case after a line that does not end a sentence. Headings and lists do not.
 */
function isHardWrapped(lines: readonly Line[]): boolean {
  const followers = lines.filter((line, index) => index > 0 && !line.afterBlank);
  const goingOn = lines.filter(
    (line, index) => index > 0 && !line.afterBlank && goesOn(lines[index - 1]!, line),
  );
  return goingOn.length > followers.length * 0.3;
}

const goesOn = (line: Line, next: Line): boolean => !endsSentence(line.text) && /^\p{Ll}/u.test(next.text);

function joinWrapped(lines: readonly Line[]): CharSpan[] {
  const width = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  const pieces: { start: number; end: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const last = pieces.at(-1);
    const before = lines[index - 1];
    if (last && before && !line.afterBlank && !opensParagraph(before, line, width)) last.end = line.end;
    else pieces.push({ start: line.start, end: line.end });
  }
  return pieces;
}

/** In a hard-wrapped text a paragraph also opens after a short last line, with an indented line, or with a list mark. */
const opensParagraph = (before: Line, line: Line, width: number): boolean =>
  (endsSentence(before.text) && before.text.length < width * 0.7) ||
  (line.indent > before.indent && endsSentence(before.text)) ||
  /^(?:[-*•]|\d{1,2}[.)])\s+\p{Lu}/u.test(line.text);
