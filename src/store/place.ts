import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema.ts';

/**
 * Articles and statements are numbered by publication, so that newest first is the order of their keys, and no list has to be
 * sorted. A place is the second of publication, counted from 1600, times 2^18, and a count within that second; it stays below
 * 2^53. What has no date stands before all that has.
 */
const perSecond = 2 ** 18;
const firstSecond = Date.UTC(1600, 0, 1) / 1000;
const lastSecond = 2 ** 35 - 1;
/** Places before this one are those without a date. */
export const firstDated = 4096 * perSecond;

const iso = /^\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/i;

/** ISO 8601 as milliseconds; without a zone it is UTC, and a day begins at midnight. Null where it is no such time. */
export function instantOf(time: string | null): number | null {
  const match = time === null ? null : iso.exec(time.trim());
  if (!match) return null;
  const [text, , , clock, , , zone] = match;
  const instant = Date.parse(
    clock && !zone ? `${text}Z` : text.replace(/([+-]\d\d)(\d\d)$/, clock ? '$1:$2' : '$&'),
  );
  return Number.isNaN(instant) ? null : instant;
}

/** The first place of the second in which an instant lies. */
export const placeOf = (instant: number): number =>
  Math.min(Math.max(Math.floor(instant / 1000) - firstSecond, 4096), lastSecond) * perSecond;

/** The lowest of `count` free places that follow each other, as near behind the time of publication as they can be. */
export async function freePlaces(
  db: Kysely<Tables>,
  table: 'articles' | 'statements',
  published: string | null,
  count: number,
): Promise<number> {
  const instant = instantOf(published);
  for (let from = instant === null ? 0 : placeOf(instant); ; from += perSecond) {
    const row = await db
      .selectFrom(table)
      .select(sql<number | null>`max(place)`.as('last'))
      .where('place', '>=', from)
      .where('place', '<', from + perSecond)
      .executeTakeFirstOrThrow();
    const next = row.last === null ? from : row.last + 1;
    if (next + count <= from + perSecond) return next;
  }
}
