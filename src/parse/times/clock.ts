import { digits, either, giving, glued, literal, maybe, type Rule, sequence, word } from './rule.ts';

/** "a.m.", "AM", "p.m": the hours to add; 12 a.m. is 0. */
const halfDay: Rule<'a' | 'p'> = giving(
  either(
    giving(
      sequence(
        literal('a', 'p'),
        maybe(glued(literal('.'))),
        glued(literal('m')),
        maybe(glued(literal('.'))),
      ),
      ([half]) => half,
    ),
    literal('am', 'pm'),
  ),
  half => (half.startsWith('a') ? 'a' : 'p'),
);

const hour12 = digits(1, 12, 2);
const minutes: Rule<number> = giving(
  sequence(glued(literal(':', '.')), glued(twoDigits)),
  ([, value]) => value,
);

function twoDigits(...[pieces, at]: Parameters<Rule<number>>): ReturnType<Rule<number>> {
  return pieces[at]?.raw.length === 2 ? digits(0, 59, 2)(pieces, at) : null;
}

/** "8 p.m.", "8:30am", "8.30 pm" */
const twelveHours: Rule<string> = giving(sequence(hour12, maybe(minutes), halfDay), ([hour, minute, half]) =>
  clockTime((hour % 12) + (half === 'p' ? 12 : 0), minute),
);

/** "14:30", "14:30:05" */
const twentyFourHours: Rule<string> = giving(
  sequence(
    digits(0, 24, 2),
    glued(literal(':')),
    glued(twoDigits),
    maybe(sequence(glued(literal(':')), glued(twoDigits))),
  ),
  ([hour, , minute, second]) => clockTime(hour, minute) + (second ? `:${padded(second[1])}` : ''),
);

/** "1430 GMT": only with its zone. */
const military: Rule<string> = giving(sequence(fourDigits, zone), ([time, zone]) => time + zone);

function fourDigits(...[pieces, at]: Parameters<Rule<string>>): ReturnType<Rule<string>> {
  const piece = pieces[at];
  if (piece?.raw.length !== 4 || piece.number < 0 || piece.number >= 2400 || piece.number % 100 >= 60)
    return null;
  return { value: clockTime(Math.floor(piece.number / 100), piece.number % 100), to: at + 1 };
}

/** "GMT", "EST", "ET", "(GMT)": its distance from UTC, or nothing where that is not settled. */
function zone(...[pieces, at]: Parameters<Rule<string>>): ReturnType<Rule<string>> {
  const bracket = pieces[at]?.raw === '(' && pieces[at + 2]?.raw === ')' ? 1 : 0;
  const value = pieces[at + bracket]?.word?.zone;
  return value === undefined ? null : { value, to: at + 1 + 2 * bracket };
}

/** "local time", "eastern time", "Moscow time" */
const namedZone: Rule<string> = giving(sequence(anyWord, literal('time')), () => '');

function anyWord(...[pieces, at]: Parameters<Rule<null>>): ReturnType<Rule<null>> {
  return /^(local|standard|daylight|\p{Lu}\p{Ll}+)$/u.test(pieces[at]?.raw ?? '')
    ? { value: null, to: at + 1 }
    : null;
}

/** "10 o'clock" */
const oClock: Rule<string> = giving(
  sequence(
    either(
      hour12,
      giving(word('number'), hour => (hour <= 12 ? hour : null)),
    ),
    literal('o'),
    glued(literal("'", '’')),
    glued(literal('clock')),
  ),
  ([hour]) => clockTime(hour, null),
);

/** A time by the clock, as TIMEX3 writes it, with its zone where that settles it: `T20:30`, `T14:30Z`. */
export const clockHour: Rule<string> = either(
  military,
  giving(
    sequence(
      either(
        twelveHours,
        twentyFourHours,
        oClock,
        giving(word('clock'), hour => `T${hour}`),
      ),
      maybe(either<string>(zone, namedZone)),
    ),
    ([time, offset]) => time + (offset ?? ''),
  ),
);

const clockTime = (hour: number, minute: number | null): string => `T${padded(hour)}:${padded(minute ?? 0)}`;

const padded = (value: number): string => String(value).padStart(2, '0');
