import { setTimeout as timeout } from 'node:timers/promises';

/** Time and chance, which tests give themselves. */
export type Surroundings = {
  readonly now: () => Date;
  /** Ends early, without an error, where the signal says so. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly chance: () => number;
};

export const realSleep: Surroundings['sleep'] = (ms, signal) =>
  timeout(Math.min(ms, 2 ** 31 - 1), undefined, { signal }).catch(() => {});
