import { counted, type Html, html, kindLabels } from '../../report/index.ts';
import type { SourceEntry } from '../../store/index.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { sourcePath } from './paths.ts';
import type { Sheet } from './sheet.ts';
import { statementList } from './statements.ts';
import { nextLink } from './wording.ts';

const sourcesAPage = 60;
const statementsAPage = 50;

/** Everyone who is named, those with most statements first. */
export async function sourcesSheet({ store }: Services, words: string, after: string | null): Promise<Sheet> {
  const { items, next } = await store.sources(words === '' ? {} : { words }, { limit: sourcesAPage, after });
  return {
    title: 'Sources',
    live: 'all',
    json: '/api/v1/sources',
    feed: null,
    ownStyle: null,
    header: html`<h1>Sources</h1>
<p class="facts">Everyone who is named as a source in any article that is kept.</p>
<form class="search" action="/sources"><label for="source-words">Name</label> <input id="source-words" type="search" name="words" value="${words}"> <button>Find</button></form>
`,
    main: html`<section id="sources">
<h2>${words === '' ? 'Who speaks most' : html`Named “${words}”`}</h2>
${items.length === 0 ? html`<p>${words === '' ? 'No source is named yet.' : 'No source has that name.'}</p>\n` : html`<ol class="found">\n${items.map(sourceEntry)}</ol>\n`}</section>
${nextLink('/sources', words === '' ? {} : { words }, next)}`,
  };
}

const sourceEntry = (each: SourceEntry): Html =>
  html`<li><p class="saying"><a href="${sourcePath(each.key)}">${each.name}</a> <span class="quiet">(${kindLabels[each.kind]})</span></p><p class="facts">${countsOf(each)}</p></li>\n`;

const countsOf = ({ statements, articles, stories }: SourceEntry): string =>
  `${counted(statements, 'statement')} in ${counted(articles, 'article')} of ${counted(stories, 'story', 'stories')}`;

/** Everything that one source said, everywhere. */
export async function sourceSheet({ store }: Services, key: string, after: string | null): Promise<Sheet> {
  const [source, { items, next }] = await Promise.all([
    store.source(key),
    store.statements({ sourceKey: key }, { limit: statementsAPage, after }),
  ]);
  if (source === null) throw new HttpProblem('not-found', `no source has the key ${key}`);
  const path = `${sourcePath(key)}`;
  return {
    title: source.name,
    live: 'all',
    json: `/api/v1${sourcePath(key)}`,
    feed: null,
    ownStyle: null,
    header: html`<h1>${source.name}</h1>
<p class="facts">${kindLabels[source.kind]} · ${countsOf(source)}</p>
<p class="ways"><a href="/search?${new URLSearchParams({ sourceKey: key }).toString()}">Search in what is said</a> <a href="/api/v1${sourcePath(key)}">JSON</a></p>
`,
    main: html`<section id="said">
<h2>Everything said, newest first</h2>
${statementList(items, false)}</section>
${nextLink(path, {}, next)}`,
  };
}
