import { type Moment, shifted } from './calendar.ts';
import {
  atTime,
  type Expression,
  fixed,
  fromMentioned,
  fromPublication,
  fromText,
  type Meaning,
} from './meaning.ts';
import { amount } from './numbers.ts';
import { either, giving, literal, maybe, type Rule, sequence, word } from './rule.ts';
import { grainOf, lengthOf } from './units.ts';
import { anyWhich, counted, pointing, type Which } from './which.ts';

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
  sequence(pointing, maybe(literal('fiscal', 'financial', 'calendar', 'school', 'academic')), word('unit')),
  ([which, , unit]) => {
    const grain = grainOf(unit);
    if (!grain) return null;
    if (which.definite && which.from === 'publication' && which.by !== 0) return aroundNow(which, unit);
    return date(counted(which, grain, from => shifted(from, grain, which.by)));
  },
);

/** "the next day" is counted from what was told; "the past year" is a length of time. */
function aroundNow(which: Which, unit: string): Expression {
  if (unit === 'day') return date(fromText('day', from => shifted(from, 'day', which.by)));
  return duration(lengthOf(1, unit));
}

/** "the past two weeks", "the next few days", "the first nine months", "the four days", "these three years" */
const severalUnits: Rule<Expression> = giving(
  sequence(
    either<unknown>(anyWhich, sequence(literal('the', 'these', 'those'), maybe(literal('first', 'final')))),
    amount,
    maybe(word('between')),
    word('units'),
  ),
  ([, { count }, , unit]) => duration(lengthOf(count, unit)),
);

/** "recent years", "past months", "coming quarters": no more than past or future. */
const openUnits: Rule<Expression> = giving(
  sequence(
    maybe(literal('the', 'more')),
    literal('recent', 'past', 'previous', 'earlier', 'future', 'coming', 'later'),
    word('units'),
  ),
  ([, which]) => date(fixed(/future|coming|later/.test(which) ? 'FUTURE_REF' : 'PAST_REF')),
);

/** "last night", "this morning", "that evening", "the next morning", "the following afternoon" */
const relatedPart: Rule<Expression> = giving(
  sequence(pointing, maybe(word('stretch')), word('part')),
  ([which, , part]) => {
    const from = which.definite && which.by !== 0 ? 'text' : which.from;
    const day = counted({ from }, 'day', from => shifted(from, 'day', which.by));
    return { kind: 'time', meaning: atTime(day, `T${part}`) };
  },
);

/** "the quarter", "the latest period": the one that the report is about. */
const thatQuarter: Rule<Expression> = giving(
  either<unknown>(
    sequence(literal('the'), literal('quarter')),
    sequence(literal('the'), literal('latest'), literal('period')),
  ),
  () =>
    date(({ mentions: { quarter } }) =>
      quarter ? fromMentioned(quarter, quarter) : { value: null, moment: null, anchor: null, aside: true },
    ),
);

/** "the latest quarter", "the most recent month": the one that was over when this was written. */
const latestUnit: Rule<Expression> = giving(
  sequence(
    literal('the'),
    either<unknown>(literal('latest'), sequence(literal('most'), literal('recent'))),
    word('unit'),
  ),
  ([, , unit]) => {
    const grain = grainOf(unit);
    return grain && date(fromPublication(grain, published => shifted(published, grain, -1)));
  },
);

export const relative: Rule<Expression> = either(
  relatedPart,
  relatedUnit,
  severalUnits,
  openUnits,
  latestUnit,
  thatQuarter,
);

/** "the year", "the month", "the week": the one last spoken of, only after words like "the end of". */
export const definiteUnit: Rule<Expression> = giving(
  sequence(literal('the'), literal('year', 'month', 'week', 'decade', 'century')),
  ([, unit]) => {
    const grain = grainOf(unit) as Moment['grain'];
    return date(fromText(grain, from => from));
  },
);
