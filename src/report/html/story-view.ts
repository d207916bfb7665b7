import type { Article, StandingKind, Story } from '../../domain/index.ts';
import { standings } from '../../domain/index.ts';
import { accountName } from '../account.ts';
import { writtenDate } from '../dates.ts';
import { standingLabels } from '../labels.ts';
import { type Page, wordsOf } from '../page.ts';
import { claimAnchor } from '../story/claims.ts';
import { createLookup, type Lookup } from '../story/lookup.ts';
import { accountAnchor } from '../story/page.ts';
import { clean, shorten } from '../words.ts';
import { type ClaimTags, tagClaims } from './claim-tags.ts';
import { claimStyle, comparable, filterBar, filtersOf } from './filters.ts';
import { lineageDrawing } from './lineage-drawing.ts';
import { type LineageGraph, type LineageNode, lineageGraph } from './lineage-graph.ts';
import { holdClasses, markedBlocks } from './marked-text.ts';
import { labelFindings, type Mark, marksOf } from './marks.ts';
import { matrixSection } from './matrix.ts';
import { createSectionPrinter, type ItemNotes } from './sections.ts';
import { type Html, html } from './template.ts';
import { timelineDrawings } from './timeline-drawing.ts';

/** What a web page adds to the report: where its things have pages of their own, and what is noted beside them. */
export type StoryLinks = {
  readonly claim: (claimId: string) => string;
  readonly account: (articleId: string) => string;
  /** Null where a member of the cast has no page. */
  readonly source: (castId: string) => string | null;
  /** What stands at the end of a claim's finding. */
  readonly note: (claimId: string) => Html | null;
};

/** A story as HTML, without the document around it: the same in the report's file and on the web page. */
export type StoryView = {
  /** As plain text. */
  readonly title: string;
  readonly heading: Html;
  readonly facts: Html;
  /** List items, in the order in which the sections stand. */
  readonly nav: Html;
  /** What stands in the element `main`, as its children: the rules of `ownStyle` rely on that. */
  readonly main: Html;
  /** The rules that only this story needs, to be put behind `style`. */
  readonly ownStyle: string;
};

/**
 * The page and the story's accounts. Every quotation links to its words in the account, and the words link back; what
 * can be chosen and what lights up together is done by style alone.
 */
export function storyView(page: Page, story: Story, links: StoryLinks | null): StoryView {
  const lookup = createLookup(story);
  const labels = labelFindings(page);
  const tags = tagClaims(lookup, labels);
  const filters = filtersOf(story, tags);
  const { line, section } = createSectionPrinter(labels, tags, links && notesFor(story, links));
  const drawings: Drawings = { lineage: lineageFigure(lookup), timeline: timelineDrawings(lookup) };
  const placed = (place: string): readonly Html[] =>
    page.sections
      .filter(({ id }) => (places[id] ?? 'findings') === place)
      .map(each => section(each, drawings[each.id] ?? null));
  return {
    title: wordsOf(page.title),
    heading: line(page.title),
    facts: line(page.facts),
    nav: html`${navLinks(page, tags.size > 0)}`,
    main: html`${placed('top')}${tags.size > 0 ? filterBar(filters, tags.size) : null}${tags.size > 0 ? matrixSection(lookup, tags) : null}<div class="columns">
<div>
${placed('findings')}</div>
<div class="side">
${placed('side')}</div>
</div>
${placed('below')}${textsSection(story, tags, marksOf(story, page, labels, tags), links)}`,
    ownStyle: claimStyle(filters, tags),
  };
}

/** Links for the findings that are claims themselves, not their differences, and for the accounts. */
function notesFor({ claims, accounts }: Story, links: StoryLinks): ItemNotes {
  const claimIds = new Map(claims.map(claim => [claimAnchor(claim), claim.id]));
  const articleIds = new Map(accounts.map(({ article }, at) => [accountAnchor(at), article.id]));
  return {
    link: id => (claimIds.has(id) ? { href: links.claim(claimIds.get(id)!), name: 'Claim' } : null),
    source: links.source,
    note: id => {
      const articleId = articleIds.get(id);
      if (articleId !== undefined) return accountNote(links.account(articleId));
      return claimIds.has(id) ? links.note(claimIds.get(id)!) : null;
    },
  };
}

const accountNote = (href: string): Html =>
  html`<p class="facts"><a href="${href}">Its statements and audit</a></p>\n`;

/** Where a section stands on a wide screen; all others are in the column of the findings. */
const places: Readonly<Record<string, string>> = {
  accounts: 'top',
  glance: 'top',
  quotations: 'side',
  cast: 'side',
  lineage: 'below',
  timeline: 'below',
};

