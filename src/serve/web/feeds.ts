import { clean, counted, type Html, html, shorten } from '../../report/index.ts';
import type { Feed, FeedItem } from '../../store/index.ts';
import type { Services } from '../services.ts';
import { isGivenUp } from '../watch/index.ts';
import type { Sheet } from './sheet.ts';
import { factsLine, timeTag } from './wording.ts';

/** Whether who looks may add and remove, what was just done, and what was typed that could not be. */
export type FeedsLook = {
  readonly mayChange: boolean;
  readonly notice: Html | null;
  readonly typed: string;
  readonly problem: string | null;
};

type FeedWithItems = { readonly feed: Feed; readonly failed: readonly FeedItem[] };

/** So many failed items of each feed are shown. */
const mostFailed = 20;

/** The feeds that are watched, those in trouble first, and what of them could not be read. */
export async function feedsSheet({ store, clock }: Services, look: FeedsLook): Promise<Sheet> {
  const feeds = await store.feeds();
  const sorted = feeds.toSorted((a, b) => b.failures - a.failures || a.url.localeCompare(b.url));
  const withItems: readonly FeedWithItems[] = await Promise.all(
    sorted.map(async feed => ({ feed, failed: await store.failedItems(feed.url, mostFailed) })),
  );
  return {
    ...plain,
    title: 'Feeds',
    json: '/api/v1/feeds',
    header: html`<h1>Feeds</h1>
<p class="facts">${healthLine(feeds)}</p>
${look.notice === null ? null : html`<p class="notice" role="status">${look.notice}</p>\n`}${idleNotice(feeds, clock())}`,
    main: html`${look.mayChange ? addSection(look) : null}${feeds.length === 0 ? noFeeds : html`<section id="feeds">\n<h2>What is watched</h2>\n<ul class="cards">\n${withItems.map(each => feedCard(each, look.mayChange))}</ul>\n</section>\n`}`,
  };
}

const plain = { live: 'none', json: null, feed: null, ownStyle: null } as const;

function healthLine(feeds: readonly Feed[]): string {
  const count = (health: keyof typeof healthLabels) => feeds.filter(feed => healthOf(feed) === health).length;
  const [failing, waiting] = [count('failing'), count('waiting')];
  if (failing === 0 && waiting === 0)
    return feeds.length === 0 ? 'No feed is watched' : `${counted(feeds.length, 'feed')}, all well`;
  return [
    counted(feeds.length, 'feed'),
    ...(failing > 0 ? [`${failing} in trouble`] : []),
    ...(waiting > 0 ? [`${waiting} never asked yet`] : []),
  ].join(', ');
}

/** A watch asks each feed within a minute of its time: with this much over, there is none. */
const overdueMs = 15 * 60_000;

const isIdle = ({ checkedAt, nextAt }: Feed, now: Date): boolean =>
  checkedAt === null || (nextAt !== null && Date.parse(nextAt) + overdueMs < now.getTime());

/** Where no feed was asked in time: that nothing watches, and how to start it. */
function idleNotice(feeds: readonly Feed[], now: Date): Html | null {
  if (feeds.length === 0 || !feeds.every(feed => isIdle(feed, now))) return null;
  const last = feeds
    .flatMap(({ checkedAt }) => checkedAt ?? [])
    .sort()
    .at(-1);
  const since = last
    ? html`Nothing seems to watch: no feed has been asked since ${timeTag(last)}.`
    : html`Nothing has watched yet: no feed has ever been asked. A watch that runs asks within a minute.`;
  return html`<p class="notice idle">${since} In a terminal, <code>hearsay watch</code> follows these feeds beside this server, and <code>hearsay serve --watch</code> starts a server that does so itself; give either the <code>--store</code> that this one has.</p>\n`;
}

const noFeeds = html`<section id="feeds">
<h2>From a terminal</h2>
<p><code>hearsay watch https://example.org/feed.xml</code> follows a feed and takes in its articles; <code>hearsay watch --opml feeds.opml</code> follows all feeds of a list.</p>
</section>
`;

