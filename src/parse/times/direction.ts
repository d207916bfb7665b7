import type { Direction } from './meaning.ts';
import type { Piece } from './pieces.ts';

/**
 * Which way the clause of an expression looks: by the nearest word before it, in its sentence, that has a tense, else
 * by the nearest after it.
 */
export function directionAt(pieces: readonly Piece[], from: number, to: number): Direction {
  const sentence = pieces[from]!.sentence;
  for (let at = from - 1; pieces[at]?.sentence === sentence; at--) {
    const tense = tenseOf(pieces[at]!);
    if (tense) return tense;
  }
  for (let at = to; pieces[at]?.sentence === sentence; at++) {
    const tense = tenseOf(pieces[at]!);
    if (tense) return tense;
  }
  return null;
}

function tenseOf({ raw, word }: Piece): Direction {
  if (word?.tense) return word.tense as Direction;
  return raw.length > 3 && raw.endsWith('ed') ? 'past' : null;
}
