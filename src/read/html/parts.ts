import type { BlockKind } from '../../domain/index.ts';
import type { Part } from '../assemble.ts';
import { onOneLine } from '../wording.ts';
import { isElement, isWords, type PageElement, type PageNode } from './page.ts';

/** Elements in an article that are not its text: pictures with their captions, forms, what the page offers beside it. */
const besides = new Set([
  ...[
    'figure',
    'figcaption',
    'aside',
    'nav',
    'form',
    'button',
    'select',
    'input',
    'textarea',
    'footer',
    'dialog',
  ],
  ...['audio', 'video', 'picture', 'iframe', 'script', 'style', 'noscript', 'head', 'title'],
]);

/** Elements that stand in a line of text; all others begin a block. */
const inline = new Set([
  ...[
    'a',
    'abbr',
    'acronym',
    'b',
    'bdi',
    'bdo',
    'big',
    'cite',
    'code',
    'data',
    'del',
    'dfn',
    'em',
    'font',
    'i',
    'img',
  ],
  ...[
    'ins',
    'kbd',
    'label',
    'mark',
    'q',
    's',
    'samp',
    'small',
    'span',
    'strike',
    'strong',
    'sub',
    'sup',
    'time',
    'tt',
  ],
  ...['u', 'var', 'wbr', 'td', 'th', 'br'],
]);

/** A block of a page, and how much of it is in links: 0 to 1. */
export type PagePart = Part & { readonly linkShare: number };

type Inside = { readonly kind: BlockKind; readonly isLink: boolean; readonly isBold: boolean };
type Run = Inside & { readonly words: string };

/** The blocks of an element, in order: paragraphs, headings, list items and quotations, without what stands beside them. */
export function partsIn(root: PageElement): PagePart[] {
  const parts: PagePart[] = [];
  let runs: Run[] = [];
  const endBlock = (): void => {
    parts.push(...toParts(runs));
    runs = [];
  };
  const visit = (node: PageNode, inside: Inside): void => {
    if (isWords(node)) runs.push({ ...inside, words: (node.textContent ?? '').replace(/\s+/g, ' ') });
    if (!isElement(node) || isBesides(node)) return;
    const isBlock = !inline.has(node.localName);
    if (isBlock) endBlock();
    const space = spaces.get(node.localName);
    if (space !== undefined) runs.push({ ...inside, words: space });
    const within = insideOf(node.localName, inside);
    for (const child of node.childNodes) visit(child, within);
    if (isBlock) endBlock();
  };
  visit(root, { kind: 'paragraph', isLink: false, isBold: false });
  return parts;
}

/** What an element puts before the text in it. */
const spaces: ReadonlyMap<string, string> = new Map([
  ['br', '\n'],
  ['td', ' '],
  ['th', ' '],
]);

const isBesides = (element: PageElement): boolean =>
  besides.has(element.localName) ||
  element.getAttribute('hidden') !== null ||
  element.getAttribute('aria-hidden') === 'true';

function insideOf(name: string, inside: Inside): Inside {
  if (name === 'a') return { ...inside, isLink: true };
  if (name === 'b' || name === 'strong') return { ...inside, isBold: true };
  if (name === 'li') return { ...inside, kind: 'list-item' };
  if (name === 'blockquote') return { ...inside, kind: 'quotation' };
  return /^h[1-6]$/.test(name) ? { ...inside, kind: 'heading' } : inside;
}

/** Old pages put two line breaks between paragraphs. */
function toParts(runs: readonly Run[]): PagePart[] {
  const [first] = runs;
  if (!first) return [];
  const isBold = runs.every(run => run.isBold || run.words.trim() === '');
  const linkShare = lengthOf(runs.filter(run => run.isLink)) / Math.max(1, lengthOf(runs));
  const texts = runs
    .map(run => run.words)
    .join('')
    .split(/\n\s*\n/)
    .map(tidy)
    .filter(Boolean);
  return texts.map(text => ({ kind: first.kind, text, isBold, linkShare }));
}

const lengthOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, run) => sum + run.words.trim().length, 0);

/** Less soft hyphens and other signs that only tell a browser where it may break a line. */
const tidy = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .split('\n')
    .map(onOneLine)
    .filter(Boolean)
    .join('\n');
