import { shifted } from './calendar.ts';
import { clockHour } from './clock.ts';
import { atTime, type Expression, fromPublication, fromText, type Meaning } from './meaning.ts';
import { either, giving, glued, literal, maybe, type Rule, sequence, word } from './rule.ts';

const loosely = maybe(
  sequence(
    maybe(literal('in')),
    maybe(literal('the')),
    either(word('stretch'), literal('about', 'around')),
    maybe(glued(literal('-'))),
  ),
);

/** "night", "the early morning", "mid-afternoon", "8 p.m.": what is added to its day. */
const hourOrPart: Rule<string> = giving(
  sequence(
    loosely,
    maybe(literal('the')),
    either(
      clockHour,
      giving(word('part'), part => `T${part}`),
    ),
  ),
  ([, , time]) => time,
);

const comma = maybe(literal(','));

/** "Friday night", "Nov. 15 at 8 p.m.", "yesterday, in the late afternoon" */
const dayThenTime = (day: Rule<Meaning>): Rule<Expression> =>
  giving(
    sequence(day, comma, maybe(literal('at', 'in', 'around', 'about')), hourOrPart),
    ([day, , , time]) => ({ kind: 'time', meaning: atTime(day, time) }),
  );

/** "the night of 3 May", "noon on Friday", "8 p.m. Tuesday", "mid-afternoon yesterday" */
const timeThenDay = (day: Rule<Meaning>): Rule<Expression> =>
  giving(sequence(hourOrPart, comma, maybe(literal('of', 'on', 'in')), day), ([time, , , day]) => ({
    kind: 'time',
    meaning: atTime(day, time),
  }));

const thatDay: Meaning = fromText('day', day => day);

/** "at 8 p.m.", "the morning", "midnight": of the day that was last spoken of. */
const timeAlone: Rule<Expression> = giving(
  either(
    clockHour,
    giving(sequence(literal('the'), maybe(word('stretch')), word('part')), ([, , part]) => `T${part}`),
    giving(sequence(word('stretch'), maybe(glued(literal('-'))), word('part')), ([, , part]) => `T${part}`),
  ),
  time => ({ kind: 'time', meaning: atTime(thatDay, time) }),
);

/** "tonight", "overnight" (the night before), "8 p.m. tonight" */
const night: Rule<Expression> = giving(sequence(maybe(clockHour), word('night')), ([hour, by]) => {
  const day = fromPublication('day', published => shifted(published, 'day', by));
  return { kind: 'time', meaning: by < 0 ? asideOf(atTime(day, 'TNI')) : atTime(day, hour ?? 'TNI') };
});

/** The day before is not what the text goes on from. */
const asideOf =
  (meaning: Meaning): Meaning =>
  situation => {
    const resolved = meaning(situation);
    return resolved && { ...resolved, aside: true };
  };

/** A time of day, with or without its day. */
export const timeOfDay = (day: Rule<Meaning>): Rule<Expression> =>
  either(dayThenTime(day), timeThenDay(day), night, timeAlone);
