import {
  digits,
  either,
  giving,
  glued,
  literal,
  maybe,
  type Rule,
  rule,
  sequence,
  where,
  word,
} from './rule.ts';

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

/** "05", "30" */
const twoDigits: Rule<number> = giving(
  sequence(
    where((pieces, at) => pieces[at]?.raw.length === 2),
    digits(0, 59, 2),
  ),
  ([, value]) => value,
);

const minutes: Rule<number> = giving(
  sequence(glued(literal(':', '.')), glued(twoDigits)),
  ([, value]) => value,
);

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

/** "1430": hours and minutes without a mark. */
const fourDigits: Rule<string> = giving(
  sequence(
    where((pieces, at) => pieces[at]?.raw.length === 4),
    digits(0, 2359),
  ),
  ([, time]) => (time % 100 < 60 ? clockTime(Math.floor(time / 100), time % 100) : null),
);

/** "GMT", "EST", "ET", "(GMT)": its distance from UTC, or nothing where that is not settled. */
const zone: Rule<string> = either(
  word('zone'),
  giving(sequence(literal('('), word('zone'), literal(')')), ([, offset]) => offset),
);

/** "1430 GMT": only with its zone. */
const military: Rule<string> = giving(sequence(fourDigits, zone), ([time, offset]) => time + offset);

/** "local time", "Moscow time" */
const namedZone: Rule<string> = giving(
  sequence(
    where((pieces, at) => pieces[at + 1]?.raw === 'time'),
    rule((pieces, at) =>
      /^(local|\p{Lu}\p{Ll}+)$/u.test(pieces[at]?.raw ?? '') ? { value: null, to: at + 1 } : null,
    ),
    literal('time'),
  ),
  () => '',
);

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
