import { createRequire } from 'node:module';
import type { Token } from 'markdown-it';
import type { BlockKind } from '../domain/index.ts';
import { assemble, type Part } from './assemble.ts';
import type { Draft } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { onOneLine } from './wording.ts';

const require = createRequire(import.meta.url);

/**
 * Clean text without markup: links keep their words, wrapped lines and the cells of a table's row are joined, pictures
 * and raw HTML are left out. The title is the front matter's, else a top heading that the text begins with.
 */
export function readMarkdown(file: string): Draft {
  const { facts, end } = readFrontMatter(file);
  const parts = partsOf(parse(file.slice(end)));
  const [first] = parts;
  return assemble(parts, { ...facts, title: facts.title ?? (first?.kind === 'title' ? first.text : null) });
}

/** Loaded when a Markdown file is first read: other inputs do not wait for it. */
function parse(markdown: string): readonly Token[] {
  const MarkdownIt = require('markdown-it') as typeof import('markdown-it').default;
  return new MarkdownIt('default', { html: true }).parse(markdown, {});
}

function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  const open: string[] = [];
  const add = (text: string, isBold: boolean): void => {
    if (text !== '') parts.push({ kind: kindIn(open, parts.length === 0), text, isBold });
  };
  const cells: string[] = [];
  for (const token of tokens) {
    if (token.nesting > 0) open.push(token.type === 'heading_open' ? token.tag : token.type);
    if (token.nesting < 0) open.pop();
    if (token.type === 'inline' && open.includes('tr_open')) cells.push(cleanText(token));
    else if (token.type === 'inline') add(cleanText(token), isBold(token));
    else if (token.type === 'fence' || token.type === 'code_block') add(token.content.trim(), false);
    else if (token.type === 'tr_close') add(cells.splice(0).filter(Boolean).join(' '), false);
  }
  return parts;
}

/** What text is, from the tags that are open around it. */
function kindIn(open: readonly string[], isFirst: boolean): BlockKind {
  if (open.includes('blockquote_open')) return 'quotation';
  if (open.includes('list_item_open')) return 'list-item';
  if (open.includes('h1') && isFirst) return 'title';
  return open.some(tag => /^h[1-6]$/.test(tag)) ? 'heading' : 'paragraph';
}

function cleanText({ children }: Token): string {
  const words = (children ?? []).map(({ type, content }) => {
    if (type === 'text' || type === 'code_inline') return content;
    if (type === 'softbreak') return ' ';
    return type === 'hardbreak' ? '\n' : '';
  });
  return words.join('').split('\n').map(onOneLine).filter(Boolean).join('\n');
}

/** `**Key points**`: nothing outside the bold. */
function isBold({ children }: Token): boolean {
  const tokens = (children ?? []).filter(({ type, content }) => type !== 'text' || content.trim() !== '');
  const closing = tokens.findIndex(({ type }) => type === 'strong_close');
  return tokens[0]?.type === 'strong_open' && closing === tokens.length - 1;
}
