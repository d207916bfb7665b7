import { dayOf, type Moment, monthOf, yearMonthDay } from './calendar.ts';
import { type Direction, fromPublication, type Meaning, named } from './meaning.ts';
import { digits, either, giving, glued, literal, maybe, type Rule, sequence } from './rule.ts';

/** "November", "Nov.", "Nov" */
export const month: Rule<number> = (pieces, at) => {
  const piece = pieces[at];
  if (piece?.word?.month === undefined) return null;
  const stop = piece.word.abbreviation && pieces[at + 1]?.glued && pieces[at + 1]?.raw === '.';
  return { value: piece.word.month, to: at + (stop ? 2 : 1) };
};

/** "15", "15th" */
const dayNumber: Rule<number> = giving(
  sequence(digits(1, 31, 2), maybe(glued(literal('st', 'nd', 'rd', 'th')))),
  ([day]) => day,
);

/** "2024", ", 2024" */
const yearAfter: Rule<number> = giving(sequence(maybe(literal(',')), digits(1000, 2199)), ([, year]) => year);

/** "Nov. 15, 2024", "Nov. 15" */
const monthFirst = giving(sequence(month, dayNumber, maybe(yearAfter)), ([month, day, year]) =>
  dayMeaning(year, month, day),
);

/** "15 November 2024", "the 15th of November", "15 November" */
const dayFirst = giving(
  sequence(maybe(literal('the')), dayNumber, maybe(literal('of')), month, maybe(yearAfter)),
  ([, day, , month, year]) => dayMeaning(year, month, day),
);

/** "November 2024", "November, 2024", "November of 2024" */
const monthAndYear = giving(
  sequence(month, maybe(literal(',', 'of')), digits(1000, 2199)),
  ([month, , year]) => named(monthOf(year, month)),
);

export const calendarDate: Rule<Meaning> = either(monthFirst, dayFirst, monthAndYear);

function dayMeaning(year: number | null, month: number, day: number): Meaning | null {
  if (year !== null) {
    const moment = dayOf(year, month, day);
    return moment && named(moment);
  }
  if (!dayOf(2000, month, day)) return null;
  return fromPublication('day', (published, direction) => nearestDay(published, month, day, direction()));
}

/** The last such day, or the next, or where the clause does not say which, the nearer. */
function nearestDay(published: Moment, month: number, day: number, direction: Direction): Moment | null {
  const [year] = yearMonthDay(published.at);
  const days = [year - 1, year, year + 1]
    .map(each => dayOf(each, month, day))
    .filter(each => each !== null)
    .filter(
      ({ at }) => direction === null || (direction === 'past' ? at <= published.at : at >= published.at),
    );
  const distance = ({ at }: Moment) => Math.abs(at - published.at);
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
