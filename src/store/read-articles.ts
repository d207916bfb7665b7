import type { Article, Reading } from '../domain/index.ts';
import type { Db, Engine } from './engine.ts';
import { unpack } from './packed.ts';
import type { Packed } from './schema.ts';
import type { ArticleEntry, ArticleKeys, ArticleVersion, Store, VersionChanges } from './store.ts';

export const articleColumns = [
  'articles.id',
  'articles.url',
  'articles.outlet',
  'articles.title',
  'articles.byline',
  'articles.published',
  'articles.storyId',
  'articles.version',
  'articles.statements',
  'articles.addedAt',
  'articles.changedAt',
] as const;

/** Articles with their newest versions. */
export const newestVersions = (db: Db) =>
  db
    .selectFrom('articles')
    .innerJoin('versions', join =>
      join.onRef('versions.articleId', '=', 'articles.id').onRef('versions.version', '=', 'articles.version'),
    );

type ReadingRow = { readonly article: Packed; readonly reading: Packed; readonly corrected?: Packed | null };

export const readingOf = ({ article, reading, corrected }: ReadingRow): Reading => ({
  article: unpack<Article>(article),
  ...unpack<Omit<Reading, 'article'>>(corrected ?? reading),
});

/** The newest reading of each, with or without what people have set right in it. */
export async function readingsById(
  db: Db,
  ids: readonly string[],
  which: 'corrected' | 'as extracted' = 'corrected',
): Promise<ReadonlyMap<string, Reading>> {
  const readings = new Map<string, Reading>();
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await newestVersions(db)
      .select(['articles.id', 'article', 'reading', 'corrected'])
      .where('articles.id', 'in', ids.slice(from, from + 500))
      .execute();
    for (const { id, article, reading, corrected } of rows)
      readings.set(
        id,
        readingOf(which === 'corrected' ? { article, reading, corrected } : { article, reading }),
      );
  }
  return readings;
}

type ArticleReads = Pick<Store, 'article' | 'findArticle' | 'versions' | 'readings' | 'recentArticles'>;

export const articleReads = ({ db }: Engine): ArticleReads => ({
  article: async id =>
    (await db.selectFrom('articles').select(articleColumns).where('id', '=', id).executeTakeFirst()) ?? null,
  findArticle: keys => findArticle(db, keys),
  versions: async articleId => {
    const rows = await db
      .selectFrom('versions')
      .selectAll()
      .where('articleId', '=', articleId)
      .orderBy('version')
      .execute();
    return rows.map(
      (row): ArticleVersion => ({
        articleId,
        version: row.version,
        addedAt: row.addedAt,
        reading: readingOf(row),
        changes: row.changes && unpack<VersionChanges>(row.changes),
      }),
    );
  },
  readings: async articleIds => {
    const readings = await readingsById(db, articleIds, 'as extracted');
    return articleIds.flatMap(id => readings.get(id) ?? []);
  },
  recentArticles: limit => recentArticles(db, limit),
});

async function findArticle(
  db: Db,
  { canonicalUrl, contentKey }: ArticleKeys,
): Promise<(ArticleEntry & ArticleKeys) | null> {
  const articles = db.selectFrom('articles').select([...articleColumns, 'canonicalUrl', 'contentKey']);
  const byUrl =
    canonicalUrl === null
      ? undefined
      : await articles.where('canonicalUrl', '=', canonicalUrl).executeTakeFirst();
  return (
    byUrl ??
    (await articles.where('contentKey', '=', contentKey).orderBy('arrival').limit(1).executeTakeFirst()) ??
    null
  );
}

/** A batch at a time, so that nobody waits for whoever reads the stream. */
async function* recentArticles(db: Db, limit: number) {
  const first = await db
    .selectFrom('articles')
    .select('arrival')
    .orderBy('arrival', 'desc')
    .limit(1)
    .offset(Math.max(limit - 1, 0))
    .executeTakeFirst();
  if (limit < 1) return;
  for (let from = first?.arrival ?? 0; ; ) {
    const rows = await newestVersions(db)
      .select(['arrival', 'storyId', 'article'])
      .where('arrival', '>=', from)
      .orderBy('arrival')
      .limit(100)
      .execute();
    for (const { article, storyId } of rows) yield { article: unpack<Article>(article), storyId };
    const last = rows.at(-1);
    if (!last) return;
    from = last.arrival + 1;
  }
}
