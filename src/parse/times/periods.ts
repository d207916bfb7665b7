import { dayOf, firstDay, nearest, shifted, within } from './calendar.ts';
import { type Direction, fromPublication, type Meaning, named } from './meaning.ts';
import { joint, ordinal } from './numbers.ts';
import {
  digits,
  either,
  giving,
  glued,
  literal,
  maybe,
  possessive,
  type Rule,
  sequence,
  word,
} from './rule.ts';

const the = maybe(literal('the'));

/** "1990s", "the 1990's" */
const decadeInFigures: Rule<Meaning> = giving(
  sequence(the, digits(1000, 2190), maybe(glued(literal("'", '’'))), glued(literal('s'))),
  ([, year]) => (year % 10 === 0 ? named({ grain: 'decade', at: year / 10 }) : null),
);

/** "the '90s", "the 90s", "the nineties": the last decade of its name that had begun. */
const decadeInShort: Rule<Meaning> = giving(
  either(
    giving(
      sequence(
        literal('the'),
        maybe(literal("'", '’', '‘')),
        digits(10, 90, 2),
        maybe(glued(literal("'", '’'))),
        glued(literal('s')),
      ),
      ([, , year]) => (year % 10 === 0 ? year / 10 : null),
    ),
    giving(
      sequence(literal('the'), maybe(word('stretch')), maybe(glued(literal('-'))), word('decade')),
      ([, , , decade]) => decade,
    ),
  ),
  decade => fromPublication('decade', published => nearest(published, decade, 10, 'past')),
);

/** "the 12th century", "21st-century": named by its hundreds, as TIMEX3 does. */
const century: Rule<Meaning> = giving(sequence(the, ordinal, joint, literal('century')), ([, number]) =>
  number <= 30 ? named({ grain: 'century', at: number - 1 }) : null,
);

const isAhead = (direction: Direction): boolean => direction === 'ahead' || direction === 'future';

/** "the weekend": the last one, or the next where the clause looks ahead. */
const weekend: Rule<Meaning> = giving(sequence(literal('the'), literal('weekend')), () =>
  fromPublication('day', (published, direction) => {
    const thisWeek = within(published, 'weekend');
    const begun = firstDay(thisWeek) <= published.at;
    return isAhead(direction()) || begun ? thisWeek : shifted(thisWeek, 'weekend', -1);
  }),
);

/** "year-end", "the year's end": the last day of this year, or where the clause looks back, of the year before. */
const yearEnd: Rule<Meaning> = giving(sequence(the, literal('year'), possessive, joint, literal('end')), () =>
  fromPublication('year', ({ at: year }, direction) =>
    dayOf(direction() === 'past' ? year - 1 : year, 12, 31),
  ),
);

/** Decades and centuries. */
export const longPeriod: Rule<Meaning> = either(decadeInFigures, decadeInShort, century);

export const shortPeriod: Rule<Meaning> = either(weekend, yearEnd);
