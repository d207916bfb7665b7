import { weekdayOf } from './calendar.ts';
import { fromPublication, type Meaning, nearest } from './meaning.ts';
import { giving, type Rule, word } from './rule.ts';

/** "Monday": the last one, today included, unless the clause looks ahead. */
export const weekday: Rule<Meaning> = giving(word('weekday'), weekday =>
  fromPublication('day', (published, direction) =>
    nearest(published, published.at + weekday - weekdayOf(published.at), 7, direction() ?? 'past'),
  ),
);