const addSection = ({ typed, problem }: FeedsLook): Html => html`<section id="add">
<h2>Watch a feed</h2>
<form class="mending" method="post" action="/feeds">
<p class="field wide"><label for="url">Address of an RSS, Atom or JSON feed</label> <input id="url" name="url" value="${typed}" inputmode="url" autocomplete="off" autocapitalize="none" spellcheck="false" required placeholder="https://"${problem === null ? null : html` aria-invalid="true" aria-describedby="url-wrong"`}>${problem === null ? null : html`<span class="problem" id="url-wrong" role="alert">${problem}</span>`}</p>
<p class="buttons"><button class="main">Add</button></p>
</form>
</section>
`;

const feedCard = ({ feed, failed }: FeedWithItems, mayChange: boolean): Html => html`<li class="card">
<h3><span class="health ${healthOf(feed)}">${healthLabels[healthOf(feed)]}</span> <span class="address">${clean(feed.title ?? feed.url)}</span></h3>
<p class="facts">${factsLine([
  feed.title === null ? null : html`<span class="address">${feed.url}</span>`,
  `${counted(feed.items, 'item')}, ${counted(feed.articles, 'article')}`,
  feed.checkedAt !== null && feed.succeededAt === null ? 'never fetched well' : null,
  feed.succeededAt === null ? null : html`last fetched well ${timeTag(feed.succeededAt)}`,
  feed.nextAt === null ? null : html`next ${timeTag(feed.nextAt)}`,
])}</p>
${feed.problem === null ? null : html`<p class="problem">${shorten(clean(feed.problem), 300)}${feed.failures > 1 ? html` (${feed.failures} times in a row)` : null}</p>\n`}${failedItems(failed)}${mayChange ? html`<p class="mend"><a href="${removePath(feed.url)}">Remove<span class="unseen"> ${feed.title ?? feed.url}</span></a></p>\n` : null}</li>
`;

const removePath = (url: string): string => `/feeds/remove?${new URLSearchParams({ url }).toString()}`;

const healthLabels = { well: 'well', failing: 'failing', waiting: 'not asked yet' } as const;

const healthOf = ({ failures, checkedAt }: Feed): keyof typeof healthLabels =>
  failures > 0 ? 'failing' : checkedAt === null ? 'waiting' : 'well';

/** What of a feed could not be taken, and why: closed, as a feed may be well all the same. */
const failedItems = (items: readonly FeedItem[]): Html | null =>
  items.length === 0
    ? null
    : html`<details class="failed">
<summary>${items.length < mostFailed ? counted(items.length, 'item') : `The newest ${mostFailed} items`} that could not be taken</summary>
<ol>
${items.map(
  item =>
    html`<li><span class="address">${itemName(item)}</span><br>${clean(item.problem ?? '')} <span class="quiet">${timeTag(item.seenAt)}; ${isGivenUp(item) ? 'not asked for again' : 'asked for again in the next round'}</span></li>\n`,
)}</ol>
</details>
`;

/** Only to addresses of the web: a feed may say anything. */
const itemName = ({ url, key }: FeedItem): Html =>
  url !== null && /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noreferrer nofollow external">${url}</a>`
    : html`${clean(url ?? key)}`;

/** Asks once more before a feed is removed. */
export const removeFeedSheet = ({ url, title, articles }: Feed): Sheet => ({
  ...plain,
  title: 'Remove a feed',
  header: html`<h1>Remove this feed?</h1>
<p class="facts">${title === null ? null : html`${clean(title)} · `}<span class="address">${url}</span></p>
`,
  main: html`<form class="mending" method="post" action="/feeds/remove"><input type="hidden" name="url" value="${url}">
<p class="field wide">It is watched no longer, and what could not be taken of it is forgotten. ${articles === 0 ? 'No article has come of it.' : `The ${counted(articles, 'article')} that came of it ${articles === 1 ? 'stays' : 'stay'}.`} It can be added again.</p>
<p class="buttons"><button class="main">Remove it</button> <a href="/feeds">Keep it</a></p>
</form>
`,
});
