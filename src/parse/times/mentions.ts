import type { TimeExpression } from '../../domain/index.ts';
import type { Moment } from './calendar.ts';
import type { Resolved } from './meaning.ts';

/** What the text has spoken of so far: "the next day" is counted from it. */
export type Mentions = {
  /** The last time; unsettled where that had no value: what follows must not be counted from an older one. */
  readonly latest: Moment | 'unsettled' | null;
  /** The last day. */
  readonly day: Moment | null;
  /** The last quarter. */
  readonly quarter: Moment | null;
  /** The month, quarter or year that a report is about: days of the news around it do not end it. */
  readonly period: Moment | null;
};

export const noMentions: Mentions = { latest: null, day: null, quarter: null, period: null };

/** The mentions after one more expression. */
export function remember(
  mentions: Mentions,
  kind: TimeExpression['kind'],
  resolved: Resolved | null,
): Mentions {
  if (kind === 'duration') return { ...mentions, period: null };
  if (kind === 'set' || resolved?.aside) return mentions;
  if (!resolved) return { ...noMentions, latest: 'unsettled' };
  const { moment, anchor } = resolved;
  if (!moment) return mentions;
  if (moment.grain === 'day') {
    return { ...mentions, latest: moment, day: moment, period: anchor ? mentions.period : null };
  }
  if (moment.grain === 'week' || moment.grain === 'weekend') return { ...mentions, latest: moment };
  const quarter = moment.grain === 'quarter' ? moment : mentions.quarter;
  return { ...mentions, latest: moment, quarter, period: moment };
}
