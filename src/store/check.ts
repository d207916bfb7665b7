import { sql } from 'kysely';
import type { Reading } from '../domain/index.ts';
import type { Db, Engine } from './engine.ts';
import { newestVersions, readingOf } from './read-articles.ts';
import { unpackStory } from './story-body.ts';

/** What is wrong with what is kept, in a clause each. Reads everything, a batch at a time, in one state of the store. */
export const checkStore = async (engine: Engine): Promise<string[]> => [
  ...(await engine.faults()),
  ...(await engine.snapshot(async db => [
    ...(await checkArticles(db)),
    ...(await checkStories(db)),
    ...(await checkCounts(db)),
  ])),
];

async function checkArticles(db: Db): Promise<string[]> {
  const faults: string[] = [];
  for await (const row of articleRows(db)) {
    const { rows, versions, ...article } = row;
    const fault = articleFault(() => readingOf(article), article, rows, versions);
    if (fault) faults.push(`article ${row.id}: ${fault}`);
  }
  const lost = await sql<{ id: string }>`select id from articles where "storyId" not in
    (select id from stories where accounts > 0)`.execute(db);
  return [...faults, ...lost.rows.map(({ id }) => `article ${id}: its story is not there`)];
}

async function* articleRows(db: Db) {
  for (let from = 0; ; ) {
    const rows = await newestVersions(db)
      .select(({ fn, selectFrom }) => [
        'articles.id',
        'arrival',
        'articles.version',
        'article',
        'reading',
        'corrected',
        'articles.statements',
        selectFrom('statements')
          .select(fn.countAll<number>().as('n'))
          .whereRef('articleId', '=', 'articles.id')
          .as('rows'),
        selectFrom('versions as all')
          .select(fn.countAll<number>().as('n'))
          .whereRef('all.articleId', '=', 'articles.id')
          .as('versions'),
      ])
      .where('arrival', '>', from)
      .orderBy('arrival')
      .limit(100)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    from = last.arrival;
  }
}

function articleFault(
  read: () => Reading,
  { id, version, statements }: { readonly id: string; readonly version: number; readonly statements: number },
  rows: number | null,
  versions: number | null,
): string | null {
  try {
    const reading = read();
    if (reading.article.id !== id) return `its reading is of ${reading.article.id}`;
    if (reading.statements.length !== rows || rows !== statements)
      return 'its statements are not those of its reading';
    return versions === version ? null : `it has ${versions} versions, not ${version}`;
  } catch {
    return 'its reading cannot be read';
  }
}

async function checkStories(db: Db): Promise<string[]> {
  const stories = await db.selectFrom('stories').select(['id', 'mergedInto']).execute();
  const ids = new Set(stories.map(story => story.id));
  const faults: string[] = [];
  for (const { id, mergedInto } of stories) {
    if (mergedInto !== null && !ids.has(mergedInto))
      faults.push(`story ${id}: it was merged into none that is there`);
    faults.push(...(await storyFaults(db, id)).map(fault => `story ${id}: ${fault}`));
  }
  return faults;
}

async function storyFaults(db: Db, id: string): Promise<string[]> {
  const story = await db
    .selectFrom('stories')
    .select(['accounts', 'claims', 'body'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const articles = await db.selectFrom('articles').select('id').where('storyId', '=', id).execute();
  const claims = await db
    .selectFrom('claims')
    .select('id')
    .where('storyId', '=', id)
    .where('retiredAt', 'is', null)
    .execute();
  try {
    const body = story.body && unpackStory(story.body);
    const sameAccounts = sameIds(
      body?.accounts ?? [],
      articles.map(article => article.id),
    );
    const sameClaims = sameIds(
      body?.claims.map(claim => claim.id) ?? [],
      claims.map(claim => claim.id),
    );
    return [
      ...(sameAccounts && story.accounts === articles.length
        ? []
        : ['its accounts are not the articles that are in it']),
      ...(sameClaims && story.claims === claims.length ? [] : ['its claims are not those that are listed']),
    ];
  } catch {
    return ['it cannot be read'];
  }
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set([...a, ...b]).size === a.length;

async function checkCounts(db: Db): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`select key from sources left join
    (select "sourceKey", count(*) as statements, count(distinct "articleId") as articles, count(distinct "storyId") as stories
      from statements group by "sourceKey") as counted on "sourceKey" = key
    where counted.statements is null or counted.statements <> sources.statements
      or counted.articles <> sources.articles or counted.stories <> sources.stories`.execute(db);
  const unlisted = await sql<{
    key: string;
  }>`select distinct "sourceKey" as key from statements where "sourceKey" is not null
    and "sourceKey" not in (select key from sources)`.execute(db);
  const beyond = await sql<{
    seq: number;
  }>`select seq from changes where seq > (select seq from head) limit 1`.execute(db);
  return [
    ...rows.map(({ key }) => `source ${key}: its statements are miscounted`),
    ...unlisted.rows.map(({ key }) => `source ${key}: it is not listed`),
    ...beyond.rows.map(({ seq }) => `change ${seq}: it stands after the head of the log`),
  ];
}
