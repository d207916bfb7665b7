import { type Moment, monthOf, nearest, partOfYear, shifted } from './calendar.ts';
import { fullYear, likely, meaningOf, month, monthAndYear } from './dates.ts';
import { type Direction, fromPublication, type Meaning, named } from './meaning.ts';
import { joint, ordinal } from './numbers.ts';
import type { Piece } from './pieces.ts';
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
  where,
  word,
} from './rule.ts';
import { anyWhich, counted, type Which } from './which.ts';
import { shortYear } from './years.ts';

const the = maybe(literal('the'));

/** The year of "'69", "fiscal 1989", "the year 2000", "this year", "last year", "the year". */
const yearMeaning: Rule<Meaning> = either<Meaning>(
  shortYear,
  giving(
    sequence(the, maybe(literal('fiscal', 'calendar')), maybe(literal('year')), fullYear),
    ([, , , year]) => named({ grain: 'year', at: year }),
  ),
  giving(sequence(anyWhich, maybe(literal('fiscal', 'calendar', 'financial')), literal('year')), ([which]) =>
    counted(which, 'year', from => shifted(from, 'year', which.by)),
  ),
);

/** A part of a year, of the year that is named or counted: "the third quarter of 1990", "June last year". */
const inYear =
  (year: Meaning, part: (year: number) => Moment): Meaning =>
  situation => {
    const resolved = year(situation);
    if (resolved?.moment?.grain !== 'year') return null;
    const inside = named(part(resolved.moment.at))(situation);
    return inside && { ...inside, anchor: resolved.anchor };
  };

const ofYear = giving(sequence(maybe(literal('of', 'in')), yearMeaning), ([, year]) => year);

/** A month alone; one that is also a name or a verb needs a word before it that leads to a time. */
const lonelyMonth: Rule<number> = giving(
  sequence(
    where((pieces, at) => !pieces[at]?.word?.doubtful || isLed(pieces[at - 1], pieces[at + 1])),
    month,
  ),
  ([, value]) => value,
);

/** Before a name, only a strong lead counts: "April and August Wilson". */
const isLed = (before: Piece | undefined, after: Piece | undefined): boolean =>
  before?.word?.leads === 'strong' ||
  (before?.word?.leads !== undefined && !(after?.word === null && /^\p{Lu}/u.test(after.raw)));

/** "September", "last August", "the following March", "June last year", "the month of May", "November 2024" */
const monthPeriod: Rule<Meaning> = either<Meaning>(
  giving(monthAndYear, meaningOf),
  giving(sequence(month, ofYear), ([month, year]) => inYear(year, at => monthOf(at, month))),
  giving(sequence(anyWhich, month), ([which, month]) => relatedPart(which, 'month', month)),
  giving(lonelyMonth, month => meaningOf({ year: null, month, day: null })),
);

const seasonNumbers: Readonly<Record<string, number>> = { SP: 1, SU: 2, FA: 3, WI: 4 };
const season: Rule<number> = giving(word('season'), code => seasonNumbers[code] ?? null);

/** "in summer", "by autumn"; not "summer holidays", nor "fall" in any other place. */
const lonelySeason: Rule<Meaning> = giving(
  sequence(
    where((pieces, at) => pieces[at - 1]?.word?.leads === 'strong'),
    season,
  ),
  ([, part]) => bareYearPart('season', part),
);

/** Not before "of": "the fall of the city". */
const notOf = where((pieces, at) => pieces[at]?.raw !== 'of');

/** "the summer of 2020", "summer 2020", "last summer", "this winter", "the spring" */
const seasonPeriod: Rule<Meaning> = either<Meaning>(
  giving(sequence(the, season, ofYear), ([, part, year]) =>
    inYear(year, at => partOfYear('season', at, part)),
  ),
  giving(sequence(anyWhich, season), ([which, part]) => relatedPart(which, 'season', part)),
  giving(sequence(literal('the'), season, notOf), ([, part]) => bareYearPart('season', part)),
  lonelySeason,
);

