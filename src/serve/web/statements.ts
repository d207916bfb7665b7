import { counted, type Html, html, kindLabels, stanceLabels, statementAnchor } from '../../report/index.ts';
import type { ArticleFound, StatementEntry } from '../../store/index.ts';
import { articlePath, sourcePath } from './paths.ts';
import { dateTag, factsLine, quoted, titleOf } from './wording.ts';

/** Statements of many articles, one below the other. `speakers` is false where all are one source’s. */
export const statementList = (statements: readonly StatementEntry[], speakers: boolean): Html =>
  html`<ol class="found">
${statements.map(each => statementEntry(each, speakers))}</ol>
`;

function statementEntry(each: StatementEntry, speakers: boolean): Html {
  const words =
    each.words === '' ? html`<span class="quiet">no words given</span>` : html`${quoted(each.words, 400)}`;
  return html`<li>
<p class="saying">${speakers ? html`${speakerOf(each)} · ` : null}<span class="stance">${stanceLabels[each.stance]}</span> <a class="words" href="${articlePath(each.articleId)}#${statementAnchor({ id: each.statementId })}">${words}</a></p>
<p class="facts">${factsLine([
    each.outlet,
    each.articleTitle === null
      ? null
      : html`<a href="${articlePath(each.articleId)}">${titleOf({ title: each.articleTitle, outlet: each.outlet })}</a>`,
    dateTag(each.published),
    html`<a href="/stories/${each.storyId}">story</a>`,
  ])}</p>
</li>
`;
}

function speakerOf({ speaker, sourceKey, sourceKind }: StatementEntry): Html {
  const name = html`<strong>${speaker ?? 'Speaker not given'}</strong>`;
  const linked = sourceKey === null ? name : html`<a href="${sourcePath(sourceKey)}">${name}</a>`;
  return sourceKind === null
    ? linked
    : html`${linked} <span class="quiet">(${kindLabels[sourceKind]})</span>`;
}

/** Articles, with the words around what was looked for. */
export const articleList = (articles: readonly ArticleFound[]): Html =>
  html`<ol class="found">
${articles.map(articleItem)}</ol>
`;

const articleItem = (each: ArticleFound): Html => html`<li>
<p class="saying"><a href="${articlePath(each.id)}">${titleOf(each)}</a></p>
${each.excerpt === '' ? null : html`<p>${each.excerpt}</p>\n`}<p class="facts">${factsLine([
  each.outlet,
  dateTag(each.published),
  counted(each.statements, 'statement'),
  each.version > 1 ? `version ${each.version}` : null,
  html`<a href="/stories/${each.storyId}">story</a>`,
])}</p>
</li>
`;
