import { readFrontMatter } from './front-matter.ts';

export type Format = 'plain' | 'markdown' | 'html' | 'json' | 'xml' | 'web-archive';

/**
 * Tells formats apart by what a text begins with and holds; the name's ending decides only what that leaves open.
 * Front matter in front is passed over.
 */
export function formatOf(text: string, name: string): Format {
  const start = text.slice(0, 20_000).trimStart();
  if (/^(?:\{\s*["}]|\[\s*\{\s*")/.test(start)) return 'json';
  if (isPage(start)) return 'html';
  if (/^<(?:\?xml|rss|feed)[\s>]/i.test(start)) return 'xml';
  if (/^(?:MIME-Version|From: <?Saved by)/i.test(start)) return 'web-archive';
  if (/\.(?:md|markdown|mdown)$/i.test(name)) return isOneLineAParagraph(text) ? 'plain' : 'markdown';
  if (isPartOfPage(text)) return 'html';
  return markdownMarks(text) > 1 ? 'markdown' : 'plain';
}

/** Begins as a whole page does, after comments. */
const isPage = (start: string): boolean =>
  /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(start);

/** An article's paragraphs, cut out of a page: begins with a tag and has several blocks. */
const isPartOfPage = (text: string): boolean =>
  /^\s*<[a-z][^<>]*>/i.test(text) && (text.match(/<(?:p|div|h[1-6]|li|article|br)[\s/>]/gi)?.length ?? 0) > 1;

/** Lines without a blank one between, and no mark: as Markdown, all of it would be a single paragraph. */
function isOneLineAParagraph(text: string): boolean {
  const body = text.slice(readFrontMatter(text).end).trim();
  return /\n|\r/.test(body) && !/\n\s*\n/.test(body) && markdownMarks(body) === 0;
}

/** One of them alone stands in any text. */
function markdownMarks(text: string): number {
  const headings = text.match(/^#{1,6} \S/gm)?.length ?? 0;
  const links = text.match(/\]\((?:https?:|\/)[^()\s]*\)/g)?.length ?? 0;
  const bold = text.match(/(?<!\S)\*\*\S[^*\n]*\S\*\*/g)?.length ?? 0;
  return headings + links + bold;
}
