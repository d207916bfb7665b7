import { sql } from 'kysely';
import type { Article, Reading } from '../domain/index.ts';
import type { Db, Engine } from './engine.ts';
import { pack } from './packed.ts';
import { freePlaces } from './place.ts';
import { newestVersions, readingOf } from './read-articles.ts';
import { countSpeakers, type SourceGains, sourceKey, writeGains } from './sources.ts';
import { articleEntry, statementEntries, statementRows } from './statement-rows.ts';
import type { ArticleWrite, Commit } from './store.ts';

/** Writes the articles of a commit, and all rows that statements, articles and sources are searched by. */
export async function writeArticles(db: Db, engine: Engine, commit: Commit): Promise<void> {
  const articleIds = new Set([
    ...commit.articles.map(article => article.articleId),
    ...commit.moves.map(move => move.articleId),
    ...commit.corrected.map(reading => reading.article.id),
  ]);
  const gains: SourceGains = new Map();
  for (const articleId of articleIds) await removeFromIndex(db, engine, articleId, gains);
  for (const write of commit.articles) await writeVersion(db, engine, write);
  for (const { articleId, storyId } of commit.moves)
    await db.updateTable('articles').set({ storyId }).where('id', '=', articleId).execute();
  for (const reading of commit.corrected) await writeCorrected(db, reading);
  for (const articleId of articleIds) await addToIndex(db, engine, articleId, gains);
  await writeGains(db, gains);
}

async function writeVersion(db: Db, engine: Engine, write: ArticleWrite): Promise<void> {
  const { articleId, version, addedAt, storyId, canonicalUrl, contentKey } = write;
  const { article, ...rest } = write.reading;
  if (article.id !== articleId)
    throw new Error(`the reading of article ${articleId} is one of ${article.id}`);
  const { url, outlet, title, byline, published } = article;
  const statements = rest.statements.length;
  const shown = { url, outlet, title, byline, published, storyId, version, statements, changedAt: addedAt };
  const place = await placeOfArticle(db, article);
  const searched = engine.search.columns('articles', articleEntry(article, storyId, place));
  const row = { ...shown, canonicalUrl, contentKey, corrected: null, place, ...searched };
  await db
    .insertInto('articles')
    .values({ ...row, id: articleId, addedAt, arrival: await nextArrival(db) })
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute();
  const changes = write.changes && pack(write.changes);
  await db
    .insertInto('versions')
    .values({ articleId, version, addedAt, article: pack(article), reading: pack(rest), changes })
    .execute();
}

/** The place that the article has, while it is published when it was. */
async function placeOfArticle(db: Db, { id, published }: Article): Promise<number> {
  const before = await db
    .selectFrom('articles')
    .select(['place', 'published'])
    .where('id', '=', id)
    .executeTakeFirst();
  return before?.published === published ? before.place : freePlaces(db, 'articles', published, 1);
}

async function nextArrival(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('articles')
    .select(sql<number | null>`max(arrival)`.as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

const writeCorrected = (db: Db, { article, ...rest }: Reading) =>
  db
    .updateTable('articles')
    .set({ corrected: pack(rest), statements: rest.statements.length })
    .where('id', '=', article.id)
    .execute();

async function removeFromIndex(db: Db, engine: Engine, articleId: string, gains: SourceGains) {
  const article = await db
    .selectFrom('articles')
    .select(['place', 'storyId'])
    .where('id', '=', articleId)
    .executeTakeFirst();
  if (!article) return;
  const rows = await db
    .selectFrom('statements')
    .select(['place', 'sourceKey'])
    .where('articleId', '=', articleId)
    .execute();
  await engine.search.remove(db, 'articles', [article.place]);
  await engine.search.remove(
    db,
    'statements',
    rows.map(row => row.place),
  );
  await db.deleteFrom('statements').where('articleId', '=', articleId).execute();
  const speakers = rows.map(row => ({ key: row.sourceKey, source: null }));
  await countSpeakers(db, gains, speakers, article.storyId, -1);
}

async function addToIndex(db: Db, engine: Engine, articleId: string, gains: SourceGains) {
  const row = await newestVersions(db)
    .select(['place', 'storyId', 'article', 'reading', 'corrected'])
    .where('id', '=', articleId)
    .executeTakeFirst();
  if (!row) throw new Error(`there is no article ${articleId}`);
  const reading = readingOf(row);
  await engine.search.add(db, 'articles', [articleEntry(reading.article, row.storyId, row.place)]);
  const speakers = reading.statements.map(({ source }) => ({ key: sourceKey(source), source }));
  await countSpeakers(db, gains, speakers, row.storyId, 1);
  await addStatements(db, engine, reading, row.storyId);
}

async function addStatements(db: Db, engine: Engine, reading: Reading, storyId: string): Promise<void> {
  const { article, statements } = reading;
  if (!statements.length) return;
  const lowest = await freePlaces(db, 'statements', article.published, statements.length);
  const rows = statementRows(reading, storyId, lowest);
  const entries = statementEntries(reading, rows);
  const { columns, add } = engine.search;
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insertInto('statements')
      .values(
        rows
          .slice(from, from + 500)
          .map((row, at) => ({ ...row, ...columns('statements', entries[from + at]!) })),
      )
      .execute();
  await add(db, 'statements', entries);
}
