import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { demandStore, isPostgres } from './open.ts';
import { StoreProblem } from './problem.ts';

/**
 * Copies a store that is a SQLite file into another file, as it is at one moment; other processes may go on writing it. The
 * copy is a store, whole and on the disk when this resolves. The calling thread is busy for as long as it takes.
 * @throws {StoreProblem} where there is no such store, or the copy cannot be written
 */
export async function backupStore(address: string, toFile: string): Promise<void> {
  if (isPostgres(address))
    throw new StoreProblem('a store in PostgreSQL is not copied by Hearsay', 'use pg_dump (docs/store.md)');
  demandStore(address);
  if (existsSync(toFile)) throw new StoreProblem(`${toFile} is there already`, 'name a new file');
  const unfinished = `${toFile}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    const { copyFile } = await import('./sqlite-file.ts');
    copyFile(address, unfinished);
    flush(unfinished);
    renameSync(unfinished, toFile);
  } finally {
    rmSync(unfinished, { force: true });
  }
  flush(dirname(toFile));
}

/** Waits until a file, or the names in a folder, are on the disk. */
function flush(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
