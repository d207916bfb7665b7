import { dayOf, type Moment, written } from './calendar.ts';
import { atTime, type Meaning, named, type Resolved } from './meaning.ts';
import { digits, either, giving, glued, literal, maybe, type Rule, sequence, where } from './rule.ts';

const separator = glued(literal('/', '.', '-'));

const padded = (part: number): string => String(part).padStart(2, '0');

/** "T10:30", "T10:30:00Z" */
const isoTime: Rule<string> = giving(
  sequence(
    where((pieces, at) => pieces[at]?.raw === 'T'),
    glued(literal('t')),
    glued(digits(0, 24, 2)),
    glued(literal(':')),
    glued(digits(0, 59, 2)),
    maybe(sequence(glued(literal(':')), glued(digits(0, 59, 2)))),
    maybe(glued(literal('z'))),
  ),
  ([, , hour, , minute, second, zulu]) =>
    `T${padded(hour)}:${padded(minute)}${second ? `:${padded(second[1])}` : ''}${zulu ? 'Z' : ''}`,
);

/** "2024-11-15", "2024/11/15", and with a time behind it "2024-11-15T10:30Z" */
const yearFirst: Rule<Meaning> = giving(
  sequence(
    digits(1000, 2199),
    separator,
    glued(digits(1, 12, 2)),
    separator,
    glued(digits(1, 31, 2)),
    maybe(isoTime),
  ),
  ([year, , month, , day, time]) => {
    const moment = dayOf(year, month, day);
    return moment && (time ? atTime(named(moment), time) : named(moment));
  },
);

const twoFigures: Rule<number> = giving(
  sequence(
    where((pieces, at) => pieces[at]?.raw.length === 2),
    digits(0, 99, 2),
  ),
  ([, year]) => year,
);

/** "15/11/2024", "11-15-89", "15.11.2024": which is the day and which the month is a matter of country. */
const yearLast: Rule<Meaning> = giving(
  sequence(
    digits(1, 31, 2),
    separator,
    glued(digits(1, 31, 2)),
    separator,
    glued(either(digits(1000, 2199), twoFigures)),
  ),
  ([first, a, second, b, year]) => (a === b ? eitherOrder(first, second, year) : null),
);

/** Settled where only one order gives a date, or where one of them gives the day of publication. */
function eitherOrder(first: number, second: number, year: number): Meaning | null {
  if (first > 12 && second > 12) return null;
  return situation => {
    const full = year >= 1000 ? year : centuryFor(year, situation.published);
    const days = [dayOf(full, first, second), dayOf(full, second, first)].filter(day => day !== null);
    const [day, other] = days;
    if (!day) return null;
    const anchored = year < 1000;
    if (!other || other.at === day.at) return readAs(day, anchored ? situation.published : null);
    const published = days.find(
      ({ at }) => situation.published?.grain === 'day' && at === situation.published.at,
    );
    return published ? readAs(published, published) : null;
  };
}

function readAs(day: Moment, published: Moment | null): Resolved {
  const anchor = published && ({ from: 'publication', date: written(published) } as const);
  return { value: written(day), moment: day, anchor };
}

/** The century that puts two figures nearest before the publication, or the next ten years; without one, none does. */
function centuryFor(year: number, published: Moment | null): number {
  if (!published) return 0;
  const latest = Number(written(published).slice(0, 4)) + 10;
  return latest - ((((latest - year) % 100) + 100) % 100);
}

export const numericDate: Rule<Meaning> = either(yearFirst, yearLast);
