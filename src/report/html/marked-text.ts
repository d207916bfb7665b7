import type { Article, Block, CharSpan } from '../../domain/index.ts';
import type { Mark } from './marks.ts';
import { type Html, html, trusted } from './template.ts';

/** A part of a mark: one that crosses another, or a block's edge, is shown in parts. */
type Part = CharSpan & { readonly mark: Mark };

/** The article's text, block by block, with its marks. */
export const markedBlocks = (article: Article, marks: readonly Mark[]): readonly Html[] =>
  article.blocks.map(block => blockElement(block, markedText(article.text, block, partsIn(block, marks))));

function blockElement({ kind }: Block, content: Html): Html {
  switch (kind) {
    case 'title':
      return html`<h4 class="title">${content}</h4>\n`;
    case 'heading':
      return html`<h5>${content}</h5>\n`;
    case 'quotation':
      return html`<blockquote><p>${content}</p></blockquote>\n`;
    case 'list-item':
      return html`<p class="list-item">${content}</p>\n`;
    case 'paragraph':
      return html`<p>${content}</p>\n`;
  }
}

const partsIn = (block: CharSpan, marks: readonly Mark[]): readonly Part[] =>
  marks
    .map(mark => ({ mark, start: Math.max(mark.start, block.start), end: Math.min(mark.end, block.end) }))
    .filter(({ start, end }) => start < end);

const outermostFirst = (a: CharSpan, b: CharSpan): number => a.start - b.start || b.end - a.end;

/** Nests the parts; of two that cross, the later is cut at the end of the earlier. */
function markedText(text: string, { start, end }: CharSpan, parts: readonly Part[]): Html {
  const waiting = [...parts].sort(outermostFirst);
  const pieces: Html[] = [];
  let at = start;
  while (waiting.length > 0) {
    const outer = waiting.shift()!;
    const inside = waiting.filter(part => part.start < outer.end);
    const outside = waiting.filter(part => part.start >= outer.end);
    const rest = inside.filter(part => part.end > outer.end).map(part => ({ ...part, start: outer.end }));
    waiting.splice(0, waiting.length, ...[...outside, ...rest].sort(outermostFirst));
    const inner = inside.map(part => ({ ...part, end: Math.min(part.end, outer.end) }));
    pieces.push(html`${text.slice(at, outer.start)}${markElement(outer, markedText(text, outer, inner))}`);
    at = outer.end;
  }
  return html`${pieces}${text.slice(at, end)}`;
}

/** The first part bears the id, the last the links back. */
function markElement({ mark, start, end }: Part, content: Html): Html {
  const id = start === mark.start ? html` id="${mark.id}"` : null;
  const backs = end === mark.end ? mark.backs.map(backLink) : [];
  const classes = [mark.standing, mark.isSaid ? 'said' : null].filter(name => name !== null).join(' ');
  const element = trusted(mark.standing ? 'mark' : 'span');
  const kind = classes === '' ? null : html` class="${classes}"`;
  return html`<${element}${id}${kind}>${content}</${element}>${backs}`;
}

const backLink = ({ href, label }: Mark['backs'][number]): Html =>
  html`<a class="back" href="${href}" aria-label="Back to finding ${label}">${label}</a>`;
