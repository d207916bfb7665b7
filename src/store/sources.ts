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

/** Sources whose statements a commit writes anew, with what they are called there; null for those whose statements go. */
export type TouchedSources = Map<string, Source | null>;

/** Counts again what these sources say, and forgets those that say nothing any more. */
export async function countSources(db: Db, sources: TouchedSources): Promise<void> {
  const keys = [...sources.keys()];
  for (let from = 0; from < keys.length; from += 500)
    await countSome(db, keys.slice(from, from + 500), sources);
}

async function countSome(db: Db, keys: readonly string[], sources: TouchedSources): Promise<void> {
  const counted = await db
    .selectFrom('statements')
    .select(({ fn }) => [
      'sourceKey',
      fn.countAll<number>().as('statements'),
      fn.count<number>('articleId').distinct().as('articles'),
      fn.count<number>('storyId').distinct().as('stories'),
    ])
    .where('sourceKey', 'in', keys)
    .groupBy('sourceKey')
    .execute();
  const counts = new Map(counted.map(({ sourceKey, ...count }) => [sourceKey, count]));
  const gone = keys.filter(key => !counts.has(key));
  if (gone.length) await db.deleteFrom('sources').where('key', 'in', gone).execute();
  for (const [key, count] of counts) {
    const source = key === null ? null : sources.get(key);
    if (!source) await db.updateTable('sources').set(count).where('key', '=', key!).execute();
    else
      await db
        .insertInto('sources')
        .values({
          key: key!,
          name: source.name!,
          kind: source.kind,
          folded: ` ${searchText(source.name!)}`,
          ...count,
        })
        .onConflict(conflict => conflict.column('key').doUpdateSet(count))
        .execute();
  }
}
