import { createHash } from 'node:crypto';
import type { Source } from '../domain/index.ts';
import type { Db } from './engine.ts';
import { searchText } from './search-text.ts';

/**
 * By what a named source is told apart from all others in the store; null for one without a name.
 * @example
 * // { name: 'Amir Saeid Iravani', kind: 'person' } → 'person:amir-saeid-iravani'
 */
export function sourceKey(source: Source | null): string | null {
  if (!source?.name) return null;
  const person = source.kind === 'person' || source.kind === 'spokesperson';
  return `${person ? 'person' : 'body'}:${searchText(source.name).replaceAll(' ', '-') || hashOf(source.name)}`;
}

const hashOf = (text: string): string =>
  createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 16);

/** What a commit adds to the counts of sources, by their keys; `source` is null where statements only go. */
export type SourceGains = Map<string, SourceGain>;
type SourceGain = { source: Source | null; statements: number; articles: number; stories: number };

/**
 * Counts the statements of one article to their sources, or from them with `sign` -1. They must not be in the table just
 * then, so that it tells whether a source speaks in the story without them. The cost does not grow with the store.
 */
export async function countSpeakers(
  db: Db,
  gains: SourceGains,
  speakers: readonly Speaker[],
  storyId: string,
  sign: 1 | -1,
): Promise<void> {
  const named = new Map(
    speakers.flatMap(({ key, source }) => (key === null ? [] : [[key, source] as const])),
  );
  const keys = [...named.keys()];
  const elsewhere = await speakingIn(db, storyId, keys);
  for (const [key, source] of named) {
    const gain = gains.get(key) ?? { source: null, statements: 0, articles: 0, stories: 0 };
    gain.source ??= source;
    gain.statements += sign * speakers.filter(speaker => speaker.key === key).length;
    gain.articles += sign;
    gain.stories += elsewhere.has(key) ? 0 : sign;
    gains.set(key, gain);
  }
}

type Speaker = { readonly key: string | null; readonly source: Source | null };

async function speakingIn(
  db: Db,
  storyId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string | null>> {
  const found = new Set<string | null>();
  for (let from = 0; from < keys.length; from += 500) {
    const rows = await db
      .selectFrom('statements')
      .select('sourceKey')
      .distinct()
      .where('storyId', '=', storyId)
      .where('sourceKey', 'in', keys.slice(from, from + 500))
      .execute();
    for (const { sourceKey } of rows) found.add(sourceKey);
  }
  return found;
}

/** Adds the gains, and forgets sources that say nothing any more. */
export async function writeGains(db: Db, gains: SourceGains): Promise<void> {
  for (const [key, { source, ...gain }] of gains)
    if (source)
      await db
        .insertInto('sources')
        .values({
          key,
          name: source.name!,
          kind: source.kind,
          folded: ` ${searchText(source.name!)}`,
          ...gain,
        })
        .onConflict(conflict =>
          conflict.column('key').doUpdateSet(({ eb, ref }) => ({
            statements: eb('sources.statements', '+', ref('excluded.statements')),
            articles: eb('sources.articles', '+', ref('excluded.articles')),
            stories: eb('sources.stories', '+', ref('excluded.stories')),
          })),
        )
        .execute();
    else
      await db
        .updateTable('sources')
        .set(({ eb }) => ({
          statements: eb('statements', '+', gain.statements),
          articles: eb('articles', '+', gain.articles),
          stories: eb('stories', '+', gain.stories),
        }))
        .where('key', '=', key)
        .execute();
  const fewer = [...gains].filter(([, gain]) => gain.statements < 0).map(([key]) => key);
  for (const key of fewer)
    await db.deleteFrom('sources').where('key', '=', key).where('statements', '<=', 0).execute();
}
