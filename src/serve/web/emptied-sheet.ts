import { html } from '../../report/index.ts';
import type { ArticleEntry } from '../../store/index.ts';
import { articlePath } from './paths.ts';
import type { Sheet } from './sheet.ts';
import { dateTag, factsLine, titleOf } from './wording.ts';

/** What stands in the place of a story that nobody tells any more: where each of its articles is now. */
export const emptiedSheet = (articles: readonly ArticleEntry[]): Sheet => ({
  title: 'No account tells this story any more',
  live: 'none',
  json: null,
  feed: null,
  ownStyle: null,
  header: html`<h1>No account tells this story any more</h1>
<p class="facts">Its articles were found to tell other stories.</p>
`,
  main: html`<section id="articles">
<h2>Where its articles are now</h2>
${articles.length === 0 ? html`<p>None of them is kept.</p>\n` : html`<ul class="found">\n${articles.map(articleItem)}</ul>\n`}</section>
<p><a href="/">What is moving now</a></p>
`,
});

const articleItem = (each: ArticleEntry) =>
  html`<li><p class="saying"><a href="${articlePath(each.id)}">${titleOf(each)}</a></p><p class="facts">${factsLine(
    [each.outlet, dateTag(each.published), html`<a href="/stories/${each.storyId}">its story now</a>`],
  )}</p></li>\n`;
