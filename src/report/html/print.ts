import { createHash } from 'node:crypto';
import type { StandingKind, Story } from '../../domain/index.ts';
import { standings } from '../../domain/index.ts';
import { accountName } from '../account.ts';
import { writtenDate } from '../dates.ts';
import { standingLabels } from '../labels.ts';
import type { Item, Line, Page, Piece, Row, Section } from '../page.ts';
import { moreLabel } from '../text/print.ts';
import { clean } from '../words.ts';
import { markedBlocks } from './marked-text.ts';
import { labelFindings, type Mark, marksOf, placeId } from './marks.ts';
import { style } from './style.ts';
import { type Html, html, trusted } from './template.ts';

/**
 * The page and the story's accounts as one file that loads nothing and runs nothing: its policy allows only its own
 * style. Every quotation links to its words in the account, and the words link back.
 */
export function printHtml(page: Page, story: Story): string {
  const labels = labelFindings(page);
  const marks = marksOf(story, page, labels);
  const printer = createPrinter(labels);
  const placed = (place: string) =>
    page.sections.filter(({ id }) => (places[id] ?? 'findings') === place).map(printer.section);
  const title = page.title.map(piece => ('text' in piece ? piece.text : '')).join('');
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="hearsay">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header>
<h1>${printer.line(page.title)}</h1>
<p class="facts">${printer.line(page.facts)}</p>
<nav aria-label="Sections"><ul>
${page.sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`)}<li><a href="#texts">The accounts in full</a></li>
</ul></nav>
</header>
<main id="findings">
${placed('top')}<div class="columns">
<div>
${placed('findings')}</div>
<div class="side">
${placed('side')}</div>
</div>
${textsSection(story, marks)}</main>
</body>
</html>
`.markup;
}

/** Where a section stands on a wide screen; all others are in the column of the findings. */
const places: Readonly<Record<string, string>> = {
  accounts: 'top',
  lineage: 'side',
  timeline: 'side',
  cast: 'side',
};

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

function createPrinter(labels: ReadonlyMap<string, string>) {
  const line = (pieces: Line): Html => html`${pieces.map(pieceElement)}`;

  const label = (id: string | null | undefined): Html | null => {
    const text = id ? labels.get(id) : undefined;
    return text === undefined ? null : html`<span class="label">${text}</span> `;
  };

  const row = (each: Row): Html =>
    html`${each.label === '' ? null : html`<dt>${each.label}</dt>`}<dd${idOf(each.id)}>${label(each.id)}${line(each.line)}</dd>\n`;

  const rows = (each: readonly Row[]): Html | null => {
    if (each.length === 0) return null;
    return each.some(one => one.label !== '')
      ? html`<dl>\n${each.map(row)}</dl>\n`
      : html`<ul class="rows">\n${each.map(one => html`<li${idOf(one.id)}>${label(one.id)}${line(one.line)}</li>\n`)}</ul>\n`;
  };

  const item = ({ id, standing, head, rows: below, more }: Item): Html =>
    html`<div class="item"${idOf(id)}>
${standing ? html`<p class="standing ${standing}">${standingLabels[standing]}</p>\n` : null}${head.length > 0 ? html`<h3>${label(id)}${line(head)}</h3>\n` : null}${rows(below)}${more > 0 ? html`<p class="more">${moreLabel(more)}</p>\n` : null}</div>
`;

  const section = ({ id, title, items, more }: Section): Html =>
    html`<section id="${id}">
<h2>${title}</h2>
${items.map(item)}${more > 0 ? html`<p class="more">${moreLabel(more)}</p>\n` : null}</section>
`;

  return { line, section };
}

const idOf = (id: string | null | undefined): Html | null => (id ? html` id="${id}"` : null);

function pieceElement(piece: Piece): Html {
  switch (piece.as) {
    case 'plain':
      return html`${piece.text}`;
    case 'strong':
      return html`<strong>${piece.text}</strong>`;
    case 'quiet':
      return html`<span class="quiet">${piece.text}</span>`;
    case 'words':
      return html`<a class="words" href="#${placeId(piece.place)}">“${piece.text}”</a>`;
    case 'account':
      return html`<a class="account" href="#text-${piece.number}">[${piece.number}]</a>`;
  }
}

const textsSection = (story: Story, marks: readonly (readonly Mark[])[]): Html =>
  html`<section id="texts">
<h2>The accounts in full</h2>
<p class="legend">${legend(story)}<span class="said">what a source says</span></p>
<div class="texts">
${story.accounts.map(
  (reading, at) => html`<article id="text-${at + 1}" aria-labelledby="outlet-${at + 1}">
<h3 id="outlet-${at + 1}"><span class="account">[${at + 1}]</span> <strong>${accountName(reading.article)}</strong></h3>
<p class="facts">${reading.article.published === null ? 'no publication date' : writtenDate(clean(reading.article.published))}</p>
${markedBlocks(reading.article, marks[at] ?? [])}</article>
`,
)}</div>
</section>
`;

const legend = ({ claims }: Story): readonly Html[] =>
  standings
    .filter((kind: StandingKind) => claims.some(({ standing }) => standing.kind === kind))
    .map(kind => html`<mark class="${kind}">${standingLabels[kind]}</mark> `);
