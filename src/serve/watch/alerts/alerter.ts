import type { Store } from '../../../store/index.ts';
import type { Surroundings } from '../net/time.ts';
import { backOff } from '../net/wait.ts';
import { type Alert, alertOf, isMoved, type Moved } from './alert.ts';

export type Sent =
  | { readonly ok: true }
  /** `isLasting`: sending it again would be in vain. */
  | { readonly ok: false; readonly reason: string; readonly isLasting: boolean };

/** Where alerts go. */
export type AlertSink = {
  /** By which the store knows how far this sink has come: its own for each place that alerts go to. */
  readonly name: string;
  readonly send: (alert: Alert, change: Moved, signal: AbortSignal) => Promise<Sent>;
};

export type AlerterOptions = Surroundings & {
  readonly sinks: readonly AlertSink[];
  /** How often an alert is sent before it is given up, and how long is waited after the first time; it doubles. */
  readonly mostTries: number;
  readonly firstWaitMs: number;
  /** Whether an alert that was given up is passed over; else it is tried again when alerts are next sent. */
  readonly passesOver: boolean;
  readonly onProblem: (problem: AlertProblem) => void;
};

export type AlertProblem = { readonly sink: string; readonly alert: Alert; readonly reason: string };

/**
 * Tells each sink of every change of a standing, in order and once, over restarts too: how far a sink has come is kept in
 * the store after each alert. Only where the process is killed between the two may one be sent a second time.
 */
export type Alerter = {
  /** A sink that the store does not know hears of what changes from now on. */
  readonly begin: () => Promise<void>;
  /** Sends what there is; false where something could not be sent. Calls that overlap are one. */
  readonly deliver: (signal: AbortSignal) => Promise<boolean>;
};

const batch = 200;
const longestWait = 600_000;

export function createAlerter(store: Store, options: AlerterOptions): Alerter {
  let running: Promise<boolean> | null = null;
  let isAskedAgain = false;

  async function deliverAll(signal: AbortSignal): Promise<boolean> {
    let isAllSent = true;
    do {
      isAskedAgain = false;
      const sent = await Promise.all(options.sinks.map(sink => deliverTo(store, sink, options, signal)));
      isAllSent = sent.every(Boolean);
    } while (isAskedAgain && !signal.aborted);
    return isAllSent;
  }

  return {
    async begin() {
      const head = await store.head();
      // 0 is what an unknown sink has, so that one that begins with an empty store is marked otherwise.
      for (const { name } of options.sinks)
        if ((await store.mark(readerOf(name))) === 0)
          await store.setMark(readerOf(name), head === 0 ? -1 : head);
    },
    deliver(signal) {
      isAskedAgain = true;
      running ??= deliverAll(signal).finally(() => {
        running = null;
      });
      return running;
    },
  };
}

const readerOf = (name: string): string => `alerts ${name}`;

async function deliverTo(
  store: Store,
  sink: AlertSink,
  options: AlerterOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const reader = readerOf(sink.name);
  let isAllSent = true;
  for (;;) {
    const after = await store.mark(reader);
    const changes = await store.changes({ after, limit: batch, kind: 'standing' });
    for (const change of changes) {
      if (signal.aborted) return isAllSent;
      const outcome = isMoved(change) ? await deliverOne(store, sink, change, options, signal) : 'sent';
      if (outcome === 'stopped') return isAllSent;
      if (outcome === 'given-up') isAllSent = false;
      if (outcome === 'put-off') return false;
      await store.setMark(reader, change.seq);
    }
    if (changes.length < batch) return isAllSent;
  }
}

type Outcome = 'sent' | 'given-up' | 'put-off' | 'stopped';

async function deliverOne(
  store: Store,
  sink: AlertSink,
  change: Moved,
  { mostTries, firstWaitMs, passesOver, chance, sleep, onProblem }: AlerterOptions,
  signal: AbortSignal,
): Promise<Outcome> {
  const alert = await alertOf(store, change);
  for (let tries = 1; ; tries++) {
    const sent = await sink.send(alert, change, signal);
    if (sent.ok) return 'sent';
    if (signal.aborted) return 'stopped';
    if (sent.isLasting || tries === mostTries) {
      const isPutOff = !sent.isLasting && !passesOver;
      const end = isPutOff ? 'put off' : 'given up';
      onProblem({
        sink: sink.name,
        alert,
        reason: `${sent.reason}; ${end} after ${tries} ${tries === 1 ? 'try' : 'tries'}`,
      });
      return isPutOff ? 'put-off' : 'given-up';
    }
    await sleep(backOff(tries, firstWaitMs, longestWait, chance()), signal);
    if (signal.aborted) return 'stopped';
  }
}
