import { calendarDay } from './dates.ts';
import { durationRule } from './durations.ts';
import type { Expression, Meaning } from './meaning.ts';
import { numericDate } from './numeric.ts';
import { longPeriod, shortPeriod } from './periods.ts';
import { type Found, range } from './ranges.ts';
import { definiteUnit, nearDay, relative } from './relative.ts';
import { either, giving, glued, literal, longest, maybe, type Rule, rule, sequence, word } from './rule.ts';
import { setRule } from './sets.ts';
import { besideDate, shift, weekOf } from './shifts.ts';
import { timeOfDay } from './times-of-day.ts';
import { vague } from './vague.ts';
import { weekday } from './weekdays.ts';
import { yearPart } from './year-parts.ts';
import { year } from './years.ts';

const asDate = (rule: Rule<Meaning>): Rule<Expression> =>
  giving(rule, meaning => ({ kind: 'date', meaning }));

/** All expressions: at a piece, the rule that reads most wins, and of two that read as much the first. */
export function createGrammar(holiday: Rule<Meaning>): Rule<readonly Found[]> {
  const day = either(calendarDay, numericDate, weekday, nearDay, holiday);
  const plain = longest<Expression>(
    asDate(day),
    asDate(yearPart),
    asDate(longPeriod),
    asDate(shortPeriod),
    asDate(year),
    relative,
    shift,
  );
  const single = longest<Expression>(
    timeOfDay(day),
    plain,
    partOf(plain),
    besideDate(day),
    weekOf(day),
    setRule,
    durationRule,
    vague,
  );
  const alone = rule((pieces, at) => {
    const match = single.read(pieces, at);
    return match && { value: [{ from: at, to: match.to, ...match.value }], to: match.to };
  }, single.first);
  return either(range, alone);
}

const adverb = giving(word('stretch'), kind => (kind === 'adverb' ? kind : null));

/** "early Friday", "late last year", "mid-2023", "the end of the year": the part is not in the value. */
const partOf = (whole: Rule<Expression>): Rule<Expression> =>
  either(
    giving(
      sequence(maybe(literal('the')), adverb, maybe(glued(literal('-'))), maybe(literal('in', 'on')), whole),
      ([, , , , whole]) => whole,
    ),
    giving(
      sequence(
        maybe(literal('the')),
        maybe(literal('very')),
        word('stretch'),
        literal('of'),
        either(whole, definiteUnit),
      ),
      ([, , , , whole]) => whole,
    ),
  );
