import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { StoreProblem } from './problem.ts';

/** How long a writer waits for others, in milliseconds. */
export const patience = 30_000;

/** How long a reader waits, which holds up the whole process: only for one that mends or removes the log of changes. */
export const readPatience = 5000;

/** Marks a file as ours: "Hsay". */
const applicationId = 0x48736179;

/**
 * Opens a file, or makes it: marked as ours, with a write-ahead log, and each commit on the disk before it is answered. Two processes
 * that make one file may find it locked for a moment.
 * @throws {StoreProblem}
 */
export async function openFile(path: string): Promise<Database.Database> {
  if (path === '') throw new StoreProblem('the store has no name', 'name a file');
  for (const end = Date.now() + patience; ; await wait(20)) {
    let database: Database.Database | null = null;
    try {
      database = new Database(path, { timeout: readPatience });
      prepareDatabase(database, path);
      return database;
    } catch (error) {
      database?.close();
      if (error instanceof TypeError) throw cannotOpen(path);
      if (!isBusy(error) || Date.now() > end) throw fileProblem(path, error);
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

/** Copies a file that may be in use into a new one. */
export function copyFile(path: string, toFile: string): void {
  try {
    const database = new Database(path, { readonly: true, timeout: patience });
    try {
      refuseOthers(database, path);
      copyTo(database, toFile);
    } finally {
      database.close();
    }
  } catch (error) {
    throw fileProblem(path, error);
  }
}

function copyTo(database: Database.Database, file: string): void {
  try {
    database.prepare('vacuum into ?').run(file);
  } catch (error) {
    throw codeOf(error).startsWith('SQLITE_CORRUPT') ? error : fileProblem(file, error);
  }
}

export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What SQLite complains of, as a problem with the file; any other error is given back. */
export function fileProblem(path: string, error: unknown): unknown {
  if (error instanceof StoreProblem) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB') return new StoreProblem(`${path} is not a database`, 'name another file');
  if (code.startsWith('SQLITE_CORRUPT'))
    return new StoreProblem(`${path} is damaged`, 'restore it from a backup (docs/store.md)');
  if (code.startsWith('SQLITE_CANTOPEN')) return cannotOpen(path);
  if (/^SQLITE_(READONLY|IOERR|FULL)/.test(code))
    return new StoreProblem(
      `${path} cannot be written`,
      'look at the rights of the file and its folder, and the space on the disk',
    );
  if (isBusy(error))
    return new StoreProblem(`${path} is locked by another process`, 'try again when that is done');
  return error;
}

const cannotOpen = (path: string): StoreProblem =>
  new StoreProblem(`${path} cannot be opened`, 'name a file in a folder that is there and may be written');
