import type { Article, Block, BlockKind, CharSpan } from '../../domain/index.ts';
import type { Mark } from './marks.ts';
import { type Html, html, trusted } from './template.ts';

/** A part of a mark: one that crosses another, or a block's edge, is shown in parts. */
type Part = CharSpan & { readonly mark: Mark };

/** The article's text, block by block, with its marks. */
export function markedBlocks({ text, blocks }: Article, marks: readonly Mark[]): readonly Html[] {
  const parts = partsByBlock(blocks, marks);
  const hasTitle = blocks.some(({ kind }) => kind === 'title');
  return blocks.map((block, at) => {
    const names = ['block', ...holdClasses(parts[at]!.map(({ mark }) => mark))].join(' ');
    const content = markedText(text, block, parts[at]!);
    return blockElement(block.kind, names, content, hasTitle);
  });
}

/** `has-c3`: what holds words that tell or answer claim 3. */
export const holdClasses = (marks: readonly Mark[]): readonly string[] =>
  [...new Set(marks.flatMap(({ classes }) => classes.filter(isOwn)))].map(own => `has-${own}`);

const isOwn = (name: string): boolean => /^c\d+$/.test(name);

/** A heading is one step below the title, or stands in its place. */
function blockElement(kind: BlockKind, names: string, content: Html, hasTitle: boolean): Html {
  switch (kind) {
    case 'title':
      return html`<h4 class="title ${names}">${content}</h4>\n`;
    case 'heading':
      return hasTitle
        ? html`<h5 class="${names}">${content}</h5>\n`
        : html`<h4 class="${names}">${content}</h4>\n`;
    case 'quotation':
      return html`<blockquote class="${names}"><p>${content}</p></blockquote>\n`;
    case 'list-item':
      return html`<p class="list-item ${names}">${content}</p>\n`;
    case 'paragraph':
      return html`<p class="${names}">${content}</p>\n`;
  }
}

/** The parts of the marks in each block. Linear in blocks, marks and parts. */
function partsByBlock(blocks: readonly Block[], marks: readonly Mark[]): readonly (readonly Part[])[] {
  const parts: Part[][] = blocks.map(() => []);
  let first = 0;
  for (const mark of [...marks].sort(outermostFirst)) {
    while (first < blocks.length && blocks[first]!.end <= mark.start) first++;
    for (let at = first; at < blocks.length && blocks[at]!.start < mark.end; at++) {
      const [start, end] = [Math.max(mark.start, blocks[at]!.start), Math.min(mark.end, blocks[at]!.end)];
      parts[at]!.push({ mark, start, end });
    }
  }
  return parts;
}

const outermostFirst = (a: CharSpan, b: CharSpan): number => a.start - b.start || b.end - a.end;

/** Nests the parts; of two that cross, the later is cut at the end of the earlier. */
function markedText(text: string, { start, end }: CharSpan, parts: readonly Part[]): Html {
  const waiting = parts.toSorted(outermostFirst).reverse();
  const pieces: Html[] = [];
  let at = start;
  for (let outer = waiting.pop(); outer; outer = waiting.pop()) {
    const inside = takeBefore(waiting, outer.end);
    const rest = inside.filter(part => part.end > outer.end).map(part => ({ ...part, start: outer.end }));
    const sameStart = takeBefore(waiting, outer.end + 1);
    waiting.push(...[...rest, ...sameStart].sort(outermostFirst).reverse());
    const inner = inside.map(part => ({ ...part, end: Math.min(part.end, outer.end) }));
    pieces.push(html`${text.slice(at, outer.start)}${markElement(outer, markedText(text, outer, inner))}`);
    at = outer.end;
  }
  return html`${pieces}${text.slice(at, end)}`;
}

/** Takes from the end of `waiting` the parts that start before the limit. */
function takeBefore(waiting: Part[], limit: number): readonly Part[] {
  const taken: Part[] = [];
  while (waiting.length > 0 && waiting.at(-1)!.start < limit) taken.push(waiting.pop()!);
  return taken;
}

/** The first part bears the id, the last the links back and the note. */
function markElement({ mark, start, end }: Part, content: Html): Html {
  const [isFirst, isLast] = [start === mark.start, end === mark.end];
  const id = isFirst ? html` id="${mark.id}"` : null;
  const backs = isLast ? mark.backs.map(backLink) : [];
  const classes = classesOf(mark);
  const element = trusted(mark.standing ? 'mark' : 'span');
  const kind = classes === '' ? null : html` class="${classes}"`;
  if (!mark.note) return html`<${element}${id}${kind}>${content}</${element}>${backs}`;
  const focus = html`${isFirst ? html` tabindex="0"` : null} aria-describedby="note-${mark.id}"`;
  const note = isLast
    ? html`<span class="note" role="tooltip" id="note-${mark.id}">${mark.note}</span>`
    : null;
  return html`<${element}${id}${kind}${focus}>${content}</${element}>${note}${backs}`;
}

function classesOf({ classes, standing, isSaid, kinds = [] }: Mark): string {
  const told = classes.length > 0 ? [standing === null ? 'told answer' : 'told', ...classes] : [];
  const names = [standing, isSaid ? 'said' : null, ...kinds, ...told].filter(name => name !== null);
  return [...new Set(names)].join(' ');
}

const backLink = ({ href, label }: Mark['backs'][number]): Html =>
  html`<a class="back" href="${href}" aria-label="Back to finding ${label}">${label}</a>`;
