import type { Article } from '../../domain/index.ts';

/** Days between two articles that count for nothing. */
const graceDays = 3;

/** Log-odds that every further day takes: set by hand, as no corpus here says when its articles were published. */
const oddsOfADay = 0.15;

/** Days since 1970; null where the article does not say. */
export function publishedDay({ published }: Article): number | null {
  const day = published?.slice(0, 10) ?? '';
  const time = day.length === 10 ? Date.parse(day) : Number.NaN;
  return Number.isNaN(time) ? null : time / 86_400_000;
}

/** What the days between two articles add to the log-odds that they tell one story: nothing, or less. */
export const oddsAfter = (a: number | null, b: number | null): number =>
  a === null || b === null ? 0 : -oddsOfADay * Math.max(0, Math.abs(a - b) - graceDays);
