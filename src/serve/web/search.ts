import { sourceKinds, stances } from '../../domain/index.ts';
import { type Html, html, kindLabels, stanceLabels } from '../../report/index.ts';
import type { ArticleQuery, StatementQuery } from '../../store/index.ts';
import type { Services } from '../services.ts';
import type { Sheet } from './sheet.ts';
import { articleList, statementList } from './statements.ts';
import { nextLink } from './wording.ts';

const aPage = 40;
const queryFields = [
  'words',
  'speaker',
  'sourceKey',
  'sourceKind',
  'stance',
  'outlet',
  'storyId',
  'articleId',
  'from',
  'to',
] as const satisfies readonly (keyof StatementQuery)[];
type Wish = Readonly<Partial<Record<(typeof queryFields)[number], string>>>;

/** What articles can be searched by; the other fields are about statements. */
const articleFields: readonly string[] = [
  'words',
  'outlet',
  'storyId',
  'from',
  'to',
] satisfies readonly (keyof ArticleQuery)[];

/** What of a request is a search; what is not filled in does not count. */
export const wishIn = (query: Readonly<Record<string, string>>): Wish =>
  Object.fromEntries(
    queryFields.flatMap(field => {
      const value = query[field]?.trim();
      return value ? [[field, value]] : [];
    }),
  );

/** Statements and articles by all that they can be searched by. */
export async function searchSheet(
  { store }: Services,
  wish: Wish,
  what: string,
  after: string | null,
): Promise<Sheet> {
  const problem = problemIn(wish);
  const forArticles = what === 'articles';
  const asked = forArticles ? picked(wish, field => articleFields.includes(field)) : wish;
  const found = problem === null && Object.keys(asked).length > 0;
  return {
    title: 'Search',
    live: 'none',
    json: `/api/v1/${forArticles ? 'articles' : 'statements'}?${new URLSearchParams(asked).toString()}`,
    feed: null,
    ownStyle: null,
    header: html`<h1>Search</h1>
${searchForm(wish, forArticles)}`,
    main: html`${problem === null ? null : html`<p class="problem" role="alert">${problem}</p>\n`}${forArticles ? leftOut(wish) : null}${found ? await (forArticles ? articlesFound(store, asked, after) : statementsFound(store, asked, after)) : hints}`,
  };
}

const picked = (wish: Wish, isIn: (field: string) => boolean): Wish =>
  Object.fromEntries(Object.entries(wish).filter(([field]) => isIn(field)));

/** Says which wishes articles cannot be searched by, and leads to where they count. */
function leftOut(wish: Wish): Html | null {
  const names = queryFields.filter(field => wish[field] !== undefined && !articleFields.includes(field));
  if (names.length === 0) return null;
  return html`<p class="notice" role="status">Articles are searched without ${names.map(name => fieldLabels[name].replace(/,$/, '')).join(', ')}: <a href="/search?${new URLSearchParams(wish).toString()}">search statements</a> for that.</p>
`;
}

function problemIn({ from, to, stance, sourceKind }: Wish): string | null {
  const wrongDay = [from, to].find(day => day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day));
  if (wrongDay !== undefined) return `“${wrongDay}” is not a day: write it as 2024-11-14.`;
  if (stance !== undefined && !(stances as readonly string[]).includes(stance))
    return `There is no stance “${stance}”.`;
  if (sourceKind !== undefined && !(sourceKinds as readonly string[]).includes(sourceKind))
    return `There is no kind of source “${sourceKind}”.`;
  return null;
}

type Store = Services['store'];

async function statementsFound(store: Store, wish: Wish, after: string | null): Promise<Html> {
  const { items, next } = await store.statements(wish as StatementQuery, { limit: aPage, after });
  return html`<section id="results">
<h2>Statements</h2>
${items.length === 0 ? nothingFound(wish, {}) : statementList(items, true)}</section>
${nextLink('/search', { ...wish }, next)}`;
}

