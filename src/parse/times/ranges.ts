import type { TimeExpression } from '../../domain/index.ts';
import { type DateParts, dayAndMonth, dayNumber, fullYear, meaningOf, month, monthAndYear } from './dates.ts';
import { type Meaning, named } from './meaning.ts';
import { digits, either, giving, literal, type Rule, sequence } from './rule.ts';

/** An expression at its place. */
export type Found = {
  readonly from: number;
  readonly to: number;
  readonly kind: TimeExpression['kind'];
  readonly meaning: Meaning;
};

const joined: Rule<string> = literal('to', 'and', 'or', 'through', 'until', 'till', '-', '–', '—', '/');

/** The rule's value with the pieces that it read. */
const placed =
  <Value>(rule: Rule<Value>): Rule<{ readonly value: Value; readonly from: number; readonly to: number }> =>
  (pieces, at) => {
    const match = rule(pieces, at);
    return match && { value: { ...match, from: at }, to: match.to };
  };

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

/** "Nov. 3-5", "November 3 and 4, 2024": the second day takes its month from the first, and both the year behind. */
const monthThenDays: Rule<readonly Found[]> = giving(
  sequence(
    placed(giving(sequence(month, dayNumber), ([month, day]) => ({ month, day }))),
    joined,
    placed(giving(sequence(dayNumber, maybeYear), ([day, year]) => ({ day, year }))),
  ),
  ([first, , second]) => {
    const { year, day } = second.value;
    if (day <= first.value.day) return null;
    const parts = { year, month: first.value.month };
    return both(found(first, { ...parts, day: first.value.day }), found(second, { ...parts, day }));
  },
);

function maybeYear(...[pieces, at]: Parameters<Rule<number | null>>): ReturnType<Rule<number | null>> {
  return giving(sequence(literal(','), fullYear), ([, year]) => year)(pieces, at) ?? { value: null, to: at };
}

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

/** Two figures, and no more of a number or word behind them. */
function twoFigures(...[pieces, at]: Parameters<Rule<number>>): ReturnType<Rule<number>> {
  const piece = pieces[at];
  const next = pieces[at + 1];
  const goesOn = next?.glued && !/^[.,;:)\]'"’”]$/.test(next.raw);
  return piece?.glued && piece.raw.length === 2 && !goesOn ? digits(1, 99, 2)(pieces, at) : null;
}

/** Two dates of which one borrows from the other. */
export const range: Rule<readonly Found[]> = either(daysThenMonth, monthThenDays, yearBehind, shortYear);
