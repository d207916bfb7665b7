import type { CharSpan } from '../../domain/index.ts';
import { character, characterAt } from '../tokens/characters.ts';

/**
 * What may end a sentence: a full stop, a question or exclamation mark, a run of dots, or the full stop of an
 * abbreviation.
 */
export type Stop = 'stop' | 'mark' | 'dots' | 'abbreviation';

/** Which stop a token is; null for all other tokens. */
export function stopOf(text: string, { start, end }: CharSpan): Stop | null {
  const last = text.charCodeAt(end - 1);
  if (!isStopUnit(last)) return null;
  if (!isStopUnit(text.charCodeAt(start)))
    return last === 0x2e && characterAt(text, start, end) === character.letter ? 'abbreviation' : null;
  if (last === 0x21 || last === 0x3f) return 'mark';
  return end - start > 1 || last === 0x2026 ? 'dots' : 'stop';
}

/** One of . ! ? … */
const isStopUnit = (unit: number): boolean =>
  unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026;
