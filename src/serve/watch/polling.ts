import pLimit from 'p-limit';
import type { Feed } from '../../store/index.ts';
import type { WatchEvent } from './events.ts';
import { newFeed } from './feed/new-feed.ts';
import { faultyPoll, type Polled, type PollSettings, pollFeed } from './feed/poll.ts';
import type { WatchWork } from './feed/take-items.ts';

/** The feeds that a watch looks at, some at a time. */
export type Polling = {
  /** Adds those to the store that were named and are not there. */
  readonly addNamed: () => Promise<void>;
  readonly feeds: () => Promise<readonly Feed[]>;
  readonly isDue: (feed: Feed) => boolean;
  readonly isUnderWay: (feed: Feed) => boolean;
  /** Null where the watch is ending, or the store is at fault. */
  readonly poll: (feed: Feed) => Promise<Polled | null>;
  /** Resolves when nothing is under way any more. */
  readonly ended: () => Promise<void>;
};

const feedsAtOnce = 8;

/** `named`: the feeds to look at; undefined for all in the store. */
export function createPolling(
  work: WatchWork,
  settings: PollSettings,
  named: readonly string[] | undefined,
  onEvent: (event: WatchEvent) => void,
): Polling {
  const { store, now, signal } = work;
  const limit = pLimit(feedsAtOnce);
  const underWay = new Map<string, Promise<Polled | null>>();
  /** For when the store is what is at fault, and keeps no times. */
  const restsUntil = new Map<string, number>();

  async function look(feed: Feed): Promise<Polled | null> {
    try {
      if (signal.aborted) return null;
      const polled = await pollFeed(work, feed, settings);
      onEvent({ kind: 'polled', ...polled });
      return polled;
    } catch (error) {
      onEvent({ kind: 'fault', feed: feed.url, error });
      restsUntil.set(feed.url, now().getTime() + settings.everyMs);
      return faultyPoll(work, feed, error, settings).catch(() => null);
    }
  }

  return {
    async addNamed() {
      for (const url of named ?? []) if ((await store.feed(url)) === null) await store.saveFeed(newFeed(url));
    },
    async feeds() {
      const kept = await store.feeds();
      return named === undefined ? kept : kept.filter(({ url }) => named.includes(url));
    },
    isDue({ url, nextAt }) {
      const time = now().getTime();
      return (restsUntil.get(url) ?? 0) <= time && (nextAt === null || Date.parse(nextAt) <= time);
    },
    isUnderWay: ({ url }) => underWay.has(url),
    poll(feed) {
      const polling = limit(() => look(feed)).finally(() => underWay.delete(feed.url));
      underWay.set(feed.url, polling);
      return polling;
    },
    async ended() {
      await Promise.all(underWay.values());
    },
  };
}
