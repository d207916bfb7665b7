import type { Grain } from './calendar.ts';
import { either, type Rule, word } from './rule.ts';

/** What a unit of time is: how TIMEX3 writes `count` of them, and the stretches of the calendar it goes with. */
type Unit = {
  readonly before: 'P' | 'PT';
  readonly letter: string;
  /** How many of the letter's unit it is. */
  readonly times: number;
  readonly grain: Grain | null;
  /** Half of one, where that is a whole number of something. */
  readonly half: string | null;
};

const unitTable: Readonly<Record<string, Unit>> = {
  second: { before: 'PT', letter: 'S', times: 1, grain: null, half: null },
  minute: { before: 'PT', letter: 'M', times: 1, grain: null, half: 'PT30S' },
  hour: { before: 'PT', letter: 'H', times: 1, grain: null, half: 'PT30M' },
  day: { before: 'P', letter: 'D', times: 1, grain: 'day', half: 'PT12H' },
  week: { before: 'P', letter: 'W', times: 1, grain: 'week', half: null },
  fortnight: { before: 'P', letter: 'W', times: 2, grain: null, half: 'P1W' },
  weekend: { before: 'P', letter: 'WE', times: 1, grain: 'weekend', half: null },
  month: { before: 'P', letter: 'M', times: 1, grain: 'month', half: null },
  quarter: { before: 'P', letter: 'Q', times: 1, grain: 'quarter', half: null },
  year: { before: 'P', letter: 'Y', times: 1, grain: 'year', half: 'P6M' },
  decade: { before: 'P', letter: 'E', times: 1, grain: 'decade', half: 'P5Y' },
  century: { before: 'P', letter: 'C', times: 1, grain: 'century', half: 'P50Y' },
  millennium: { before: 'P', letter: 'L', times: 1, grain: null, half: 'P5C' },
};

/** "week", "weeks" */
export const anyUnit: Rule<string> = either(word('unit'), word('units'));

export const grainOf = (unit: string): Grain | null => unitTable[unit]?.grain ?? null;

/** `P3D`, `PT2H`; an `X` for an open count. */
export function lengthOf(count: number | null, name: string): string {
  const unit = unitTable[name]!;
  if (count === 0.5 && unit.half) return unit.half;
  return `${unit.before}${count === null ? 'X' : count * unit.times}${unit.letter}`;
}
