import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import type { Db, Engine } from './engine.ts';
import { readRows, storable } from './lossless-text.ts';
import { migrate } from './migrations.ts';
import { StoreProblem } from './problem.ts';
import type { Tables } from './schema.ts';
import { indexNames, sqliteSearch } from './sqlite-search.ts';

/** How long a writer waits for others, in milliseconds. */
const patience = 30_000;

/** Marks a file as ours: "Hsay". */
const applicationId = 0x48736179;

/**
 * Opens a file, or `:memory:`. Each commit is on the disk before it is answered.
 * @throws {StoreProblem}
 */
export async function openSqlite(path: string): Promise<Engine> {
  const database = await openDatabase(path);
  try {
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: losslessDatabase(database) }) });
    await migrate(db, sqliteSchema, path, work => writeTo(db, path, work));
    return {
      name: 'sqlite',
      db,
      write: work => writeTo(db, path, work),
      snapshot: work => db.transaction().execute(work),
      search: sqliteSearch,
      faults: () => faultsOf(db),
    };
  } catch (error) {
    database.close();
    throw problemOf(path, error);
  }
}

/** Copies a file that may be in use into a new one. */
export function copySqlite(path: string, toFile: string): void {
  try {
    const database = new Database(path, { readonly: true, timeout: patience });
    try {
      refuseOthers(database, path);
      database.prepare('vacuum into ?').run(toFile);
    } finally {
      database.close();
    }
  } catch (error) {
    throw problemOf(path, error);
  }
}

/** How long a reader waits, which holds up the whole process: only for one that mends or removes the log of changes. */
const readPatience = 5000;

/** Two processes that make one file may find it locked for a moment. */
async function openDatabase(path: string): Promise<Database.Database> {
  if (path === '') throw new StoreProblem('the store has no name', 'name a file');
  for (const end = Date.now() + patience; ; await wait(20)) {
    let database: Database.Database | null = null;
    try {
      database = new Database(path, { timeout: readPatience });
      prepareDatabase(database, path);
      return database;
    } catch (error) {
      database?.close();
      if (!isBusy(error) || Date.now() > end) throw problemOf(path, error);
    }
  }
}

function prepareDatabase(database: Database.Database, path: string): void {
  refuseOthers(database, path);
  if (!isOurs(database)) database.pragma(`application_id = ${applicationId}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
}

const isOurs = (database: Database.Database): boolean =>
  database.pragma('application_id', { simple: true }) === applicationId;

/** Whoever makes our tables has marked the file before. */
function refuseOthers(database: Database.Database, path: string): void {
  const { tables } = database.prepare('select count(*) as tables from sqlite_schema').get() as {
    tables: number;
  };
  if (tables > 0 && !isOurs(database))
    throw new StoreProblem(`${path} is a database of another program`, 'name another file');
}

/** What Kysely needs of a database: statements are prepared once, and any text is kept. */
function losslessDatabase(database: Database.Database): SqliteDatabase {
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
        throw problemOf(path, error);
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

const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

function problemOf(path: string, error: unknown): unknown {
  if (error instanceof StoreProblem) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB') return new StoreProblem(`${path} is not a database`, 'name another file');
  if (code.startsWith('SQLITE_CORRUPT'))
    return new StoreProblem(`${path} is damaged`, 'restore it from a backup (docs/store.md)');
  if (code.startsWith('SQLITE_CANTOPEN') || error instanceof TypeError)
    return new StoreProblem(
      `${path} cannot be opened`,
      'name a file in a folder that is there and may be written',
    );
  if (/^SQLITE_(READONLY|IOERR|FULL)/.test(code))
    return new StoreProblem(
      `${path} cannot be written`,
      'look at the rights of the file and its folder, and the space on the disk',
    );
  if (isBusy(error))
    return new StoreProblem(`${path} is locked by another process`, 'try again when that is done');
  return error;
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
