import type { Direction } from './meaning.ts';
import type { Piece } from './pieces.ts';

/** How many pieces to either side are looked at: it keeps a sentence of any length linear. */
const reach = 40;

/**
 * Which way the clause of an expression looks: by the nearest word of its sentence that has a tense, first before the
 * expression, then after it; the other way round where the expression opens its clause ("…, but on Monday she said").
 * Null where "by" or "until" stands before it in a clause that looks back ("had until Monday"), or nothing has a tense.
 */
export function directionAt(pieces: readonly Piece[], from: number, to: number): Direction {
  const before = pieces[from - 1]?.sentence === pieces[from]!.sentence ? pieces[from - 1] : undefined;
  if (before?.word?.bound === 'past') return 'past';
  const led = before?.word?.leads !== undefined;
  const found = opensClause(pieces, led ? from - 2 : from - 1, pieces[from]!.sentence)
    ? (tenseAfter(pieces, to) ?? tenseBefore(pieces, from))
    : (tenseBefore(pieces, from) ?? tenseAfter(pieces, to));
  if (found === 'future' && !led) return 'ahead';
  if (before?.word?.bound !== 'ahead') return found;
  return found === 'past' ? null : (found ?? 'ahead');
}

/** Whether the piece is no word of the clause: a mark, "but", or of another sentence. */
function opensClause(pieces: readonly Piece[], at: number, sentence: number): boolean {
  const piece = pieces[at];
  return (
    piece === undefined || piece.sentence !== sentence || /^([^\p{L}\p{N}.$£€%]|but|and)$/u.test(piece.raw)
  );
}

function tenseBefore(pieces: readonly Piece[], from: number): Direction {
  const { sentence } = pieces[from]!;
  let infinitive = false;
  for (let at = from - 1; at >= from - reach && pieces[at]?.sentence === sentence; at--) {
    const tense = tenseAt(pieces, at);
    if (tense) return tense;
    infinitive ||= isInfinitive(pieces, at);
  }
  return infinitive ? 'ahead' : null;
}

function tenseAfter(pieces: readonly Piece[], to: number): Direction {
  const sentence = pieces[to - 1]?.sentence;
  for (let at = to; at < to + reach && pieces[at]?.sentence === sentence; at++) {
    const tense = tenseAt(pieces, at);
    if (tense) return tense;
  }
  return null;
}

/**
 * Regular verbs look back by their -ed; "had been due", unlike "is due", looks back too, and "be held" says nothing
 * that the words before it do not.
 */
function tenseAt(pieces: readonly Piece[], at: number): Direction {
  const { raw, word } = pieces[at]!;
  if (pieces[at - 1]?.raw === 'be' && word?.tense !== 'ahead') return null;
  if (word?.tense && word.tense !== 'past' && pieces[at - 1]?.raw === 'been' && pieces[at - 2]?.raw === 'had')
    return 'past';
  if (word?.tense) return word.tense as Direction;
  if (word?.aim && pieces[at + 1]?.raw === 'to') return 'ahead';
  return raw.length > 3 && raw.endsWith('ed') && raw === raw.toLowerCase() ? 'past' : null;
}

/** "to" before what may be a verb: not "to 14 points", "to the river", "to London". */
function isInfinitive(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return (
    pieces[at]!.raw === 'to' && next !== undefined && next.word === null && /^\p{Ll}{2,}$/u.test(next.raw)
  );
}