/** What is drawn above the lines of a section. */
type Drawings = Readonly<Record<string, Html | null>>;

/** In the order in which the sections stand. */
function navLinks({ sections }: Page, hasMatrix: boolean): readonly Html[] {
  const at = (place: string) => sections.filter(({ id }) => (places[id] ?? 'findings') === place);
  const links = [
    ...at('top'),
    ...(hasMatrix ? [{ id: 'matrix', title: 'Claims and accounts' }] : []),
    ...at('findings'),
    ...at('side'),
    ...at('below'),
    { id: 'texts', title: 'Side by side' },
  ];
  return links.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`);
}

function lineageFigure(lookup: Lookup): Html | null {
  const graph = lineageGraph(lookup);
  if (graph.edges.length === 0) return null;
  return html`<div class="scroll drawn" tabindex="0" role="region" aria-label="Who has it from whom, a drawing">
${lineageDrawing(graph)}</div>
<p class="legend">${lineageLegend(graph)}</p>
`;
}

const nodeLabels: Readonly<Record<LineageNode['kind'], string>> = {
  named: 'named source',
  unnamed: 'unnamed source',
  account: 'account',
  outlet: 'outlet without an account here',
};

const lineageLegend = ({ nodes, edges, more }: LineageGraph): readonly Html[] => {
  const has = (kind: string) => edges.some(edge => edge.kind === kind);
  return [
    ...(['named', 'unnamed', 'account', 'outlet'] as const)
      .filter(kind => nodes.some(node => node.kind === kind))
      .map(kind => html`<span class="key ${kind}">${nodeLabels[kind]}</span> `),
    ...(has('credit') ? [html`<span class="key credit">credits</span> `] : []),
    ...(has('copy') || has('rewrite') ? [html`<span class="key copy">copies or rewrites</span> `] : []),
    ...(more > 0 ? [html`<span>${more} more sources, with fewer claims, are not drawn</span>`] : []),
  ];
};

const textsSection = (
  story: Story,
  tags: ReadonlyMap<string, ClaimTags>,
  marks: readonly (readonly Mark[])[],
  links: StoryLinks | null,
): Html =>
  html`<section id="texts">
<h2>The accounts side by side</h2>
${compareBar(story, tags)}<p class="legend">${legend(story)}<span class="said">what a source says</span> <span class="answer">what is answered</span></p>
<div class="texts${story.accounts.length > mostAbreast ? ' abreast' : ''}">
${story.accounts.map(
  (
    reading,
    at,
  ) => html`<article id="text-${at + 1}" class="${holds(marks[at] ?? [])}" aria-labelledby="outlet-${at + 1}">
<h3 id="outlet-${at + 1}"><span class="account">[${at + 1}]</span> ${outletName(reading.article, links)}</h3>
<p class="facts">${reading.article.published === null ? 'no publication date' : writtenDate(clean(reading.article.published))}</p>
${markedBlocks(reading.article, marks[at] ?? [])}</article>
`,
)}</div>
</section>
`;

function outletName(article: Article, links: StoryLinks | null): Html {
  const name = html`<strong>${accountName(article)}</strong>`;
  return links ? html`<a href="${links.account(article.id)}">${name}</a>` : name;
}

/** The claims of which words are in these marks. */
const holds = (marks: readonly Mark[]): string => holdClasses(marks).join(' ');

/** With more accounts, the columns are in a box of their own that scrolls. */
const mostAbreast = 4;

/** The choice of one claim, of which then only the paragraphs that tell or answer it are shown, side by side. */
function compareBar({ accounts }: Story, tags: ReadonlyMap<string, ClaimTags>): Html | null {
  const shared = comparable(tags);
  if (accounts.length < 2 || shared.length === 0) return null;
  const text = new Map(accounts.map(({ article }) => [article.id, article.text]));
  return html`<fieldset class="filters" id="comparing">
<legend>Compare</legend>
<span class="choice"><label for="compare">Show</label>
<select id="compare" autocomplete="off">
<option value="all" selected>the whole texts</option>
${shared.map(({ claim, label, own }) => {
  const { articleId, start, end } = claim.wording;
  const words = shorten(clean((text.get(articleId) ?? '').slice(start, end)), 60);
  return html`<option value="${own}">only what tells claim ${label}: ${words}</option>\n`;
})}</select></span>
</fieldset>
`;
}

const legend = ({ claims }: Story): readonly Html[] =>
  standings
    .filter((kind: StandingKind) => claims.some(({ standing }) => standing.kind === kind))
    .map(kind => html`<mark class="${kind}">${standingLabels[kind]}</mark> `);
