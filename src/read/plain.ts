import { isByline } from './block-kinds.ts';
import { publicationIn } from './dates.ts';
import type { Draft } from './draft.ts';
import { readFrontMatter, withoutBy } from './front-matter.ts';
import { layOut } from './layout.ts';

/**
 * The text is the file's own, so that offsets, lines and columns are an editor's. Of front matter only the line breaks
 * stay, and comments to `hearsay audit` are blanked. Lines under the title may give byline and date.
 */
export function readPlain(file: string): Draft {
  const { facts, end } = readFrontMatter(file);
  const text = file.slice(0, end).replace(/[^\r\n]/g, '') + withoutComments(file.slice(end));
  const blocks = layOut(text);
  const top = blocks.slice(0, 4).map(({ start, end }) => text.slice(start, end));
  const byline = facts.byline ?? withoutBy(top.find(isByline) ?? null);
  const published = facts.published ?? top.map(publicationIn).find(date => date !== null) ?? null;
  return { text, blocks, facts: { ...facts, byline, published } };
}

const withoutComments = (text: string): string =>
  text.replace(/<!--\s*hearsay-ignore\b[\s\S]{0,2000}?-->/gi, comment => comment.replace(/[^\r\n]/g, ' '));
