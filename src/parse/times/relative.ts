import { type Moment, shifted } from './calendar.ts';
import {
  atTime,
  type Expression,
  fixed,
  fromMentioned,
  fromPublication,
  fromText,
  holds,
  type Meaning,
  unsettled,
} from './meaning.ts';
import { type Amount, amount, joint } from './numbers.ts';
import { either, giving, literal, maybe, type Rule, sequence, word } from './rule.ts';
import { anyUnit, grainOf, lengthOf } from './units.ts';
import { anyWhich, counted, type Which } from './which.ts';

const date = (meaning: Meaning): Expression => ({ kind: 'date', meaning });
const duration = (value: string): Expression => ({ kind: 'duration', meaning: fixed(value) });

/** "today", "yesterday", "the day before yesterday", "the day after tomorrow" */
export const nearDay: Rule<Meaning> = giving(
  sequence(maybe(sequence(maybe(literal('the')), literal('day'), literal('before', 'after'))), word('day')),
  ([beyond, by]) => {
    if (beyond && by === 0) return null;
    return fromPublication('day', published => shifted(published, 'day', beyond ? 2 * by : by));
  },
);

/** "last week", "this year", "the following month", "that day", "the current fiscal year" */
const relatedUnit: Rule<Expression> = giving(
  sequence(anyWhich, maybe(literal('fiscal', 'financial', 'calendar', 'school', 'academic')), word('unit')),
  ([which, , unit]) => {
    const grain = grainOf(unit);
    if (!grain) return null;
    if (which.definite && which.from === 'publication' && which.by !== 0) return stretchAround(which, unit);
    return date(counted(which, grain, from => shifted(from, grain, which.by)));
  },
);

/** "the next day" is counted from what was told; "the past year" is a length of time. */
function stretchAround(which: Which, unit: string): Expression {
  if (unit === 'day') return date(fromText('day', from => shifted(from, 'day', which.by)));
  return duration(lengthOf(1, unit));
}

/** "the past two weeks", "the next few days", "the first nine months", "the four days" */
const severalUnits: Rule<Expression> = giving(
  sequence(
    either<unknown>(anyWhich, sequence(literal('the'), maybe(literal('first', 'final')))),
    amount,
    anyUnit,
  ),
  ([, { count }, unit]) => duration(lengthOf(count, unit)),
);

/** "recent years", "the past", "coming quarters": no more than past or future. */
const openUnits: Rule<Expression> = giving(
  sequence(
    maybe(literal('the')),
    either(literal('recent', 'past', 'future', 'coming', 'earlier', 'previous', 'next')),
    word('units'),
  ),
  ([, which, unit]) => {
    if (which === 'coming' || which === 'next') return duration(lengthOf(null, unit));
    return date(fixed(which === 'future' ? 'FUTURE_REF' : 'PAST_REF'));
  },
);

/** Before a plural: "years ago". */
const nothing: Rule<Amount> = (_, at) => ({ value: { count: null }, to: at });

/** "three days ago", "a year hence", "two weeks from now", "years ago" */
const fromNow: Rule<Expression> = giving(
  sequence(
    either<Amount>(amount, nothing),
    anyUnit,
    maybe(sequence(literal('or'), literal('so'))),
    either(
      word('shift'),
      giving(sequence(literal('from'), literal('now', 'today')), () => 1),
    ),
  ),
  ([{ count }, unit, , sign]) => date(counting(count, unit, sign)),
);

function counting(count: number | null, unit: string, sign: number): Meaning {
  const grain = grainOf(unit);
  if (count === null) return fixed(sign < 0 ? 'PAST_REF' : 'FUTURE_REF');
  if (unit === 'fortnight') return counting(count * 2, 'week', sign);
  if (!grain || !Number.isInteger(count)) return unsettled;
  const ago = fromPublication(grain, published => shifted(published, grain, sign * count));
  return sign < 0 && grain === 'year' ? orSamePart(count, ago) : ago;
}

