import type { LookupFunction } from 'node:net';
import type { Services } from '../services.ts';
import { type Alerter, type AlertSink, createAlerter } from './alerts/alerter.ts';
import type { WatchEvent } from './events.ts';
import { createFetcher } from './net/fetcher.ts';
import type { Limits } from './net/get.ts';
import { realSleep, type Surroundings } from './net/time.ts';
import { createPolling, type Polling } from './polling.ts';

export type WatcherOptions = {
  readonly userAgent: string;
  /** The feeds to look at; all in the store, where nothing is given. Those that the store does not have are added to it. */
  readonly feeds?: readonly string[];
  /** The least time between two looks at a feed; 15 minutes. */
  readonly everyMs?: number;
  /** Between two requests to one host; a second. */
  readonly pauseMs?: number;
  /** Hosts (`host` or `host:port`) that may be inside. */
  readonly allowHosts?: readonly string[];
  readonly sinks?: readonly AlertSink[];
  readonly onEvent?: (event: WatchEvent) => void;
  readonly limits?: Partial<Limits>;
  readonly sleep?: Surroundings['sleep'];
  readonly chance?: Surroundings['chance'];
  readonly lookup?: LookupFunction;
};

/** Looks at feeds, takes in what is new and tells of changes. Nothing that a feed or a page does ends it. */
export type Watcher = {
  /**
   * Looks once at every feed and sends the alerts that come of it. A feed that failed before is left alone until its time has
   * come. Resolves to whether all went well: no feed is failing, and every alert was sent.
   */
  readonly once: () => Promise<boolean>;
  /** Looks at every feed whenever its time has come, until `stop`. */
  readonly start: () => void;
  /** Ends the watch; resolves when what is being written is written. */
  readonly stop: () => Promise<void>;
};

const minute = 60_000;

type Watch = Surroundings & {
  readonly services: Services;
  readonly polling: Polling;
  readonly alerterFor: (way: { readonly mostTries: number; readonly passesOver: boolean }) => Alerter;
  readonly onEvent: (event: WatchEvent) => void;
  readonly signal: AbortSignal;
};

export function createWatcher(services: Services, options: WatcherOptions): Watcher {
  const { store, desk, pipeline, clock: now } = services;
  const { everyMs = 15 * minute, pauseMs = 1000, allowHosts = [], sinks = [], onEvent = () => {} } = options;
  const { sleep = realSleep, chance = Math.random, userAgent, limits = {}, lookup } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const guard = { allowHosts, ...(lookup ? { lookup } : {}) };
  const fetcher = createFetcher({ ...guard, userAgent, pauseMs, limits, now, sleep });
  const work = { store, desk, pipeline, fetcher, now, signal };
  const polling = createPolling(work, { everyMs, chance }, options.feeds, onEvent);
  const alerterFor: Watch['alerterFor'] = way =>
    createAlerter(store, {
      ...{ ...way, sinks, now, sleep, chance, firstWaitMs: 1000 },
      onProblem: problem => onEvent({ kind: 'alert-problem', ...problem }),
    });
  const watch: Watch = { services, polling, alerterFor, onEvent, signal, now, sleep, chance };
  let running: Promise<void> | null = null;
  let stopping: Promise<void> | null = null;

  async function stop(): Promise<void> {
    ending.abort();
    await running;
    await polling.ended();
    await fetcher.close();
  }
  return {
    once: () => lookOnce(watch),
    start() {
      running ??= watchOn(watch);
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function lookOnce({ polling, alerterFor, onEvent, signal }: Watch): Promise<boolean> {
  const alerter = alerterFor({ mostTries: 3, passesOver: false });
  await alerter.begin();
  await polling.addNamed();
  const results = await Promise.all(
    (await polling.feeds()).map(async feed => {
      if (feed.failures > 0 && !polling.isDue(feed)) {
        onEvent({ kind: 'polled', feed, outcome: 'failed', taken: null });
        return false;
      }
      const polled = await polling.poll(feed);
      return polled !== null && polled.outcome !== 'failed';
    }),
  );
  const isAllSent = await alerter.deliver(signal);
  return isAllSent && results.every(Boolean);
}

async function watchOn(watch: Watch): Promise<void> {
  const { services, polling, alerterFor, onEvent, signal, sleep } = watch;
  const alerter = alerterFor({ mostTries: 12, passesOver: true });
  const onFault = (error: unknown): void => onEvent({ kind: 'fault', feed: null, error });
  const deliver = (): void => void alerter.deliver(signal).catch(onFault);
  const unsubscribe = services.desk.onCommit(deliver);
  let isBegun = false;
  while (!signal.aborted) {
    try {
      if (!isBegun) {
        await alerter.begin();
        await polling.addNamed();
        isBegun = true;
      }
      for (const feed of await polling.feeds())
        if (polling.isDue(feed) && !polling.isUnderWay(feed)) void polling.poll(feed);
      deliver(); // others may have written to the store
    } catch (error) {
      onFault(error);
    }
    await sleep(await untilNext(watch), signal);
  }
  unsubscribe();
  await polling.ended();
  await alerter.deliver(signal).catch(onFault);
}

/** Until the next feed is due, but never long: others may add feeds to the store. */
async function untilNext({ polling, now }: Watch): Promise<number> {
  const resting = (await polling.feeds().catch(() => [])).filter(feed => !polling.isUnderWay(feed));
  const waits = resting.map(({ nextAt }) => (nextAt === null ? 0 : Date.parse(nextAt) - now().getTime()));
  return Math.max(1000, Math.min(minute, ...waits));
}
