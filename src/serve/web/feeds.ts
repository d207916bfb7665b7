import { clean, counted, type Html, html, shorten } from '../../report/index.ts';
import type { Feed, FeedItem } from '../../store/index.ts';
import type { Services } from '../services.ts';
import type { Sheet } from './sheet.ts';
import { factsLine, timeTag } from './wording.ts';

const mostFailures = 50;

/** The feeds that are watched, those in trouble first, and what of them could not be read. */
export async function feedsSheet({ store }: Services): Promise<Sheet> {
  const [feeds, failed] = await Promise.all([store.feeds(), store.failedItems(null, mostFailures)]);
  const sorted = feeds.toSorted((a, b) => b.failures - a.failures || a.url.localeCompare(b.url));
  const ill = feeds.filter(({ failures }) => failures > 0).length;
  return {
    title: 'Feeds',
    live: 'none',
    json: '/api/v1/feeds',
    feed: null,
    ownStyle: null,
    header: html`<h1>Feeds</h1>
<p class="facts">${counted(feeds.length, 'feed')}${ill > 0 ? `, ${ill} in trouble` : feeds.length > 0 ? ', all well' : null}</p>
`,
    main: html`${feeds.length === 0 ? noFeeds : html`<section id="feeds">\n<h2>What is watched</h2>\n<ul class="cards">\n${sorted.map(feedCard)}</ul>\n</section>\n`}${failed.length === 0 ? null : failedSection(failed)}`,
  };
}

const noFeeds = html`<section id="feeds">
<h2>No feed is watched</h2>
<p>In a terminal, <code>hearsay watch https://example.org/feed.xml</code> follows a feed and takes in its articles; <code>hearsay watch --opml feeds.opml</code> follows all feeds of a list.</p>
</section>
`;

const feedCard = (feed: Feed): Html => html`<li class="card">
<h3><span class="health ${healthOf(feed)}">${healthLabels[healthOf(feed)]}</span> ${clean(feed.title ?? feed.url)}</h3>
<p class="facts">${factsLine([
  html`<span class="address">${feed.url}</span>`,
  `${counted(feed.items, 'item')}, ${counted(feed.articles, 'article')}`,
  feed.succeededAt === null ? 'never fetched well' : html`last fetched well ${timeTag(feed.succeededAt)}`,
  feed.nextAt === null ? null : html`next ${timeTag(feed.nextAt)}`,
])}</p>
${feed.problem === null ? null : html`<p class="problem">${shorten(clean(feed.problem), 300)}${feed.failures > 1 ? html` (${feed.failures} times in a row)` : null}</p>\n`}</li>
`;

const healthLabels = { well: 'well', failing: 'failing', waiting: 'not fetched yet' } as const;

const healthOf = ({ failures, checkedAt }: Feed): keyof typeof healthLabels =>
  failures > 0 ? 'failing' : checkedAt === null ? 'waiting' : 'well';

const failedSection = (items: readonly FeedItem[]): Html => html`<section id="failed">
<h2>Items that could not be read</h2>
<ol class="found">
${items.map(
  ({ url, key, problem, seenAt, attempts }) =>
    html`<li><p class="address">${url ?? key}</p><p class="facts">${factsLine([clean(problem ?? ''), timeTag(seenAt), counted(attempts, 'attempt')])}</p></li>\n`,
)}</ol>
</section>
`;
