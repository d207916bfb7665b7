import type { Store } from '../../store/index.ts';
import type { Placing } from './placing.ts';
import type { Telling } from './telling.ts';

/** What it takes to change what is kept. */
export type Work = {
  readonly store: Store;
  readonly clock: () => Date;
  readonly telling: Telling;
  readonly placing: Placing;
};

/** How often work is begun again because another process has written meanwhile. */
export const mostTries = 50;

/** Said where other processes write so much that nothing can be written beside them. */
export const busy = 'other processes write to the store all the time; try again later';
