import type { Feed, FeedItem } from '../../../store/index.ts';
import { canonicalUrl } from '../../desk/canonical-url.ts';
import type { Services } from '../../services.ts';
import type { Fetcher } from '../net/fetcher.ts';
import type { FetchProblem } from '../net/problem.ts';
import type { FeedEntry } from './entry.ts';
import { isWhole, readContent, readPage } from './item-article.ts';
import { isDueAgain } from './schedule.ts';

/** What a watcher works with. */
export type WatchWork = Pick<Services, 'store' | 'desk' | 'pipeline'> & {
  readonly fetcher: Fetcher;
  readonly now: () => Date;
  readonly signal: AbortSignal;
};

/** What came of the items of a feed. */
export type Taken = {
  /** Never seen before. */
  readonly items: number;
  readonly articles: number;
  readonly failed: number;
  /** Whether nothing is left to be done for any of them. */
  readonly isSettled: boolean;
};

/** How often a page is asked for that fails in a way that may pass. */
const mostAttempts = 3;
/** How many pages are fetched for a feed in one round; the others wait for the next. */
const mostPages = 100;

/** Makes articles of the items that are new, the oldest first, and looks again at some for edits. */
export async function takeItems(work: WatchWork, feed: Feed, entries: readonly FeedEntry[]): Promise<Taken> {
  const taken = { items: 0, articles: 0, failed: 0, isSettled: true };
  let pages = 0;
  for (const entry of entries.toReversed()) {
    const before = await work.store.feedItem(feed.url, entry.key);
    if (before && isDone(before) && !isDueAgain(before, work.now())) continue;
    if (work.signal.aborted || pages === mostPages) {
      taken.isSettled = false;
      break;
    }
    pages++;
    const { item, isNew } = await takeItem(work, feed, entry, before);
    if (item === null) {
      taken.isSettled = false; // the host asks to wait, or the watch is ending
      continue;
    }
    await work.store.saveFeedItem(item);
    taken.items += before ? 0 : 1;
    taken.articles += isNew ? 1 : 0;
    taken.failed += item.problem === null ? 0 : 1;
    taken.isSettled &&= isDone(item);
  }
  return taken;
}

/** Whether an item that could not be taken is not asked for again. */
export const isGivenUp = ({ attempts }: FeedItem): boolean => attempts >= mostAttempts;

const isDone = (item: FeedItem): boolean => item.articleId !== null || isGivenUp(item);

/** `item` is null where it was not tried. */
type ItemTaken = { readonly item: FeedItem | null; readonly isNew: boolean };

async function takeItem(
  work: WatchWork,
  feed: Feed,
  entry: FeedEntry,
  before: FeedItem | null,
): Promise<ItemTaken> {
  const item: FeedItem = {
    feedUrl: feed.url,
    key: entry.key,
    url: entry.url,
    seenAt: before?.seenAt ?? work.now().toISOString(),
    articleId: before?.articleId ?? null,
    problem: null,
    attempts: (before?.attempts ?? 0) + 1,
  };
  const known = before ? null : await knownArticle(work, entry);
  if (known !== null) return { item: { ...item, articleId: known, attempts: 2 }, isNew: false };

  const got = await articleOf(work, feed, entry, before?.articleId ? before.seenAt : null);
  if (got === 'unchanged') return { item, isNew: false };
  if (got === 'later') return { item: null, isNew: false };
  if (!got.ok) {
    const attempts = got.isLasting ? Math.max(item.attempts, mostAttempts) : item.attempts;
    return { item: { ...item, problem: got.reason, attempts }, isNew: false };
  }
  try {
    const [added] = await work.desk.add([got.article]);
    return { item: { ...item, articleId: added!.articleId }, isNew: added!.outcome === 'added' };
  } catch (error) {
    return { item: { ...item, problem: faultReason(error) }, isNew: false };
  }
}

/** An article that we stumble over must not keep the rest of its feed from being read. */
export const faultReason = (error: unknown): string =>
  `a fault inside Hearsay (${error instanceof Error ? error.message : error})`;

/** The article at an item's address, where another feed or a person has brought it already. */
async function knownArticle({ store }: WatchWork, { url }: FeedEntry): Promise<string | null> {
  const canonical = canonicalUrl(url);
  return canonical === null
    ? null
    : ((await store.findArticle({ canonicalUrl: canonical, contentKey: '' }))?.id ?? null);
}

type Got =
  | Extract<ReturnType<typeof readPage>, { ok: true }>
  | { readonly ok: false; readonly reason: string; readonly isLasting: boolean }
  | 'unchanged'
  | 'later';

/** The article of an item: its page, or what the feed itself has of it. `since` is when it was read before. */
async function articleOf(work: WatchWork, feed: Feed, entry: FeedEntry, since: string | null): Promise<Got> {
  const fetched = work.now().toISOString();
  const page = entry.url === null ? noPage : await pageOf(work, entry, entry.url, since, fetched);
  if (typeof page === 'string' || page.ok || since !== null) return page;
  if (!isWhole(entry))
    return {
      ...page,
      reason: `${page.reason}; ${entry.content === null ? 'the feed has no text of it' : 'the feed has only a teaser of it'}`,
    };
  const read = readContent(work.pipeline, entry, feed, fetched);
  return read.ok ? read : { ...page, reason: `${page.reason}; the feed’s own text: ${read.reason}` };
}

const noPage = { ok: false, reason: 'it leads to no page', isLasting: true } as const;

async function pageOf(
  { fetcher, pipeline, signal }: WatchWork,
  entry: FeedEntry,
  url: string,
  since: string | null,
  fetched: string,
): Promise<Got> {
  const conditions = since === null ? {} : { 'if-modified-since': new Date(since).toUTCString() };
  const got = await fetcher.get(url, { headers: { accept: 'text/html, */*;q=0.5', ...conditions }, signal });
  if (!got.ok) {
    if (['stopped', 'asked-to-wait'].includes(got.problem.code)) return 'later';
    return { ok: false, reason: got.problem.reason, isLasting: isLasting(got.problem) };
  }
  if (got.status === 304) return 'unchanged';
  const read = readPage(pipeline, got, entry, fetched);
  return read.ok ? read : { ...read, isLasting: true };
}

/** Whether asking again soon would be in vain. A page that is not there yet may be in the feed before it is on the site. */
const isLasting = ({ code, status }: FetchProblem): boolean =>
  code === 'status'
    ? status !== null && status < 500 && status !== 404 && status !== 408
    : !['timeout', 'no-such-host', 'no-connection', 'broken-off', 'robots'].includes(code);
