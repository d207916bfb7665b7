import { type Expression, fixed } from './meaning.ts';
import { cardinal } from './numbers.ts';
import { either, giving, literal, maybe, type Rule, sequence, where, word } from './rule.ts';
import { anyUnit, lengthOf } from './units.ts';

const set = (value: string): Expression => ({ kind: 'set', meaning: fixed(value) });

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const weekdays = (weekday: number) => `XXXX-WXX-${weekday}`;

/** "every Monday", "each July", "every two weeks", "every other day", "each spring", "every night" */
const every: Rule<Expression> = giving(
  sequence(
    word('every'),
    either<string>(
      giving(word('weekday'), weekdays),
      giving(word('month'), month => `XXXX-${twoDigits(month)}`),
      giving(word('season'), season => `XXXX-${season}`),
      giving(word('part'), part => `XXXX-XX-XXT${part}`),
      giving(sequence(literal('other'), word('unit')), ([, unit]) => lengthOf(2, unit)),
      giving(sequence(maybe(literal('single')), maybe(cardinal), anyUnit), ([, count, unit]) =>
        lengthOf(count ?? 1, unit),
      ),
    ),
  ),
  ([, value]) => set(value),
);

/** "Mondays", "on Sundays" */
const plural: Rule<Expression> = giving(word('weekdays'), weekday => set(weekdays(weekday)));

/** "twice a week", "three times a year", "once a month": the unit is what is repeated. */
const times: Rule<Expression> = giving(
  sequence(
    either<unknown>(literal('once', 'twice'), sequence(cardinal, literal('times'))),
    maybe(literal('in')),
    literal('a', 'an', 'every', 'each', 'per'),
    word('unit'),
  ),
  ([, , , unit]) => set(lengthOf(1, unit)),
);

/**
 * "daily", "annually" as adverbs: with a capital they are names of things, and before a noun they say of what kind it
 * is ("a daily paper"), not when.
 */
const often: Rule<Expression> = giving(
  sequence(
    where((pieces, at) => !/^\p{Lu}/u.test(pieces[at]?.raw ?? '')),
    word('set'),
    where((pieces, at) => pieces[at]?.word !== null || !/^\p{L}/u.test(pieces[at]!.raw)),
  ),
  ([, value]) => set(value),
);

/** "per week", "per day" */
const per: Rule<Expression> = giving(sequence(literal('per'), word('unit')), ([, unit]) =>
  set(lengthOf(1, unit)),
);

export const setRule: Rule<Expression> = either(every, times, plural, often, per);
