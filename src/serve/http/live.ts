import type { Change } from '../../domain/index.ts';
import type { Services } from '../services.ts';

/** The log of changes, for whoever waits for its next entries. */
export type Live = {
  /** The `seq` of the newest change. */
  readonly head: () => Promise<number>;
  /** Resolves when there is something after `seq`, or when the time is up or `signal` ends the wait. */
  readonly after: (seq: number, milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Those after `seq`, oldest first, as many as are handed on at once. */
  readonly changes: (seq: number) => Promise<readonly Change[]>;
};

const atOnce = 200;

/**
 * Wakes up those who wait at each commit of the desk, and, for commits of other processes, asks the store from time to
 * time: once for all of them, and never while nobody waits.
 */
export function createLive({ store, desk }: Services, pollMilliseconds: number): Live {
  const waiting = new Set<(head: number) => void>();
  let polls = false;
  let asked: { readonly seq: number; readonly changes: Promise<readonly Change[]> } | null = null;

  const tell = (head: number): void => {
    for (const wake of [...waiting]) wake(head);
  };
  desk.onCommit(tell);
  const poll = async (): Promise<void> => {
    try {
      if (waiting.size > 0) tell(await store.head());
    } catch (error) {
      console.error(error);
    }
    polls = false;
    keepPolling();
  };
  const keepPolling = (): void => {
    if (polls || waiting.size === 0) return;
    polls = true;
    setTimeout(poll, pollMilliseconds).unref();
  };

  return {
    head: () => store.head(),
    async after(seq, milliseconds, signal) {
      if (signal.aborted) return;
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const wake = (head: number): void => {
        if (head > seq) resolve();
      };
      const stop = (): void => resolve();
      const limit = setTimeout(stop, milliseconds);
      signal.addEventListener('abort', stop, { once: true });
      waiting.add(wake);
      keepPolling();
      // Something may have come since the caller looked; from here on nothing is missed.
      store.head().then(wake, reject);
      try {
        await promise;
      } finally {
        clearTimeout(limit);
        signal.removeEventListener('abort', stop);
        waiting.delete(wake);
      }
    },
    changes(seq) {
      // All who are up to date ask for the same at the same time.
      if (asked?.seq !== seq) {
        const own = { seq, changes: store.changes({ after: seq, limit: atOnce }) };
        asked = own;
        own.changes
          .finally(() => {
            if (asked === own) asked = null;
          })
          .catch(() => {});
      }
      return asked.changes;
    },
  };
}