/** "a year ago", after a quarter was spoken of, compares it with the same quarter. */
const orSamePart =
  (years: number, ago: Meaning): Meaning =>
  situation => {
    const { mentioned } = situation;
    if (mentioned?.grain !== 'quarter') return ago(situation);
    return fromMentioned(shifted(mentioned, 'year', -years), mentioned);
  };

/** "a year earlier", "three days later", "two weeks before": counted from the time last mentioned, as precise as it. */
const fromThen: Rule<Expression> = giving(sequence(amount, anyUnit, shiftWord), ([{ count }, unit, sign]) => {
  if (count === null) return duration(lengthOf(null, unit));
  return date(sinceMentioned(count, unit, sign));
});

/** "earlier", "later"; "before" and "after" only at the end of a clause, else they belong to what follows. */
function shiftWord(...[pieces, at]: Parameters<Rule<number>>): ReturnType<Rule<number>> {
  const match = word('textShift')(pieces, at);
  const joins = /^(before|after)$/.test(pieces[at]?.raw ?? '');
  const after = pieces[at + 1];
  const ends =
    after === undefined || /^[.,;:!?"'”’)–—-]$/.test(after.raw) || after.sentence !== pieces[at]?.sentence;
  return joins && !ends ? null : match;
}

function sinceMentioned(count: number, unit: string, sign: number): Meaning {
  const grain = grainOf(unit);
  if (!grain || !Number.isInteger(count)) return unsettled;
  const shift = (from: Moment) => shifted(from, grain, sign * count);
  return situation => {
    const { mentioned } = situation;
    if (!mentioned || !holds(mentioned, grain)) return fromPublication(grain, shift)(situation);
    return fromMentioned(shift(mentioned), mentioned);
  };
}

/** "year-ago", "the year-earlier period" */
const yearAgo: Rule<Expression> = giving(
  sequence(
    maybe(literal('the', 'a')),
    literal('year'),
    joint,
    literal('ago', 'earlier'),
    maybe(literal('period', 'quarter', 'month')),
  ),
  () => date(sinceMentioned(1, 'year', -1)),
);

/** "the day before", "the day after" at the end of a clause; "the week before" */
const unitBefore: Rule<Expression> = giving(
  sequence(literal('the'), word('unit'), shiftWord),
  ([, unit, sign]) => date(sinceMentioned(1, unit, sign)),
);

/** "last night", "this morning", "that evening", "the next morning", "the following afternoon" */
const relatedPart: Rule<Expression> = giving(sequence(anyWhich, word('part')), ([which, part]) => {
  const near = { ...which, from: which.definite && which.by !== 0 ? 'text' : which.from } as const;
  return {
    kind: 'time',
    meaning: atTime(
      counted(near, 'day', from => shifted(from, 'day', which.by)),
      `T${part}`,
    ),
  };
});

/** "the quarter", "the latest quarter": the one last spoken of. */
const thatQuarter: Rule<Expression> = giving(
  sequence(literal('the'), maybe(literal('latest', 'most')), maybe(literal('recent')), literal('quarter')),
  () => date(fromMentionedOnly('quarter')),
);

const fromMentionedOnly =
  (grain: Moment['grain']): Meaning =>
  ({ mentioned }) =>
    mentioned?.grain === grain ? fromMentioned(mentioned, mentioned) : null;

/** "the year", "the month": the one last spoken of, or else that of writing. */
const thatUnit: Rule<Expression> = giving(
  sequence(literal('the'), either(literal('year', 'month', 'week'))),
  ([, unit]) => {
    const grain = grainOf(unit)!;
    return date(fromText(grain, from => from));
  },
);

export const relative: Rule<Expression> = either(
  fromNow,
  fromThen,
  yearAgo,
  relatedPart,
  relatedUnit,
  severalUnits,
  openUnits,
  unitBefore,
  thatQuarter,
);

/** Only after words like "the end of": "the end of the year". */
export const definiteUnit = thatUnit;
