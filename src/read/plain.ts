import { isByline } from './block-kinds.ts';
import type { Draft } from './draft.ts';
import { readFrontMatter, withoutBy } from './front-matter.ts';
import { layOut } from './layout.ts';

/**
 * The text is the file's own, so that offsets, lines and columns are an editor's. Of front matter only the line breaks
 * stay.
 */
export function readPlain(file: string): Draft {
  const { facts, end } = readFrontMatter(file);
  const text = file.slice(0, end).replace(/[^\r\n]/g, '') + file.slice(end);
  const blocks = layOut(text);
  const line = blocks
    .slice(0, 3)
    .map(block => text.slice(block.start, block.end))
    .find(isByline);
  return { text, blocks, facts: { ...facts, byline: facts.byline ?? withoutBy(line ?? null) } };
}
