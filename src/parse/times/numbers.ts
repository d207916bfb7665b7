import { digits, either, giving, glued, literal, maybe, type Rule, sequence, word } from './rule.ts';

const hyphen = glued(literal('-', '–', '‑'));

/** "seven", "twenty", "twenty-one", "twenty one" */
const belowHundred: Rule<number> = giving(
  sequence(word('number'), maybe(sequence(maybe(hyphen), word('number')))),
  ([first, second]) => {
    if (second === null) return first;
    return first >= 20 && first % 10 === 0 && second[1] < 10 ? first + second[1] : null;
  },
);

const smallNumber: Rule<number> = either(belowHundred, word('number'));

/** "two hundred", "five thousand" */
const scaled: Rule<number> = giving(
  sequence(either(smallNumber, digits(1, 999, 3)), word('scale')),
  ([count, scale]) => count * scale,
);

/** "3", "1,200", "2.5" */
const figures: Rule<number> = giving(
  sequence(digits(0, 999_999, 7), maybe(sequence(glued(literal('.')), glued(digits(0, 99, 2))))),
  ([whole, fraction]) => (fraction ? Number(`${whole}.${fraction[1]}`) : whole),
);

/** A number in figures or words: "3", "2.5", "twenty-one", "two hundred". */
export const cardinal: Rule<number> = either(scaled, figures, smallNumber);

/** "third", "twenty-first", "3rd", "21st" */
export const ordinal: Rule<number> = either(
  giving(sequence(word('number'), hyphen, word('ordinal')), ([tens, , ones]) =>
    tens >= 20 && ones < 10 ? tens + ones : null,
  ),
  word('ordinal'),
  giving(sequence(digits(1, 99, 2), glued(literal('st', 'nd', 'rd', 'th'))), ([value]) => value),
);

/** "nineteen eighty-four", "two thousand one": a year as it is spoken. */
export const spokenYear: Rule<number> = either(
  giving(sequence(word('number'), maybe(hyphen), belowHundred), ([century, , year]) =>
    century >= 15 && century <= 20 && year >= 10 ? century * 100 + year : null,
  ),
  giving(
    sequence(word('number'), word('scale'), maybe(literal('and')), maybe(smallNumber)),
    ([count, scale, , rest]) => (count === 2 && scale === 1000 ? 2000 + (rest ?? 0) : null),
  ),
);

/** How many: a number, or null where the words leave it open ("a few"). */
export type Amount = { readonly count: number | null };

const some: Amount = { count: null };

/** "nearly", "more than", "at least", "up to" */
const about = either<unknown>(
  sequence(literal('more', 'less', 'fewer', 'longer'), literal('than')),
  sequence(literal('at'), literal('least', 'most')),
  sequence(literal('up', 'close'), literal('to')),
  word('approximate'),
);

/** "two to three", "12 or 18", "3-5" */
const oneOrOther: Rule<Amount> = giving(
  sequence(cardinal, literal('to', 'or', '-', '–'), cardinal),
  () => some,
);

const ofThem = maybe(literal('of'));

/** "a few", "several", "a couple of", "dozens of" */
const uncertain: Rule<Amount> = giving(
  sequence(maybe(literal('a', 'the')), word('vague'), maybe(literal('more')), ofThem),
  ([, vague]) => ({ count: vague === 'X' ? null : Number(vague) }),
);

/** "two and a half" */
const andHalf: Rule<Amount> = giving(
  sequence(cardinal, literal('and'), literal('a'), literal('half')),
  ([count]) => ({ count: count + 0.5 }),
);

/** "half a", "a dozen" */
const articled: Rule<Amount> = either(
  giving(sequence(literal('half'), literal('a', 'an')), () => ({ count: 0.5 })),
  giving(sequence(literal('a'), cardinal), ([, count]) => ({ count })),
);

const single: Rule<Amount> = giving(literal('a', 'an'), () => ({ count: 1 }));

/** An amount that no article begins: what a plural and a hyphen take. */
export const plainAmount: Rule<Amount> = either(
  uncertain,
  oneOrOther,
  andHalf,
  giving(cardinal, count => ({ count })),
);

/** "three", "nearly 40", "more than two thousand", "a few", "half a", "an" */
export const amount: Rule<Amount> = giving(
  sequence(maybe(about), either(articled, plainAmount, single)),
  ([, value]) => value,
);

/** The joint of "third-quarter", "year-ago": a hyphen without spaces, or none. */
export const joint = maybe(hyphen);
