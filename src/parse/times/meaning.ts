import type { TimeAnchor, TimeExpression } from '../../domain/index.ts';
import { type Grain, isWritable, type Moment, within, written } from './calendar.ts';
import type { Mentions } from './mentions.ts';

/**
 * Which way a clause looks from the day it was written; null where nothing says. Only `future` is sure of it ("will …
 * in May"): a clause that looks `ahead` may name what has been ("plans to mend in May's budget").
 */
export type Direction = 'past' | 'ahead' | 'future' | null;

/** What an expression may be counted from. */
export type Situation = {
  /** As precise as the article says. */
  readonly published: Moment | null;
  readonly mentions: Mentions;
  /** Of the clause that the expression stands in; costs a look at the clause. */
  readonly direction: () => Direction;
};

export type Resolved = {
  readonly value: string | null;
  /** Null for what is no place in the calendar: a duration, "now". */
  readonly moment: Moment | null;
  readonly anchor: TimeAnchor | null;
  /** Named only to compare with ("up from a year earlier"): what follows is not counted from it. */
  readonly aside?: true;
};

/** What words say about time; null where the situation does not settle it. */
export type Meaning = (situation: Situation) => Resolved | null;

export type Expression = { readonly kind: TimeExpression['kind']; readonly meaning: Meaning };

/** Counts from a moment to the one that is meant. */
type Count = (from: Moment, direction: () => Direction) => Moment | null;

/** A moment that the words name in full. */
export const named = (moment: Moment): Meaning => fixed(written(moment), moment);

export const fixed =
  (value: string, moment: Moment | null = null): Meaning =>
  () => ({ value, moment, anchor: null });

/** Words that name a time, but not which: "three hours ago". */
export const unsettled: Meaning = () => null;

/** Counted from the publication date; null where that is missing or less precise than what is counted. */
export const fromPublication =
  (grain: Grain, count: Count): Meaning =>
  ({ published, direction }) => {
    if (!published || !holds(published, grain)) return null;
    const moment = count(within(published, grain), direction);
    return moment && countedFrom({ from: 'publication', date: written(published) }, moment);
  };

/** Counted from the time last mentioned, or where the text has none as precise, from the publication date. */
export const fromText =
  (grain: Grain, count: Count): Meaning =>
  situation => {
    const mentioned = mentionOf(situation.mentions, grain);
    if (mentioned === 'unsettled') return null;
    if (!mentioned) return fromPublication(grain, count)(situation);
    const moment = count(within(mentioned, grain), situation.direction);
    return moment && fromMentioned(moment, mentioned);
  };

/** The last mention that is as precise as a grain. */
const mentionOf = ({ latest, day }: Mentions, grain: Grain): Mentions['latest'] =>
  latest === 'unsettled' || (latest && holds(latest, grain)) ? latest : day;

/** A moment that was counted from a mentioned one. */
export const fromMentioned = (moment: Moment, mentioned: Moment): Resolved | null =>
  countedFrom({ from: 'text', date: written(mentioned) }, moment);

/** A moment and what it was counted from; null for one that no four figures write ("nine thousand years ago"). */
export const countedFrom = (anchor: TimeAnchor, moment: Moment): Resolved | null =>
  isWritable(moment) ? { value: written(moment), moment, anchor } : null;

/** A part or hour of the day that is meant: `TNI`, `T12:00`. */
export const atTime =
  (day: Meaning, time: string): Meaning =>
  situation => {
    const resolved = day(situation);
    if (resolved?.moment?.grain !== 'day') return resolved;
    return { ...resolved, value: written(resolved.moment) + time };
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
const holds = (moment: Moment, grain: Grain): boolean =>
  fineness.indexOf(moment.grain) >= fineness.indexOf(grain);