const quarterNumber: Rule<number> = giving(ordinal, number => (number <= 4 ? number : null));

/** "third quarter", "third-quarter", "Q3", "3Q" */
const quarter: Rule<number> = either(
  giving(sequence(quarterNumber, joint, literal('quarter')), ([number]) => number),
  giving(sequence(literal('q'), glued(digits(1, 4, 1))), ([, number]) => number),
  giving(sequence(digits(1, 4, 1), glued(literal('q'))), ([number]) => number),
);

/** "first half", "second half": of a year, never alone. */
const half: Rule<number> = giving(sequence(ordinal, joint, literal('half')), ([number]) =>
  number <= 2 ? number : null,
);

const fiscal = maybe(literal('fiscal'));

/** "the third quarter of 1990", "the 1988 third quarter", "third-quarter", "last year's third quarter" */
const quarterPeriod: Rule<Meaning> = either<Meaning>(
  giving(sequence(the, fiscal, quarter, ofYear), ([, , part, year]) =>
    inYear(year, at => partOfYear('quarter', at, part)),
  ),
  giving(sequence(yearMeaning, possessive, fiscal, quarter), ([year, , , part]) =>
    inYear(year, at => partOfYear('quarter', at, part)),
  ),
  giving(
    sequence(the, maybe(sequence(literal('year'), joint, literal('ago', 'earlier'))), fiscal, quarter),
    ([, ago, , part]) => (ago ? yearBefore(part) : bareYearPart('quarter', part)),
  ),
  giving(sequence(yearMeaning, possessive, literal('quarter')), ([year]) => sameQuarter(year)),
  giving(sequence(the, half, ofYear), ([, part, year]) => inYear(year, at => partOfYear('half', at, part))),
);

/** "the 1988 quarter": the one that the report is about, in that year. */
const sameQuarter =
  (year: Meaning): Meaning =>
  situation => {
    const { quarter } = situation.mentions;
    return quarter
      ? inYear(year, at => partOfYear('quarter', at, (quarter.at % 4) + 1))(situation)
      : year(situation);
  };

/** "the year-earlier third quarter" */
const yearBefore = (part: number): Meaning =>
  fromPublication('quarter', (published, direction) =>
    shifted(likely(published, part - 1, 4, unsure(direction()), trust.quarter), 'year', -1),
  );

/** How far a clause that looks ahead is trusted to name the next one. */
const trust = { quarter: 1, season: 3 };

/** Clauses in the future tense name quarters that are over too: "will report third-quarter results". */
const unsure = (direction: Direction): Direction => (direction === 'future' ? 'ahead' : direction);

const bareYearPart = (grain: 'quarter' | 'season', part: number): Meaning =>
  fromPublication(grain, (published, direction) =>
    likely(published, part - 1, 4, unsure(direction()), trust[grain]),
  );

/** "last August", "next spring", "this summer": "last" is not used of what has just gone by. */
function relatedPart(which: Which, grain: 'month' | 'season', part: number): Meaning {
  const cycle = grain === 'month' ? 12 : 4;
  return counted(which, grain, (from, direction) => {
    if (which.by === 0) return thisPart(from, part - 1, cycle, direction());
    const skipped = which.by < 0 && grain === 'month' && which.from === 'publication' ? -2 : which.by;
    return nearest(shifted(from, grain, skipped), part - 1, cycle, which.by < 0 ? 'past' : 'future');
  });
}

/** "this summer" is the nearest; "this June" is of the same year. */
function thisPart(from: Moment, part: number, cycle: number, direction: Direction): Moment {
  if (cycle === 12) return { grain: from.grain, at: Math.floor(from.at / cycle) * cycle + part };
  const past = nearest(from, part, cycle, 'past');
  const future = nearest(from, part, cycle, 'future');
  const nearer = from.at - past.at - (future.at - from.at);
  return nearer < 0 || (nearer === 0 && direction === 'past') ? past : future;
}

/** Months, seasons, quarters and halves of years, with their year or without. */
export const yearPart: Rule<Meaning> = either(quarterPeriod, seasonPeriod, monthPeriod);
