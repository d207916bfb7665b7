import { counted } from '../../../report/index.ts';
import type { Feed } from '../../../store/index.ts';
import type { Answer } from '../net/get.ts';
import type { FetchProblem } from '../net/problem.ts';
import { backOff, freshFor } from '../net/wait.ts';
import { textOf } from './charset.ts';
import type { FeedContent } from './entry.ts';
import { feedsOffered } from './offered.ts';
import { readFeed } from './parse-feed.ts';
import { longestBackOff, restAfter } from './schedule.ts';
import { faultReason, type Taken, takeItems, type WatchWork } from './take-items.ts';

/** How a look at a feed went. `stopped`: the watch ended meanwhile, nothing is said of the feed. */
export type Polled = {
  readonly feed: Feed;
  readonly outcome: 'read' | 'unchanged' | 'failed' | 'stopped';
  readonly taken: Taken | null;
};

export type PollSettings = {
  /** The least time between two looks at a feed. */
  readonly everyMs: number;
  readonly chance: () => number;
};

const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, ' +
  'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';

/** Looks at a feed, takes its new items and keeps how it went. Whatever is wrong with the feed is a value. */
export async function pollFeed(work: WatchWork, feed: Feed, settings: PollSettings): Promise<Polled> {
  const got = await work.fetcher.get(feed.url, {
    headers: { accept, ...conditionsOf(feed) },
    signal: work.signal,
  });
  const checkedAt = work.now().toISOString();
  if (!got.ok && got.problem.code === 'stopped') return { feed, outcome: 'stopped', taken: null };
  if (!got.ok) return failedPoll(work, { ...feed, checkedAt }, got.problem, settings);
  const seen: Feed = { ...feed, checkedAt, succeededAt: checkedAt, failures: 0, problem: null };
  if (got.status === 304)
    return {
      feed: await keep(work, seen, restAfter(settings.everyMs, [freshFor(got.headers)])),
      outcome: 'unchanged',
      taken: null,
    };
  const text = textOf(got.bytes, got.headers.get('content-type'));
  const content = readFeed(text, got.url);
  if (!content)
    return failedPoll(
      work,
      { ...feed, checkedAt },
      { ...noProblem, reason: notFeed(text, got.url) },
      settings,
    );
  return takeFeed(work, seen, got, content, settings);
}

async function takeFeed(
  work: WatchWork,
  feed: Feed,
  got: Answer,
  content: FeedContent,
  { everyMs }: PollSettings,
): Promise<Polled> {
  const named = { ...feed, title: content.title ?? feed.title };
  const taken = await takeItems(work, named, content.entries);
  // Where something is left to be done, the whole feed is wanted again, not "304 not modified".
  const isComplete = taken.isSettled && !content.isCut;
  const after: Feed = {
    ...named,
    etag: isComplete ? got.headers.get('etag') : null,
    lastModified: isComplete ? got.headers.get('last-modified') : null,
    problem: content.isCut
      ? `breaks off; ${counted(content.entries.length, 'item')} before that could be read`
      : null,
    items: feed.items + taken.items,
    articles: feed.articles + taken.articles,
  };
  const rest = restAfter(everyMs, [content.restMs, freshFor(got.headers)]);
  return { feed: await keep(work, after, rest), outcome: 'read', taken };
}

const noProblem = { status: null, retryAt: null };

/** Keeps that a fault of ours or of the store came between, and when the feed is looked at again. */
export const faultyPoll = (
  work: WatchWork,
  feed: Feed,
  error: unknown,
  settings: PollSettings,
): Promise<Polled> =>
  failedPoll(
    work,
    { ...feed, checkedAt: work.now().toISOString() },
    { ...noProblem, reason: faultReason(error) },
    settings,
  );

async function failedPoll(
  work: WatchWork,
  feed: Feed,
  { reason, status, retryAt }: Pick<FetchProblem, 'reason' | 'status' | 'retryAt'>,
  { everyMs, chance }: PollSettings,
): Promise<Polled> {
  const failures = feed.failures + 1;
  const wait = status === 410 ? longestBackOff : backOff(failures, everyMs, longestBackOff, chance());
  const asked = (retryAt?.getTime() ?? 0) - work.now().getTime();
  const kept = await keep(work, { ...feed, failures, problem: reason }, Math.max(wait, asked));
  return { feed: kept, outcome: 'failed', taken: null };
}

/** Saves the feed, unless it was removed meanwhile. */
async function keep({ store, now }: WatchWork, feed: Feed, restMs: number): Promise<Feed> {
  const kept = { ...feed, nextAt: new Date(now().getTime() + restMs).toISOString() };
  if (await store.feed(feed.url)) await store.saveFeed(kept);
  return kept;
}

const conditionsOf = ({ etag, lastModified }: Feed): Readonly<Record<string, string>> => ({
  ...(etag === null ? {} : { 'if-none-match': etag }),
  ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
});

function notFeed(text: string, url: string): string {
  const [offered] = feedsOffered(text, url);
  if (offered !== undefined) return `a web page, not a feed; its feed is ${offered}`;
  if (text.trim() === '') return 'empty, not a feed';
  return /<html[\s>]|<!doctype html/i.test(text.slice(0, 2000))
    ? 'a web page, not a feed, and it names none'
    : 'neither RSS, Atom, RDF nor JSON Feed, or damaged from its beginning';
}
