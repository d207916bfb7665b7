import type { Direction } from './meaning.ts';
import type { Piece } from './pieces.ts';

/** How many pieces to either side are looked at: it keeps a sentence of any length linear. */
const reach = 40;

/**
 * Which way the clause of an expression looks: by the nearest word of its sentence that has a tense, first before the
 * expression, then after it; the other way round where the expression opens its clause ("…, but on Monday she said").
 * "By" and "until" look ahead with an infinitive, whatever the verb that it hangs on ("told them to leave by Monday"). Null where
 * they stand in a clause that looks back ("had until Monday"), or nothing has a tense.
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
  if (found === 'past') return isAimed(pieces, from) ? 'ahead' : null;
  return found ?? 'ahead';
}

/** "told them |to leave| by Monday": an infinitive stands between the verb with a tense and the expression; not "had to leave". */
function isAimed(pieces: readonly Piece[], from: number): boolean {
  const { sentence } = pieces[from]!;
  for (let at = from - 1; at >= from - reach && pieces[at]?.sentence === sentence; at--) {
    if (isInfinitive(pieces, at)) return pieces[at - 1]?.raw !== 'had';
    if (tenseAt(pieces, at)) return false;
  }
  return false;
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
 * that the words before it do not. Nor do "have" and what follows it in "will have left" and "may have to leave".
 */
function tenseAt(pieces: readonly Piece[], at: number): Direction {
  const { raw, word } = pieces[at]!;
  if (isFuturePerfect(pieces, at)) return null;
  if (/^ha(ve|s)$/.test(raw) && pieces[at + 1]?.raw === 'to') return isModal(pieces, at - 1) ? null : 'ahead';
  if (pieces[at - 1]?.raw === 'be' && word?.tense !== 'ahead') return null;
  if (word?.tense && word.tense !== 'past' && pieces[at - 1]?.raw === 'been' && pieces[at - 2]?.raw === 'had')
    return 'past';
  if (word?.tense) return word.tense as Direction;
  if (word?.aim && pieces[at + 1]?.raw === 'to') return 'ahead';
  return raw.length > 3 && raw.endsWith('ed') && raw === raw.toLowerCase() ? 'past' : null;
}

/** "will |have left|", "will |have been cleared|" */
function isFuturePerfect(pieces: readonly Piece[], at: number): boolean {
  const last = pieces[at - 1]?.raw === 'been' ? at - 1 : at;
  const have = pieces[last]!.raw === 'have' ? last : last - 1;
  return pieces[have]?.raw === 'have' && pieces[have - 1]?.word?.tense === 'future';
}

const isModal = (pieces: readonly Piece[], at: number): boolean =>
  /^(future|ahead)$/.test(pieces[at]?.word?.tense ?? '');

/** "to" before what may be a verb: not "to 14 points", "to the river", "to London". */
function isInfinitive(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return (
    pieces[at]!.raw === 'to' && next !== undefined && next.word === null && /^\p{Ll}{2,}$/u.test(next.raw)
  );
}
