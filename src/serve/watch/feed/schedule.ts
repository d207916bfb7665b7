const hour = 3_600_000;
const longestRest = 6 * hour;
const day = 24 * hour;

/**
 * How long a feed that was read rests: what it wishes for itself, but not less than `everyMs` and not more than six hours.
 * A wish is its `ttl` or syndication period, or the `max-age` of the answer.
 */
export const restAfter = (everyMs: number, wishes: readonly (number | null)[]): number =>
  Math.max(everyMs, Math.min(longestRest, Math.max(0, ...wishes.map(wish => wish ?? 0))));

/** The longest that a feed which fails is let alone. */
export const longestBackOff = day;

const firstLook = hour;
const lastLook = 2 * day;

/** Whether a page is to be read once more, for edits: an hour after it was first seen, while it is news. */
export function isDueAgain(item: { readonly seenAt: string; readonly attempts: number }, now: Date): boolean {
  const age = now.getTime() - Date.parse(item.seenAt);
  return item.attempts === 1 && age >= firstLook && age <= lastLook;
}
