import { type Grain, type Moment, shifted, within, written } from './calendar.ts';
import {
  countedFrom,
  type Expression,
  fixed,
  fromMentioned,
  fromPublication,
  fromText,
  type Meaning,
  type Resolved,
  type Situation,
  unsettled,
} from './meaning.ts';
import { type Amount, amount, joint } from './numbers.ts';
import { either, giving, literal, maybe, type Rule, sequence, where, word } from './rule.ts';
import { anyUnit, grainOf, lengthOf } from './units.ts';

const date = (meaning: Meaning): Expression => ({ kind: 'date', meaning });

/** Before a plural: "years ago". */
const openAmount: Rule<Amount> = giving(
  where((pieces, at) => pieces[at]?.word?.units !== undefined),
  () => ({ count: null }),
);

/** "three days ago", "a week or so ago", "two weeks from now", "years ago" */
const fromNow: Rule<Expression> = giving(
  sequence(
    either(amount, openAmount),
    anyUnit,
    maybe(sequence(literal('or'), literal('so'))),
    either(
      word('shift'),
      giving(sequence(literal('from'), literal('now', 'today')), () => 1),
    ),
  ),
  ([{ count }, unit, , sign]) => date(countedFromNow(count, unit, sign)),
);

function countedFromNow(count: number | null, unit: string, sign: number): Meaning {
  if (count === null) return fixed(sign < 0 ? 'PAST_REF' : 'FUTURE_REF');
  if (unit === 'fortnight') return countedFromNow(count * 2, 'week', sign);
  const grain = grainOf(unit);
  if (!grain || !Number.isInteger(count)) return unsettled;
  const ago = fromPublication(grain, published => shifted(published, grain, sign * count));
  return sign < 0 && grain === 'year' ? comparedYears(count, 'quarter', ago) : ago;
}

/** Years before the period that a report is about, where it is as short as the grain: "up from 3% a year earlier". */
const comparedYears =
  (years: number, grain: Grain, otherwise: Meaning): Meaning =>
  situation => {
    const { period } = situation.mentions;
    const resolved =
      period && (grain === 'year' || period.grain === grain)
        ? fromMentioned(shifted(period, 'year', -years), period)
        : otherwise(situation);
    return resolved && { ...resolved, aside: true };
  };

/** "earlier", "later"; "before" and "after" only at the end of a clause, else they belong to what follows. */
const shiftWord: Rule<number> = giving(
  sequence(
    word('textShift'),
    where((pieces, at) => {
      const [before, next] = [pieces[at - 1]!, pieces[at]];
      const goesOn = next?.sentence === before.sentence && /^[\p{L}\p{N}]/u.test(next?.raw ?? '');
      return !(goesOn && /^(before|after)$/.test(before.raw));
    }),
  ),
  ([sign]) => sign,
);

/** "a year earlier", "three days later", "two weeks before": counted from the time last mentioned. */
const fromThen: Rule<Expression> = giving(sequence(amount, anyUnit, shiftWord), ([{ count }, unit, sign]) =>
  count === null
    ? { kind: 'duration', meaning: fixed(lengthOf(null, unit)) }
    : date(countedFromThen(count, unit, sign)),
);

function countedFromThen(count: number, unit: string, sign: number): Meaning {
  const grain = grainOf(unit);
  if (!grain || !Number.isInteger(count)) return unsettled;
  const then = strictly(
    grain,
    fromText(grain, from => shifted(from, grain, sign * count)),
  );
  return sign < 0 && grain === 'year' ? comparedYears(count, 'year', then) : then;
}

/** Nothing where the text last spoke of a longer time: "In 1985 … Three days later". */
const strictly =
  (grain: Grain, meaning: Meaning): Meaning =>
  situation => {
    const resolved = meaning(situation);
    const { latest, day } = situation.mentions;
    const tooCoarse = latest !== null && day === null && resolved?.anchor?.from === 'publication';
    return tooCoarse && grain !== 'year' ? null : resolved;
  };

/** "year-ago", "the year-earlier period", "the year-ago quarter" */
const yearAgo: Rule<Expression> = giving(
  sequence(
    maybe(literal('the', 'a')),
    literal('year'),
    joint,
    literal('ago', 'earlier'),
    maybe(literal('period', 'quarter', 'month')),
  ),
  ([, , , , noun]) => {
    const then = countedFromThen(1, 'year', -1);
    return date(noun === 'quarter' ? quarterYearAgo(then) : then);
  },
);

const quarterYearAgo =
  (otherwise: Meaning): Meaning =>
  situation => {
    const { quarter } = situation.mentions;
    if (!quarter) return otherwise(situation);
    const ago = fromMentioned(shifted(quarter, 'year', -1), quarter);
    return ago && { ...ago, aside: true };
  };

/** "the day before", "the week after", at the end of a clause */
const unitBefore: Rule<Expression> = giving(
  sequence(literal('the'), word('unit'), shiftWord),
  ([, unit, sign]) => date(countedFromThen(1, unit, sign)),
);

/** "until then", "since then": the word is looked at, not taken. */
const then: Rule<Expression> = giving(
  sequence(
    where((pieces, at) => pieces[at - 1]?.word?.bound !== undefined),
    literal('then'),
  ),
  () => date(thatTime),
);

const thatTime: Meaning = ({ mentions: { latest } }) =>
  latest && latest !== 'unsettled' ? fromMentioned(latest, latest) : null;

export const shift: Rule<Expression> = either(fromNow, fromThen, yearAgo, unitBefore, then);

/** "the day before Christmas", "two weeks after 3 May", "a month before the end of the year" */
export const besideDate = (other: Rule<Meaning>): Rule<Expression> =>
  giving(
    sequence(
      either(
        amount,
        giving(literal('the'), () => ({ count: 1 })),
      ),
      anyUnit,
      either(
        giving(literal('before'), () => -1),
        giving(literal('after'), () => 1),
      ),
      other,
    ),
    ([{ count }, unit, sign, other]) => {
      const grain = grainOf(unit);
      return grain && Number.isInteger(count) ? date(beside(other, grain, sign * count!)) : null;
    },
  );

const beside =
  (other: Meaning, grain: Grain, count: number): Meaning =>
  situation =>
    derived(other, situation, moment => shifted(within(moment, grain), grain, count));

/** "the week of June 10", "the weekend of 3 May" */
export const weekOf = (day: Rule<Meaning>): Rule<Expression> =>
  giving(sequence(maybe(literal('the')), word('unit'), literal('of'), day), ([, unit, , day]) => {
    const grain = unit === 'week' || unit === 'weekend' ? unit : null;
    return grain && date(situation => derived(day, situation, moment => within(moment, grain)));
  });

/** Counted from a date that stands beside it, whose anchor, if it has one, it takes over. */
function derived(other: Meaning, situation: Situation, count: (moment: Moment) => Moment): Resolved | null {
  const resolved = other(situation);
  const day = resolved?.moment;
  if (day?.grain !== 'day') return null;
  return countedFrom(resolved?.anchor ?? { from: 'text', date: written(day) }, count(day));
}
