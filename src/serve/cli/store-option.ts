import { Option } from 'commander';
import type { Store } from '../../store/index.ts';
import { UsageError } from './usage-error.ts';

/** Where a command that keeps things keeps them. */
export type StoreOption = { readonly store: string };

export const storeOption = (): Option =>
  new Option('-s, --store <address>', 'a SQLite file, or postgres://user@host/database')
    .env('HEARSAY_STORE')
    .default('hearsay.db');

/** Opens the store that was named; what keeps it from opening is wrong usage. */
export async function openNamedStore({ store }: StoreOption): Promise<Store> {
  const { openStore, StoreProblem } = await import('../../store/index.ts');
  try {
    return await openStore(store);
  } catch (error) {
    if (error instanceof StoreProblem) throw new UsageError(`${error.message}; ${error.advice}`);
    throw error;
  }
}
