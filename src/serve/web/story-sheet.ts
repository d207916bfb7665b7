import { html, shorten, viewStory } from '../../report/index.ts';
import type { Store, StoredStory } from '../../store/index.ts';
import { versionOf } from './assets.ts';
import { sourcePaths } from './cast-links.ts';
import { correctionsSection } from './corrections-made.ts';
import { namedIn } from './named-in-corrections.ts';
import { articlePath } from './paths.ts';
import type { MadeSheet } from './sheet.ts';
import { accountLinks, claimHistory, lastChanges, standingHistory } from './story-history.ts';

/** A story’s page, and the style that its claims need. */
export type StoryPage = { readonly sheet: MadeSheet; readonly style: string };

const latest = 400;

/** The views of the report, with what a file cannot have: history, corrections, and ways to other pages. */
export async function storyPageOf(store: Store, { entry, story }: StoredStory): Promise<StoryPage> {
  const { id } = entry;
  const articleIds = story.accounts.map(({ article }) => article.id);
  const [history, changes, records] = await Promise.all([
    standingHistory(store, id),
    store.latestChanges({ storyId: id, limit: latest }),
    store.corrections({ storyIds: [id], articleIds, withdrawn: true }),
  ]);
  const account = accountLinks(story);
  const view = viewStory(story, {
    claim: claimId => `/claims/${claimId}`,
    account: articlePath,
    source: sourcePaths(story),
    note: claimId => claimHistory(history.get(claimId) ?? [], account),
  });
  const [corrections, moved] = [
    correctionsSection(id, records, await namedIn(store, records)),
    lastChanges(changes, story.claims, account),
  ];
  const sheet: MadeSheet = {
    title: shorten(view.title, 90),
    live: { storyId: id },
    json: `/api/v1/stories/${id}`,
    feed: `/stories/${id}/feed.atom`,
    ownStyle: `/stories/${id}/style.css?v=${versionOf(view.ownStyle)}`,
    header: html`<h1>${view.heading}</h1>
<p class="facts">${view.facts}</p>
<nav aria-label="Sections"><ul>
${moved && html`<li><a href="#last-changes">What changed last</a></li>\n`}${view.nav}${corrections && html`<li><a href="#corrections">Corrections</a></li>\n`}</ul></nav>
<p class="ways"><a class="writes" href="/stories/${id}/correct">Set something right</a> <a class="writes" href="/paste">Paste another account</a> <a href="/stories/${id}/report.html" download>Report as one file</a> <a href="/api/v1/stories/${id}">JSON</a> <a href="/stories/${id}/feed.atom">Atom feed</a></p>
`,
    main: Buffer.from(html`${moved}${view.main}${corrections}`.markup),
  };
  return { sheet, style: view.ownStyle };
}
