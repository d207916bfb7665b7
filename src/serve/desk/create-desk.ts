import type { Pipeline } from '../../pipeline.ts';
import type { Store } from '../../store/index.ts';
import { createAdding } from './adding.ts';
import { createCorrecting } from './correcting.ts';
import type { Desk } from './desk.ts';
import { createPlacing } from './placing.ts';
import { createRetellers } from './retellers.ts';
import { createTelling } from './telling.ts';

export type DeskSettings = {
  readonly store: Store;
  readonly pipeline: Pipeline;
  readonly clock: () => Date;
  /** Threads that read and align beside this one; 0 does that here. */
  readonly threads: number;
};

/** Opens a desk on a store. Several desks, in any number of processes, may work on one store. */
export function createDesk({ store, pipeline, clock, threads }: DeskSettings): Desk {
  const retellers = createRetellers(threads);
  const telling = createTelling(store, retellers);
  const placing = createPlacing(pipeline, store, telling.forget);
  const listeners = new Set<(head: number) => void>();
  const work = { store, clock, telling, placing };
  const adding = createAdding(work);
  const { correct, withdraw } = createCorrecting(work);

  // What is stored is taken in at once, so that the first article need not wait for it.
  let last: Promise<unknown> = placing.catchUp().catch(() => {});
  const inTurn = <Made>(make: () => Promise<Made>): Promise<Made> => {
    const made = last.then(async () => {
      const before = await store.head();
      const result = await make();
      const head = await store.head();
      if (head !== before) for (const listener of listeners) listener(head);
      return result;
    });
    last = made.catch(() => {});
    return made;
  };

  return {
    store,
    add: articles => inTurn(() => adding(articles)),
    correct: wish => inTurn(() => correct(wish)),
    withdraw: id => inTurn(() => withdraw(id)),
    audit: retellers.audit,
    onCommit(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      await last;
      await retellers.close();
    },
  };
}
