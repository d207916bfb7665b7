import type { TimeAnchor, TimeExpression } from '../../domain/index.ts';
import { type Grain, type Moment, shifted, within, written } from './calendar.ts';

/** Which way a clause looks from the day it was written; null where nothing says. */
export type Direction = 'past' | 'future' | null;

/** What an expression may be counted from. */
export type Situation = {
  /** As precise as the article says. */
  readonly published: Moment | null;
  /** The last time that the text spoke of before the expression. */
  readonly mentioned: Moment | null;
  /** Of the clause that the expression stands in; costs a look at the clause. */
  readonly direction: () => Direction;
};

export type Resolved = {
  readonly value: string;
  /** Null for what is no place in the calendar: a duration, "now". */
  readonly moment: Moment | null;
  readonly anchor: TimeAnchor | null;
};

/** What words say about time; null where the situation does not settle it. */
export type Meaning = (situation: Situation) => Resolved | null;

export type Expression = { readonly kind: TimeExpression['kind']; readonly meaning: Meaning };

/** A moment that the words name in full. */
export const named = (moment: Moment): Meaning => fixed(written(moment), moment);

export const fixed =
  (value: string, moment: Moment | null = null): Meaning =>
  () => ({ value, moment, anchor: null });

/** Words that name a time, but not which: "03/04/2024". */
export const unsettled: Meaning = () => null;

/** Counted from the publication date; null where that is missing or less precise than what is counted. */
export const fromPublication =
  (grain: Grain, count: (published: Moment, direction: () => Direction) => Moment | null): Meaning =>
  ({ published, direction }) => {
    if (!published || !holds(published, grain)) return null;
    const moment = count(within(published, grain), direction);
    const anchor = { from: 'publication', date: written(published) } as const;
    return moment && { value: written(moment), moment, anchor };
  };

/** Counted from the time last mentioned, or where the text has none as precise yet, from the publication date. */
export const fromText =
  (grain: Grain, count: (mentioned: Moment, direction: () => Direction) => Moment | null): Meaning =>
  situation => {
    const { mentioned } = situation;
    if (!mentioned || !holds(mentioned, grain)) return fromPublication(grain, count)(situation);
    const moment = count(within(mentioned, grain), situation.direction);
    return moment && fromMentioned(moment, mentioned);
  };

/** A moment that was counted from a mentioned one. */
export const fromMentioned = (moment: Moment, mentioned: Moment): Resolved => ({
  value: written(moment),
  moment,
  anchor: { from: 'text', date: written(mentioned) },
});

/** A part or hour of the day that is meant: `TNI`, `T12:00`. */
export const atTime =
  (day: Meaning, time: string): Meaning =>
  situation => {
    const resolved = day(situation);
    if (resolved?.moment?.grain !== 'day') return resolved;
    return { ...resolved, value: resolved.value + time };
  };

const fineness: readonly Grain[] = [
  'century',
  'decade',
  'year',
  'half',
  'season',
  'quarter',
  'month',
  'week',
  'weekend',
  'day',
];

/** Whether a moment is as precise as a grain. */
export const holds = (moment: Moment, grain: Grain): boolean =>
  fineness.indexOf(moment.grain) >= fineness.indexOf(grain);

/** The latest moment not after `from`, or the earliest not before it, among those every `cycle` grains from `at`. */
export function nearest(from: Moment, at: number, cycle: number, direction: 'past' | 'future'): Moment {
  const ahead = (((at - from.at) % cycle) + cycle) % cycle;
  return shifted(from, from.grain, direction === 'past' && ahead > 0 ? ahead - cycle : ahead);
}
