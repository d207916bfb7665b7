import { type Expression, fixed } from './meaning.ts';
import { amount, plainAmount } from './numbers.ts';
import { either, giving, glued, literal, maybe, type Rule, sequence, word } from './rule.ts';
import { anyUnit, lengthOf } from './units.ts';

const duration = (value: string): Expression => ({ kind: 'duration', meaning: fixed(value) });

/** "two years", "nearly an hour", "a few days", "half a century", "a year and a half" */
const counted: Rule<Expression> = giving(
  sequence(
    amount,
    maybe(word('between')),
    anyUnit,
    maybe(sequence(literal('and'), literal('a'), literal('half'))),
  ),
  ([{ count }, , unit, half]) => duration(lengthOf(half && count !== null ? count + 0.5 : count, unit)),
);

/** "two-year", "30-day", "8-month-old", "five-day-long"; not the age of a person: "a 59-year-old" */
const hyphenated: Rule<Expression> = giving(
  sequence(
    plainAmount,
    glued(literal('-', '–')),
    word('unit'),
    maybe(sequence(glued(literal('-')), glued(literal('long', 'old')))),
  ),
  ([{ count }, , unit]) => duration(lengthOf(count, unit)),
);

/** "years", "for months", "in decades", "centuries" */
const openLength: Rule<Expression> = giving(
  sequence(word('units'), maybe(sequence(literal('or', 'and'), word('units')))),
  ([unit]) => duration(lengthOf(null, unit)),
);

/** "months-long", "day-long" */
const long: Rule<Expression> = giving(
  sequence(anyUnit, glued(literal('-')), glued(literal('long', 'old'))),
  ([unit]) => duration(lengthOf(unit.endsWith('s') ? null : 1, unit)),
);

/** "the year ended June 30", "the three months ending": the length, not the date that follows it. */
const ended: Rule<Expression> = giving(
  sequence(maybe(literal('the')), word('unit'), maybe(literal('that')), ending),
  ([, unit]) => duration(lengthOf(1, unit)),
);

/** The word is looked at, not taken. */
function ending(...[pieces, at]: Parameters<Rule<null>>): ReturnType<Rule<null>> {
  return /^(ended|ending|ends)$/.test(pieces[at]?.raw ?? '') ? { value: null, to: at } : null;
}

export const durationRule: Rule<Expression> = either(ended, hyphenated, counted, long, openLength);
