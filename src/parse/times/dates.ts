import { dayOf, type Moment, monthOf, nearest, weekdayOf, yearMonthDay } from './calendar.ts';
import { hintOfClass } from './hints.ts';
import { type Direction, fromPublication, type Meaning, named } from './meaning.ts';
import { ordinal, spokenYear } from './numbers.ts';
import {
  digits,
  either,
  giving,
  glued,
  literal,
  maybe,
  type Rule,
  rule,
  sequence,
  where,
  word,
} from './rule.ts';
import { anyWhich } from './which.ts';

/** A day or month of the calendar as the words give it. */
export type DateParts = {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  /** 1 to 7, where the words name it too: it helps to find the year. */
  readonly weekday?: number;
};

const comma = maybe(literal(','));

/** "November", "Nov.", "Nov" */
export const month: Rule<number> = rule((pieces, at) => {
  const piece = pieces[at];
  if (piece?.word?.month === undefined) return null;
  const next = pieces[at + 1];
  const stop = piece.word.abbreviation && next?.glued && next.raw === '.';
  return { value: piece.word.month, to: at + (stop ? 2 : 1) };
}, hintOfClass('month'));

/** A number that nothing makes longer: not the 15 of "15,000", "15.5" or "15:30". */
const bareDay: Rule<number> = giving(
  sequence(
    digits(1, 31, 2),
    where((pieces, at) => {
      const [mark, more] = [pieces[at], pieces[at + 1]];
      return !(mark?.glued && /[.,:%/]/.test(mark.raw) && more?.glued && more.number >= 0);
    }),
  ),
  ([day]) => day,
);

/** "15", "15th", "eighth" */
export const dayNumber: Rule<number> = giving(either(ordinal, bareDay), day => (day <= 31 ? day : null));

/** A year in figures, four of them and no comma. */
export const fullYear: Rule<number> = either(digits(1000, 2199), spokenYear);

const yearAfter: Rule<number> = giving(sequence(comma, fullYear), ([, year]) => year);

/** "Nov. 15, 2024", "Nov. 15", "March eighth" */
const monthFirst: Rule<DateParts> = giving(
  sequence(month, maybe(literal('the')), dayNumber, maybe(yearAfter)),
  ([month, , day, year]) => ({ year, month, day }),
);

/** "15 November 2024", "the 15th of November", "15 November" */
const dayFirst: Rule<DateParts> = giving(
  sequence(
    maybe(literal('the')),
    dayNumber,
    maybe(glued(literal('-'))),
    maybe(literal('of')),
    month,
    maybe(yearAfter),
  ),
  ([, day, , , month, year]) => ({ year, month, day }),
);

/** "November 2024", "November, 2024", "November of 2024" */
export const monthAndYear: Rule<DateParts> = giving(
  sequence(month, maybe(literal(',', 'of')), fullYear),
  ([month, , year]) => ({ year, month, day: null }),
);

/** "Friday", "this coming Friday", "Fri.", "Fri": the short forms count only before a date. */
const weekdayBefore: Rule<number> = giving(
  sequence(maybe(anyWhich), word('weekday'), maybe(glued(literal('.'))), comma, maybe(literal('the'))),
  ([, weekday]) => weekday,
);

/** "Nov. 15, 2024", "Friday, 15 November", "Friday the 15th of November" */
export const dayAndMonth: Rule<DateParts> = giving(
  sequence(maybe(weekdayBefore), either(monthFirst, dayFirst)),
  ([weekday, parts]) => (weekday === null ? parts : { ...parts, weekday }),
);

export const calendarDay: Rule<Meaning> = giving(dayAndMonth, meaningOf);

/** What date parts mean; null for a day that the calendar lacks. */
export function meaningOf({ year, month, day, weekday }: DateParts): Meaning | null {
  if (day === null) return year === null ? monthMeaning(month) : named(monthOf(year, month));
  if (year !== null) {
    const moment = dayOf(year, month, day);
    return moment && named(moment);
  }
  if (!dayOf(2000, month, day)) return null;
  return fromPublication('day', (published, direction) =>
    nearestDay(published, year => dayOf(year, month, day), direction(), weekday),
  );
}

const monthMeaning = (month: number): Meaning =>
  fromPublication('month', (published, direction) => likely(published, month - 1, 12, direction(), 4));

/** A next one that is this much nearer is meant where the clause does not say which way it looks. */
const undecided = 1 / 3;

/**
 * The last moment of its name, the present one included; or the next, where the clause looks ahead and that is not
 * more than `trust` times as far: clauses that look ahead name the past too.
 */
export function likely(from: Moment, at: number, cycle: number, direction: Direction, trust: number): Moment {
  const past = nearest(from, at, cycle, 'past');
  if (direction === 'past') return past;
  const future = nearest(from, at, cycle, 'future');
  if (direction === 'future') return future;
  return future.at - from.at <= (direction ? trust : undecided) * (from.at - past.at) ? future : past;
}

/** How much nearer a day must be to be the one: where the clause looks to the other side, and where it looks nowhere. */
const against = { clause: 3, habit: 1.5 };

/** The nearest such day, those on the clause's side first; on the weekday, if one is. */
export function nearestDay(
  published: Moment,
  dayIn: (year: number) => Moment | null,
  direction: Direction,
  weekday?: number,
): Moment | null {
  const [year] = yearMonthDay(published.at);
  const days = [year - 1, year, year + 1].map(dayIn).filter(day => day !== null);
  const distance = ({ at }: Moment) => {
    const factor =
      at === published.at || looksTo(direction, at > published.at)
        ? 1
        : direction
          ? against.clause
          : against.habit;
    const wrongWeekday = weekday !== undefined && weekdayOf(at) !== weekday;
    return Math.abs(at - published.at) * factor + (wrongWeekday ? 4000 : 0);
  };
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Without a direction, news looks back. */
const looksTo = (direction: Direction, isAhead: boolean): boolean =>
  isAhead === (direction === 'ahead' || direction === 'future');
