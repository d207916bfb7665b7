import { existsSync } from 'node:fs';
import { checkStore } from './check.ts';
import { writeCommit } from './commit.ts';
import { records } from './desk-records.ts';
import type { Engine } from './engine.ts';
import { StoreProblem } from './problem.ts';
import { articleReads } from './read-articles.ts';
import { changeReads } from './read-changes.ts';
import { correctionReads } from './read-corrections.ts';
import { sourceReads } from './read-sources.ts';
import { storyReads } from './read-stories.ts';
import { searches } from './search.ts';
import type { Store } from './store.ts';

/**
 * Opens the store at an address, and makes or brings up to date what is there: the path of a SQLite file, or
 * `postgres://user:password@host:port/database`.
 * @throws {StoreProblem} where it cannot be opened, or was written by a newer version
 */
export async function openStore(address: string): Promise<Store> {
  return storeOn(await openEngine(address));
}

export const isPostgres = (address: string): boolean => /^postgres(ql)?:/i.test(address);

/**
 * Refuses a SQLite file that is not there, which opening would make. Whether PostgreSQL has a store, opening it says.
 * @throws {StoreProblem}
 */
export function demandStore(address: string): void {
  if (!isPostgres(address) && !existsSync(address))
    throw new StoreProblem(`there is no ${address}`, 'name the file of a store');
}

/** A driver is loaded where it is needed. */
async function openEngine(address: string): Promise<Engine> {
  if (isPostgres(address)) return (await import('./postgres.ts')).openPostgres(address);
  return (await import('./sqlite.ts')).openSqlite(address);
}

const storeOn = (engine: Engine): Store => ({
  engine: engine.name,
  commit: commit => writeCommit(engine, commit),
  ...articleReads(engine),
  ...changeReads(engine),
  ...correctionReads(engine),
  ...records(engine),
  ...searches(engine),
  ...sourceReads(engine),
  ...storyReads(engine),
  counts: () => counts(engine),
  check: () => checkStore(engine),
  close: () => engine.db.destroy(),
});

async function counts({ db }: Engine) {
  const count = (table: 'articles' | 'stories' | 'claims' | 'statements') =>
    db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count'));
  const [articles, stories, claims, statements] = await Promise.all([
    count('articles').executeTakeFirstOrThrow(),
    count('stories').where('accounts', '>', 0).executeTakeFirstOrThrow(),
    count('claims').where('retiredAt', 'is', null).executeTakeFirstOrThrow(),
    count('statements').executeTakeFirstOrThrow(),
  ]);
  return {
    articles: articles.count,
    stories: stories.count,
    claims: claims.count,
    statements: statements.count,
  };
}
