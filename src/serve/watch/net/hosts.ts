import pLimit, { type LimitFunction } from 'p-limit';
import { type Failed, failed, fetchProblem } from './problem.ts';
import type { Surroundings } from './time.ts';

/** The requests to each host: one at a time, with a pause between two, and none while it asks to wait. */
export type Hosts = {
  /** Runs the work when it is the host's turn; `pauseMs` is the least time since its last request. */
  readonly turn: <Result>(
    host: string,
    pauseMs: number,
    signal: AbortSignal,
    work: () => Promise<Result>,
  ) => Promise<Result | Failed>;
  readonly askedToWait: (host: string, until: Date) => void;
};

type HostState = { readonly limit: LimitFunction; endedAt: number; waitUntil: number };

const mostHosts = 2000;
/** The longest pause between two requests that a host can ask for. */
export const longestPause = 60_000;

export function createHosts({ now, sleep }: Pick<Surroundings, 'now' | 'sleep'>): Hosts {
  const states = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    if (states.size >= mostHosts) forgetIdle();
    const state = states.get(host) ?? { limit: pLimit(1), endedAt: Number.NEGATIVE_INFINITY, waitUntil: 0 };
    states.set(host, state);
    return state;
  };

  function forgetIdle(): void {
    const time = now().getTime();
    for (const [host, { limit, endedAt, waitUntil }] of states)
      if (limit.activeCount + limit.pendingCount === 0 && Math.max(endedAt + longestPause, waitUntil) < time)
        states.delete(host);
  }

  return {
    turn(host, pauseMs, signal, work) {
      const state = stateOf(host);
      return state.limit(async () => {
        const pause = state.endedAt + pauseMs - now().getTime();
        if (pause > 0 && !signal.aborted) await sleep(pause, signal);
        if (signal.aborted) return failed(fetchProblem('stopped', 'stopped'));
        if (state.waitUntil > now().getTime()) return failed(waitProblem(state.waitUntil));
        try {
          return await work();
        } finally {
          state.endedAt = now().getTime();
        }
      });
    },
    askedToWait(host, until) {
      const state = stateOf(host);
      state.waitUntil = Math.max(state.waitUntil, until.getTime());
    },
  };
}

const waitProblem = (until: number) =>
  fetchProblem('asked-to-wait', 'the host asks to wait', { retryAt: new Date(until) });
