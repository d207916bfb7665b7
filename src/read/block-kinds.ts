import type { Block, BlockKind, CharSpan } from '../domain/index.ts';
import { isDateLine } from './dates.ts';
import { countWords, endsSentence, withoutClosing } from './wording.ts';

/** A block before it is known what it is. */
export type Piece = CharSpan & { readonly text: string };

/** Tells titles, headings and list items from paragraphs, by their looks. */
export function nameBlocks(pieces: readonly Piece[]): Block[] {
  const labels = pieces.map(piece => isLabel(piece.text));
  const kindAt = (index: number): BlockKind => {
    if (index === 0 && isTitle(pieces)) return 'title';
    if (isListItem(pieces, index)) return 'list-item';
    const headsBody =
      index > 0 && labels[index] && !labels[index + 1] && isBody(pieces[index + 1], pieces[index]!);
    return headsBody ? 'heading' : 'paragraph';
  };
  return pieces.map(({ start, end }, index) => ({ start, end, kind: kindAt(index) }));
}

/** What a heading stands above: a sentence, or a longer line. */
const isBody = (piece: Piece | undefined, heading: Piece): boolean =>
  piece !== undefined && (endsSentence(piece.text) || piece.text.length > heading.text.length);

/** The first block is the title if it is short, no sentence, no dateline, and more follows than it holds itself. */
function isTitle(pieces: readonly Piece[]): boolean {
  const [first, ...rest] = pieces;
  if (!first || first.text.length > 200 || countWords(first.text) > 30 || !opensLikeLabel(first.text))
    return false;
  const body = rest.reduce((sum, piece) => sum + piece.text.length, 0);
  return body > first.text.length && rest.some(piece => endsSentence(piece.text));
}

/** A short line that is no sentence: a heading, where a body follows. */
export const isLabel = (text: string): boolean =>
  text.length <= 100 && countWords(text) <= 14 && !text.includes('\n') && opensLikeLabel(text);

/** Begins with a capital, a figure or a quotation mark, and does not end as a sentence or a clause does. */
const opensLikeLabel = (text: string): boolean =>
  /^["'“‘]?[\p{Lu}\p{N}]/u.test(text) &&
  !endsSentence(text) &&
  !/[,;:–—-]$|\s_$/u.test(withoutClosing(text)) &&
  !isQuotation(text) &&
  !isByline(text) &&
  !isDateLine(text) &&
  !hasDateline(text);

/** Wholly in quotation marks: `“Never again”` */
const isQuotation = (text: string): boolean => /^["“‘'][^"“”]*["”’']$/u.test(text);

/** `By Ann Rowe and Tom Hill`, which stands under a title. */
export const isByline = (text: string): boolean =>
  /^(?:[Bb]y|BY)\s+\p{Lu}/u.test(text) && countWords(text) <= 14 && !endsSentence(text);

/** `LONDON, March 3 (Meridian) —`: the place in capitals, then the day or the agency, then a dash. */
const hasDateline = (text: string): boolean =>
  /^\p{Lu}{2}[\p{Lu} .'’-]*(?:,[^()–—]{2,40})?(?:\s*\([^)]{2,40}\))?\s*(?:[–—]|-{1,2}\s)/u.test(text) &&
  /^[^–—]*?[(,]/u.test(text);

/** A mark alone does not make a list: another such line stands before or after. */
const isListItem = (pieces: readonly Piece[], index: number): boolean =>
  hasListMark(pieces[index]) && (hasListMark(pieces[index - 1]) || hasListMark(pieces[index + 1]));

const hasListMark = (piece: Piece | undefined): boolean =>
  piece !== undefined && /^(?:[-*•]|\d{1,2}[.)])\s+\S/u.test(piece.text);
