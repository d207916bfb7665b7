import { type Expression, fixed } from './meaning.ts';
import { amount, plainAmount } from './numbers.ts';
import type { Piece } from './pieces.ts';
import { either, giving, glued, literal, maybe, type Rule, sequence, where, word } from './rule.ts';
import { anyUnit, lengthOf } from './units.ts';

const duration = (value: string): Expression => ({ kind: 'duration', meaning: fixed(value) });

const hyphen = glued(literal('-', '–', '‑'));

const andHalf = maybe(sequence(literal('and'), literal('a'), literal('half')));

/** "two years", "nearly forty years", "a few days", "two and a half hours" */
const several: Rule<Expression> = giving(
  sequence(amount, maybe(word('between')), word('units')),
  ([{ count }, , unit]) => (unit === 'quarter' ? null : duration(lengthOf(count, unit))),
);

/** "a week", "nearly an hour", "half a century", "a year and a half", "one day"; not "a second", "a quarter" */
const one: Rule<Expression> = giving(
  sequence(amount, maybe(word('between')), word('unit'), andHalf),
  ([{ count }, , unit, half]) => {
    const isFraction = unit === 'quarter' || unit === 'second';
    if (isFraction || (count !== 1 && count !== 0.5)) return null;
    return duration(lengthOf(half ? count + 0.5 : count, unit));
  },
);

/** "two-year", "30-day", "6-week-old", "five-day-long" */
const hyphenated: Rule<Expression> = giving(
  sequence(plainAmount, hyphen, word('unit'), maybe(sequence(hyphen, glued(literal('long', 'old'))))),
  ([{ count }, , unit]) => duration(lengthOf(count, unit)),
);

/** "for years", "weeks or months": how many is left open; not what a number before it counts, nor "on days when". */
const open: Rule<Expression> = giving(
  sequence(
    where((pieces, at) => isOpen(pieces[at - 1], pieces[at + 1])),
    word('units'),
    maybe(sequence(literal('or', 'and'), word('units'))),
  ),
  ([, unit]) => duration(lengthOf(null, unit)),
);

const isOpen = (before: Piece | undefined, after: Piece | undefined): boolean =>
  !(before && (before.number >= 0 || before.word?.number || /^(on|-|–)$/.test(before.raw))) &&
  after?.raw !== 'old';

/** "months-long", "day-long" */
const long: Rule<Expression> = either(
  giving(sequence(word('units'), hyphen, glued(literal('long', 'old'))), ([unit]) =>
    duration(lengthOf(null, unit)),
  ),
  giving(sequence(word('unit'), hyphen, glued(literal('long'))), ([unit]) => duration(lengthOf(1, unit))),
);

/** "the year ended May 31", "the month ending": the length, not the date that follows it. */
const ended: Rule<Expression> = giving(
  sequence(
    maybe(literal('the')),
    word('unit'),
    where((pieces, at) => /^(ended|ending)$/.test(pieces[at]?.raw ?? '')),
  ),
  ([, unit]) => duration(lengthOf(1, unit)),
);

/** "37 years old", "six years of age", "a six-year-old": how old somebody is tells no time. */
const age: Rule<unknown> = either<unknown>(
  sequence(amount, anyUnit, either<unknown>(literal('old'), sequence(literal('of'), literal('age')))),
  sequence(plainAmount, hyphen, literal('year'), hyphen, glued(literal('old', 'olds'))),
);

const length: Rule<Expression> = either(ended, hyphenated, several, one, long, open);

export const durationRule: Rule<Expression> = giving(
  sequence(
    where((pieces, at) => age.read(pieces, at) === null),
    length,
  ),
  ([, expression]) => expression,
);
