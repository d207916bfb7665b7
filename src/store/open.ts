import { StoreProblem } from './problem.ts';
import type { Store } from './store.ts';

/**
 * Opens the store at an address, and makes or brings up to date what is there: the path of a SQLite file, or
 * `postgres://user:password@host:port/database`.
 * @throws {StoreProblem} where it cannot be opened, or was written by a newer version
 */
export async function openStore(address: string): Promise<Store> {
  throw new StoreProblem(`${address}: no engine yet`, 'wait');
}
