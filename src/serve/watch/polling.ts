import pLimit from 'p-limit';
import type { Feed } from '../../store/index.ts';
import type { WatchEvent } from './events.ts';
import { newFeed } from './feed/new-feed.ts';
import { type Polled, type PollSettings, pollFeed } from './feed/poll.ts';
import type { WatchWork } from './feed/take-items.ts';

/** The feeds that a watch looks at, some at a time. */
export type Polling = {
  /** Adds those to the store that were named and are not there. */
  readonly addNamed: () => Promise<void>;
  readonly feeds: () => Promise<readonly Feed[]>;
  readonly isDue: (feed: Feed) => boolean;
  readonly isUnderWay: (feed: Feed) => boolean;
  /** Null where a fault of ours or of the store, which is told, came between, or the watch is ending. */
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

  async function look(feed: Feed): Promise<Polled | null> {
    try {
      if (signal.aborted) return null;
      const polled = await pollFeed(work, feed, settings);
      onEvent({ kind: 'polled', ...polled });
      return polled;
    } catch (error) {
      onEvent({ kind: 'fault', feed: feed.url, error });
      return null;
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
    isDue: ({ nextAt }) => nextAt === null || Date.parse(nextAt) <= now().getTime(),
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
