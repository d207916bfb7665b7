import { Option } from 'commander';
import type { Store } from '../../store/index.ts';
import { defaultStore } from '../default-store.ts';
import { UsageError } from './usage-error.ts';

/** Where a command that keeps things keeps them. */
export type StoreOption = { readonly store: string };

export const storeOption = (): Option =>
  new Option('-s, --store <address>', 'a SQLite file, or postgres://user@host/database')
    .env('HEARSAY_STORE')
    .default(defaultStore);

/** Opens the store that was named; what keeps it from opening is wrong usage. */
export const openNamedStore = (named: StoreOption): Promise<Store> => open(named, false);

/** The same for a command that has no use for an empty store: a file that is not there is a name mistyped. */
export const openKeptStore = (named: StoreOption): Promise<Store> => open(named, true);

async function open({ store }: StoreOption, mustBeThere: boolean): Promise<Store> {
  const { demandStore, openStore } = await import('../../store/index.ts');
  return usingStore(async () => {
    if (mustBeThere) demandStore(store);
    return openStore(store);
  });
}

/** Does what needs a store; a store that cannot be used is wrong usage. */
export async function usingStore<Made>(work: () => Promise<Made>): Promise<Made> {
  try {
    return await work();
  } catch (error) {
    const { StoreProblem } = await import('../../store/index.ts');
    if (error instanceof StoreProblem) throw new UsageError(`${error.message}; ${error.advice}`);
    throw error;
  }
}
