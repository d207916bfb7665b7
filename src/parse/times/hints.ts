/**
 * What a piece may be, or a rule may start with, in 32 bits: word classes, digits, and literal words by ten buckets.
 * A hint never denies what is so; it may allow what is not.
 */
export type Hint = number;

export const nothing: Hint = 0;
export const anything: Hint = -1;
export const hintOfDigits: Hint = 1;

/** Classes that rules start with have a bit each; the others share one. */
const classBits: Readonly<Record<string, Hint>> = Object.fromEntries(
  [
    'month',
    'weekday',
    'weekdays',
    'day',
    'night',
    'relation',
    'textRelation',
    'number',
    'ordinal',
    'unit',
    'units',
    'season',
    'part',
    'clock',
    'set',
    'vaguely',
    'stretch',
    'every',
    'approximate',
    'vague',
  ].map((name, index) => [name, 1 << (index + 1)]),
);

const otherClass: Hint = 1 << 21;

const firstBucket = 22;
const buckets = 10;

export const hintOfClass = (name: string): Hint => classBits[name] ?? otherClass;

/** The bucket of a word, the same in small letters and in capitals; it has no meaning of its own. */
export function hintOfLiteral(word: string): Hint {
  let sum = word.length;
  for (let at = 0; at < word.length; at++) sum = (sum * 31 + (word.charCodeAt(at) | 32)) & 0xffff;
  return 1 << (firstBucket + (sum % buckets));
}
