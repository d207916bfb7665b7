import type { TimeExpression } from '../../domain/index.ts';
import { type DateParts, dayAndMonth, dayNumber, fullYear, meaningOf, month, monthAndYear } from './dates.ts';
import { type Meaning, named } from './meaning.ts';
import { digits, either, giving, glued, literal, maybe, type Rule, rule, sequence, where } from './rule.ts';

/** An expression at its place. */
export type Found = {
  readonly from: number;
  readonly to: number;
  readonly kind: TimeExpression['kind'];
  readonly meaning: Meaning;
};

const joined: Rule<string> = literal('to', 'and', 'or', 'through', 'until', 'till', '-', '–', '—', '/');

/** The rule's value with the pieces that it read. */
const placed = <Value>(inner: Rule<Value>): Rule<Placed<Value>> =>
  rule(
    (pieces, at) => {
      const match = inner.read(pieces, at);
      return match && { value: { ...match, from: at }, to: match.to };
    },
    inner.first,
    inner.tryAt,
  );

type Placed<Value> = { readonly value: Value; readonly from: number; readonly to: number };

const found = ({ from, to }: Placed<unknown>, parts: DateParts): Found | null => {
  const meaning = meaningOf(parts);
  return meaning && { from, to, kind: 'date', meaning };
};

const both = (first: Found | null, second: Found | null): Found[] | null =>
  first && second && [first, second];

/** "3 to 5 May 2021", "3-5 May": the first day takes its month from the second. */
const daysThenMonth: Rule<readonly Found[]> = giving(
  sequence(placed(dayNumber), joined, placed(dayAndMonth)),
  ([first, , second]) => {
    if (second.value.day === null || first.value >= second.value.day) return null;
    return both(found(first, { ...second.value, day: first.value }), found(second, second.value));
  },
);

const yearAfter: Rule<number> = giving(sequence(literal(','), fullYear), ([, year]) => year);

/** "Nov. 3-5", "November 3 and 4, 2024": the second day takes its month from the first, and both the year behind. */
const monthThenDays: Rule<readonly Found[]> = giving(
  sequence(
    placed(giving(sequence(month, dayNumber), ([month, day]) => ({ month, day }))),
    joined,
    placed(giving(sequence(dayNumber, maybe(yearAfter)), ([day, year]) => ({ day, year }))),
  ),
  ([first, , second]) => {
    const { year, day } = second.value;
    if (day <= first.value.day) return null;
    const parts = { year, month: first.value.month };
    return both(found(first, { ...parts, day: first.value.day }), found(second, { ...parts, day }));
  },
);

/** "Nov. 3 to Dec. 5, 2024", "October and December 2020": the first takes its year from the second. */
const yearBehind: Rule<readonly Found[]> = giving(
  sequence(
    placed(
      either(
        dayAndMonth,
        giving(month, month => ({ year: null, month, day: null })),
      ),
    ),
    joined,
    placed(either(dayAndMonth, monthAndYear)),
  ),
  ([first, , second]) => {
    const { year } = second.value;
    if (year === null || first.value.year !== null) return null;
    const firstYear = first.value.month > second.value.month ? year - 1 : year;
    return both(found(first, { ...first.value, year: firstYear }), found(second, second.value));
  },
);

/** Two figures, and no more of a number or word behind them. */
const twoFigures: Rule<number> = giving(
  sequence(
    where((pieces, at) => pieces[at]?.raw.length === 2),
    glued(digits(1, 99, 2)),
    where((pieces, at) => !pieces[at]?.glued || /^[.,;:)\]'"’”]$/.test(pieces[at]!.raw)),
  ),
  ([, year]) => year,
);

/** "1997-98", "2015–18" */
const shortYear: Rule<readonly Found[]> = giving(
  sequence(placed(digits(1000, 2199)), literal('-', '–', '/'), placed(twoFigures)),
  ([first, , second]) => {
    const until = Math.floor(first.value / 100) * 100 + second.value;
    if (until <= first.value) return null;
    const years = [first, second].map(({ from, to }) => ({ from, to, kind: 'date' as const }));
    return [
      { ...years[0]!, meaning: named({ grain: 'year', at: first.value }) },
      { ...years[1]!, meaning: named({ grain: 'year', at: until }) },
    ];
  },
);

/** Two dates of which one borrows from the other. */
export const range: Rule<readonly Found[]> = either(daysThenMonth, monthThenDays, yearBehind, shortYear);
