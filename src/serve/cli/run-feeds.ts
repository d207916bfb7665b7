import { clean, counted } from '../../report/index.ts';
import type { Feed, FeedItem, Store } from '../../store/index.ts';
import { addFeed } from '../watch/index.ts';
import { feedAddresses } from './feed-addresses.ts';
import { write } from './output.ts';
import { openKeptStore, openNamedStore, type StoreOption } from './store-option.ts';
import { UsageError } from './usage-error.ts';

export type FeedsOptions = StoreOption & { readonly opml?: string; readonly format: 'text' | 'jsonl' };
export type FeedsAction = 'list' | 'add' | 'remove';

/** `hearsay feeds`. Gives the exit code: 1 where a feed that is to be removed is not there. */
export async function runFeeds(
  action: FeedsAction,
  named: readonly string[],
  options: FeedsOptions,
): Promise<number> {
  const feeds = feedAddresses(named, options.opml);
  if (action === 'list' && feeds.length > 0)
    throw new UsageError('list takes no addresses; write hearsay feeds, or hearsay feeds add ADDRESS');
  if (action !== 'list' && feeds.length === 0) throw new UsageError(`name the feeds to ${action}`);
  const store = await (action === 'add' ? openNamedStore : openKeptStore)(options);
  try {
    if (action === 'add') return await add(store, feeds);
    if (action === 'remove') return await remove(store, feeds);
    return await list(store, options.format);
  } finally {
    await store.close();
  }
}

async function add(store: Store, urls: readonly string[]): Promise<number> {
  for (const url of urls) {
    const { isNew } = await addFeed(store, url);
    await write(clean(isNew ? `added: ${url}` : `known, asked again at once: ${url}`).concat('\n'));
  }
  return 0;
}

async function remove(store: Store, urls: readonly string[]): Promise<number> {
  let missing = 0;
  for (const url of urls) {
    if (await store.removeFeed(url)) await write(clean(`removed: ${url}`).concat('\n'));
    else {
      missing++;
      console.error(clean(`hearsay: ${url}: not among the feeds; hearsay feeds lists them`));
    }
  }
  return missing > 0 ? 1 : 0;
}

/** Problems of items are shown for so many of each feed. */
const mostItems = 10;

async function list(store: Store, format: FeedsOptions['format']): Promise<number> {
  const feeds = await store.feeds();
  for (const feed of feeds) {
    const failedItems = await store.failedItems(feed.url, mostItems);
    await write(
      format === 'jsonl' ? `${JSON.stringify({ ...feed, failedItems })}\n` : describe(feed, failedItems),
    );
  }
  if (feeds.length === 0 && format === 'text') console.error('no feeds; add some: hearsay feeds add ADDRESS');
  return 0;
}

function describe(feed: Feed, items: readonly FeedItem[]): string {
  const title = feed.title === null ? '' : ` (${feed.title})`;
  const took = `${counted(feed.items, 'item')}, ${counted(feed.articles, 'article')}`;
  const lines = [`${feed.url}${title}`, `  ${health(feed)}; ${took}`, ...items.map(itemLine)];
  return `${lines.map(line => `${/^ */.exec(line)![0]}${clean(line)}`).join('\n')}\n`;
}

function health({ checkedAt, succeededAt, nextAt, failures, problem }: Feed): string {
  if (checkedAt === null) return 'not looked at yet';
  const next = nextAt === null ? 'asked again at once' : `next ${minuteOf(nextAt)}`;
  if (failures === 0) return `${problem ?? 'well'}, checked ${minuteOf(checkedAt)}, ${next}`;
  const last = succeededAt === null ? 'never read' : `last read ${minuteOf(succeededAt)}`;
  return `FAILING (${failures} in a row): ${problem}; ${last}, ${next}`;
}

const itemLine = ({ url, key, problem }: FeedItem): string => `  not taken: ${url ?? key}: ${problem}`;

/** `2026-11-22 05:40 UTC` */
const minuteOf = (time: string): string => `${time.slice(0, 16).replace('T', ' ')} UTC`;