async function articlesFound(store: Store, wish: Wish, after: string | null): Promise<Html> {
  const { items, next } = await store.articles(wish, { limit: aPage, after });
  return html`<section id="results">
<h2>Articles</h2>
${items.length === 0 ? nothingFound(wish, { in: 'articles' }) : articleList(items)}</section>
${nextLink('/search', { ...wish, in: 'articles' }, next)}`;
}

/** Says what to try: each wish left out, and all of them. */
const nothingFound = (wish: Wish, place: Readonly<Record<string, string>>): Html => {
  const fields = queryFields.filter(field => wish[field] !== undefined);
  const without = fields.map(field => {
    const others = Object.fromEntries(fields.filter(each => each !== field).map(each => [each, wish[each]!]));
    return html`<li><a href="/search?${new URLSearchParams({ ...others, ...place }).toString()}">without ${fieldLabels[field]} “${wish[field] ?? ''}”</a></li>\n`;
  });
  return html`<p>Nothing has all of that. All words must be there, each in any of its forms: “deny” finds “denied”. Fewer find more.</p>
${fields.length > 1 ? html`<ul class="rows" id="try">\n${without}</ul>\n` : null}`;
};

const fieldLabels: Readonly<Record<(typeof queryFields)[number], string>> = {
  words: 'the words',
  speaker: 'who says it,',
  sourceKey: 'the source',
  sourceKind: 'the kind of source',
  stance: 'what is done,',
  outlet: 'the outlet',
  storyId: 'the story',
  articleId: 'the article',
  from: 'the first day',
  to: 'the last day',
};

const hints = html`<section id="hints">
<h2>What can be looked for</h2>
<p>Words of what was said, who said it, what they did in saying it, in which outlet and when. All that is filled in must hold.</p>
<ul class="rows">
<li><a href="/search?stance=denies">All denials</a></li>
<li><a href="/search?sourceKind=anonymous">All that unnamed sources say</a></li>
<li><a href="/search?stance=declines-to-comment">Who declined to comment</a></li>
</ul>
</section>
`;

const searchForm = (
  wish: Wish,
  forArticles: boolean,
): Html => html`<form class="search" role="search" action="/search">
<p class="field wide"><label for="words">Words</label> <input id="words" type="search" name="words" value="${wish.words ?? ''}"></p>
<p class="field"><label for="in">In</label> <select id="in" name="in"><option value="statements">statements</option><option value="articles"${forArticles ? html` selected` : null}>articles</option></select></p>
<p class="field"><label for="speaker">Who says it</label> <input id="speaker" name="speaker" value="${wish.speaker ?? ''}"></p>
<p class="field"><label for="sourceKind">Kind of source</label> ${choice('sourceKind', sourceKinds, kindLabels, wish.sourceKind)}</p>
<p class="field"><label for="stance">Doing what</label> ${choice('stance', stances, stanceLabels, wish.stance)}</p>
<p class="field"><label for="outlet">Outlet</label> <input id="outlet" name="outlet" value="${wish.outlet ?? ''}"></p>
<p class="field"><label for="from">From</label> <input id="from" type="date" name="from" value="${wish.from ?? ''}"></p>
<p class="field"><label for="to">To</label> <input id="to" type="date" name="to" value="${wish.to ?? ''}"></p>
${(['sourceKey', 'storyId', 'articleId'] as const).map(name => within(name, wish))}<p class="field"><button>Search</button></p>
</form>
`;

const withinLabels = { sourceKey: 'Only source', storyId: 'Only story', articleId: 'Only article' } as const;

/** Where one came from another page to search in one thing only: kept, and shown so that it can be emptied. */
const within = (name: keyof typeof withinLabels, wish: Wish): Html =>
  wish[name] === undefined
    ? html``
    : html`<p class="field"><label for="${name}">${withinLabels[name]}</label> <input id="${name}" name="${name}" value="${wish[name]}"></p>\n`;

const choice = <Value extends string>(
  name: string,
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
  chosen: string | undefined,
): Html =>
  html`<select id="${name}" name="${name}"><option value="">any</option>${values.map(
    value =>
      html`<option value="${value}"${value === chosen ? html` selected` : null}>${labels[value]}</option>`,
  )}</select>`;
