import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import type { Db, Engine } from './engine.ts';
import { readRows, storable } from './lossless-text.ts';
import { migrate } from './migrations.ts';
import { StoreProblem } from './problem.ts';
import type { Tables } from './schema.ts';
import { fileProblem, isBusy, openFile, patience, readPatience } from './sqlite-file.ts';
import { indexNames, sqliteSearch } from './sqlite-search.ts';

/**
 * Opens a file, or `:memory:`. Each commit is on the disk before it is answered.
 * @throws {StoreProblem}
 */
export async function openSqlite(path: string): Promise<Engine> {
  const database = await openFile(path);
  const opened = identityOf(path);
  const write = async <Result>(work: (db: Db) => Promise<Result>): Promise<Result> => {
    // What is written to a file that nobody can find again would be acknowledged and lost.
    if (identityOf(path) !== opened)
      throw new StoreProblem(
        `${path} was moved or removed while it was in use`,
        'put it back, or open it again',
      );
    return writeTo(db, path, work);
  };
  let db: Db;
  try {
    db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: losslessDatabase(database) }) });
    await migrate(db, sqliteSchema, path, work => writeTo(db, path, work));
    return {
      name: 'sqlite',
      db,
      write,
      snapshot: work => db.transaction().execute(work),
      search: sqliteSearch,
      faults: () => faultsOf(db),
    };
  } catch (error) {
    database.close();
    throw fileProblem(path, error);
  }
}

/** Which file stands at the path now; the same for all that are not there, as `:memory:`. */
function identityOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.birthtimeMs}` : 'nowhere';
}

/** What Kysely needs of a database: statements are prepared once, and any text is kept. */
function losslessDatabase(database: Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => {
      database.close();
    },
    prepare: text => {
      const known = prepared.get(text);
      if (known) return known;
      const statement = database.prepare(text);
      if (prepared.size >= 200) prepared.clear();
      const lossless: SqliteStatement = {
        reader: statement.reader,
        all: parameters => readRows(statement.all(storable(parameters))),
        run: parameters => statement.run(storable(parameters)),
        iterate: parameters => statement.iterate(storable(parameters)),
      };
      prepared.set(text, lossless);
      return lossless;
    },
  };
}

/** While another process writes, this one goes on with whatever else it has to do. */
async function writeTo<Result>(db: Db, path: string, work: (db: Db) => Promise<Result>): Promise<Result> {
  for (const end = Date.now() + patience; ; await wait(2 + 8 * Math.random())) {
    const outcome = await db.connection().execute(async connection => {
      if (!(await begins(connection))) return null;
      try {
        const result = await work(connection);
        await sql`commit`.execute(connection);
        return { result };
      } catch (error) {
        await sql`rollback`.execute(connection).catch(() => undefined);
        throw fileProblem(path, error);
      }
    });
    if (outcome) return outcome.result;
    if (Date.now() > end)
      throw new StoreProblem(`${path} is being written by another process`, 'try again when that is done');
  }
}

/** Whether it is our turn: SQLite answers at once, so that nothing else in this process is held up. */
async function begins(connection: Db): Promise<boolean> {
  await sql`pragma busy_timeout = 0`.execute(connection);
  try {
    await sql`begin immediate`.execute(connection);
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    await sql.raw(`pragma busy_timeout = ${readPatience}`).execute(connection);
  }
}

const sqliteSchema = {
  search: [
    ...Object.values(indexNames).map(
      name =>
        `create virtual table "${name}" using fts5(first, second, speaker, facets, content='', contentless_delete=1, prefix='2', tokenize='porter unicode61 remove_diacritics 2')`,
    ),
  ],
  types: { text: sql`text`, integer: sql`integer`, packed: sql`blob` },
  schema: null,
} as const;

async function faultsOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const faults = rows.map(row => row.integrity_check).filter(line => line !== 'ok');
  for (const [table, name] of Object.entries(indexNames)) {
    const counted = await sql<{ rows: number; entries: number }>`select
      (select count(*) from ${sql.table(table)}) as rows,
      (select count(*) from ${sql.table(`${name}_docsize`)}) as entries`.execute(db);
    const [{ rows, entries } = { rows: 0, entries: 0 }] = counted.rows;
    if (rows !== entries) faults.push(`${table}: ${rows} rows, but ${entries} in the search index`);
  }
  return faults;
}
