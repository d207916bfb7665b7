import { sql } from 'kysely';
import { keysOf } from './cursor.ts';
import type { Db, Engine } from './engine.ts';
import { pageOf } from './read-stories.ts';
import { searchParts } from './search-text.ts';
import type { OutletEntry, Page, PageWish, SourceEntry, Store } from './store.ts';

const sourceColumns = ['key', 'name', 'kind', 'statements', 'articles', 'stories'] as const;

export const sourceReads = ({ db }: Engine): Pick<Store, 'sources' | 'source' | 'outlets'> => ({
  sources: (query, page) => listSources(db, query, page),
  source: async key =>
    (await db.selectFrom('sources').select(sourceColumns).where('key', '=', key).executeTakeFirst()) ?? null,
  outlets: page => listOutlets(db, page),
});

/** Each word begins a word of the name. */
async function listSources(
  db: Db,
  { words = '' }: { readonly words?: string },
  { limit, after }: PageWish,
): Promise<Page<SourceEntry>> {
  const last = keysOf<[number, string]>(after, ['number', 'string']);
  const parts = searchParts(words);
  if (words.trim() && !parts.length) return { items: [], next: null };
  let query = db.selectFrom('sources').select(sourceColumns);
  for (const part of parts) query = query.where('folded', 'like', `% ${part.words.join(' ')}%`);
  if (last)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('statements', 'key'), '<', tuple(...last)));
  const rows = await query
    .orderBy('statements', 'desc')
    .orderBy('key', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows,
    limit,
    row => [row.statements, row.key],
    row => row,
  );
}

/** Those with most articles first. */
async function listOutlets(db: Db, { limit, after }: PageWish): Promise<Page<OutletEntry>> {
  const last = keysOf<[number, string]>(after, ['number', 'string']);
  const counted = db
    .selectFrom('articles')
    .select(({ fn }) => [
      'outlet',
      fn.countAll<number>().as('articles'),
      fn.count<number>('storyId').distinct().as('stories'),
      fn.max('place').as('newest'),
    ])
    .where('outlet', 'is not', null)
    .groupBy('outlet')
    .as('counted');
  let query = db
    .selectFrom(counted)
    .innerJoin('articles as newest', 'newest.place', 'counted.newest')
    .select([
      sql<string>`counted.outlet`.as('outlet'),
      'counted.articles',
      'counted.stories',
      'newest.published as lastPublished',
    ]);
  if (last)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('counted.articles', 'counted.outlet'), '<', tuple<number, string | null>(...last)),
    );
  const rows = await query
    .orderBy('counted.articles', 'desc')
    .orderBy('counted.outlet', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows,
    limit,
    row => [row.articles, row.outlet],
    row => row,
  );
}
