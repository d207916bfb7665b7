import type { LookupFunction } from 'node:net';
import pLimit from 'p-limit';
import type { Feed } from '../../store/index.ts';
import type { Services } from '../services.ts';
import { type AlertProblem, type AlertSink, createAlerter } from './alerts/alerter.ts';
import { newFeed } from './feed/new-feed.ts';
import { type Polled, pollFeed } from './feed/poll.ts';
import { createFetcher } from './net/fetcher.ts';
import type { Limits } from './net/get.ts';
import { realSleep, type Surroundings } from './net/time.ts';

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

export type WatchEvent =
  | ({ readonly kind: 'polled' } & Polled)
  | ({ readonly kind: 'alert-problem' } & AlertProblem)
  /** A fault of ours or of the store; the watch goes on. `feed` is null where it came of no feed. */
  | { readonly kind: 'fault'; readonly feed: string | null; readonly error: unknown };

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
const feedsAtOnce = 8;
const firstWaitMs = 1000;

export function createWatcher(services: Services, options: WatcherOptions): Watcher {
  const { store, desk, pipeline, clock: now } = services;
  const { everyMs = 15 * minute, pauseMs = 1000, allowHosts = [], sinks = [], onEvent = () => {} } = options;
  const { sleep = realSleep, chance = Math.random, userAgent, limits = {}, lookup } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const fetcher = createFetcher({
    userAgent,
    allowHosts,
    pauseMs,
    limits,
    now,
    sleep,
    ...(lookup ? { lookup } : {}),
  });
  const work = { store, desk, pipeline, fetcher, now, signal };
  const limit = pLimit(feedsAtOnce);
  const underWay = new Map<string, Promise<Polled | null>>();
  const onProblem = (problem: AlertProblem): void => onEvent({ kind: 'alert-problem', ...problem });
  const time = { now, sleep, chance };
  let running: Promise<void> | null = null;
  let stopping: Promise<void> | null = null;

  async function feeds(): Promise<readonly Feed[]> {
    const kept = await store.feeds();
    if (options.feeds === undefined) return kept;
    const wanted = new Set(options.feeds);
    return kept.filter(({ url }) => wanted.has(url));
  }

  async function addNamed(): Promise<void> {
    for (const url of options.feeds ?? [])
      if ((await store.feed(url)) === null) await store.saveFeed(newFeed(url));
  }

  function poll(feed: Feed): Promise<Polled | null> {
    const polling = limit(async () => {
      try {
        if (signal.aborted) return null;
        const polled = await pollFeed(work, feed, { everyMs, chance });
        onEvent({ kind: 'polled', ...polled });
        return polled;
      } catch (error) {
        onEvent({ kind: 'fault', feed: feed.url, error });
        return null;
      }
    }).finally(() => underWay.delete(feed.url));
    underWay.set(feed.url, polling);
    return polling;
  }

  const isDue = ({ nextAt }: Feed): boolean => nextAt === null || Date.parse(nextAt) <= now().getTime();

  async function once(): Promise<boolean> {
    const alerter = createAlerter(store, {
      ...time,
      sinks,
      mostTries: 3,
      firstWaitMs,
      passesOver: false,
      onProblem,
    });
    await alerter.begin();
    await addNamed();
    const results = await Promise.all(
      (await feeds()).map(async feed => {
        if (feed.failures > 0 && !isDue(feed)) {
          onEvent({ kind: 'polled', feed, outcome: 'failed', taken: null });
          return false;
        }
        const polled = await poll(feed);
        return polled !== null && polled.outcome !== 'failed';
      }),
    );
    const isAllSent = await alerter.deliver(signal);
    return isAllSent && results.every(Boolean);
  }

  async function run(): Promise<void> {
    const alerter = createAlerter(store, {
      ...time,
      sinks,
      mostTries: 12,
      firstWaitMs,
      passesOver: true,
      onProblem,
    });
    const deliver = (): void =>
      void alerter.deliver(signal).catch(error => onEvent({ kind: 'fault', feed: null, error }));
    const unsubscribe = desk.onCommit(deliver);
    let isBegun = false;
    while (!signal.aborted) {
      try {
        if (!isBegun) {
          await alerter.begin();
          await addNamed();
          isBegun = true;
        }
        for (const feed of await feeds()) if (isDue(feed) && !underWay.has(feed.url)) void poll(feed);
        deliver();
      } catch (error) {
        onEvent({ kind: 'fault', feed: null, error });
      }
      await sleep(await untilNext(), signal);
    }
    unsubscribe();
    await Promise.all(underWay.values());
    await alerter.deliver(signal).catch(() => false);
  }

  /** Until the next feed is due, but never long: others may add feeds to the store. */
  async function untilNext(): Promise<number> {
    const resting = (await feeds().catch(() => [])).filter(({ url }) => !underWay.has(url));
    const waits = resting.map(({ nextAt }) => (nextAt === null ? 0 : Date.parse(nextAt) - now().getTime()));
    return Math.max(1000, Math.min(minute, ...waits));
  }

  async function stop(): Promise<void> {
    ending.abort();
    await running;
    await Promise.all(underWay.values());
    await fetcher.close();
  }

  return {
    once,
    start() {
      running ??= run();
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}
