import { type Moment, nearest, weekdayOf } from './calendar.ts';
import { type Direction, fromPublication, type Meaning } from './meaning.ts';
import { either, giving, glued, literal, maybe, type Rule, sequence, where, word } from './rule.ts';
import { anyWhich, counted, type Which } from './which.ts';

/** "Monday"; "Sat." and its like only after "on", being words of their own. */
const name: Rule<number> = either(
  giving(
    sequence(
      where((pieces, at) => pieces[at]?.word?.abbreviation === undefined),
      word('weekday'),
    ),
    ([, weekday]) => weekday,
  ),
  giving(
    sequence(
      where((pieces, at) => pieces[at - 1]?.raw === 'on'),
      word('weekday'),
      maybe(glued(literal('.'))),
    ),
    ([, weekday]) => weekday,
  ),
);

/** "Monday": the last one, today included, unless the clause looks ahead. */
const bare: Rule<Meaning> = giving(name, weekday =>
  fromPublication('day', (published, direction) => towards(published, weekday, wayOf(direction(), 'past'))),
);

/** "last Monday", "this coming Monday", "the previous Monday", "that Monday" */
const related: Rule<Meaning> = giving(sequence(anyWhich, name), ([which, weekday]) =>
  counted(which, 'day', (from, direction) => relatedDay(from, weekday, which, direction())),
);

/** "Monday of last week", "Monday next week", "Monday this week" */
const inWeek: Rule<Meaning> = giving(
  sequence(name, maybe(literal('of')), anyWhich, literal('week')),
  ([weekday, , which]) =>
    counted(which, 'day', from => ({
      grain: 'day',
      at: from.at - weekdayOf(from.at) + weekday + 7 * which.by,
    })),
);

export const weekday: Rule<Meaning> = either(inWeek, related, bare);

function relatedDay(from: Moment, weekday: number, { by }: Which, direction: Direction): Moment {
  if (by === 0) return towards(from, weekday, wayOf(direction, 'future'));
  return towards({ grain: 'day', at: from.at + by }, weekday, by < 0 ? 'past' : 'future');
}

const wayOf = (direction: Direction, otherwise: 'past' | 'future'): 'past' | 'future' =>
  direction === 'ahead' ? 'future' : (direction ?? otherwise);

const towards = (from: Moment, weekday: number, direction: 'past' | 'future'): Moment =>
  nearest(from, from.at + weekday - weekdayOf(from.at), 7, direction);
