import type { Block } from '../domain/index.ts';
import { countWords } from './wording.ts';

/**
 * Blocks of a text whose title is known. The title has a block only where the text begins with it, with or without a full
 * stop; a first line that looks like a title and is another's is a heading.
 */
export function fitTitle(text: string, blocks: readonly Block[], title: string | null): readonly Block[] {
  const [first, ...rest] = blocks;
  if (!first || title === null) return blocks;
  const firstText = text.slice(first.start, first.end);
  if (sameWords(firstText, title)) return [{ ...first, kind: 'title' }, ...rest];
  const end = first.start + titleLength(firstText, title);
  if (end > first.start) {
    const start = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
    return [{ ...first, end, kind: 'title' }, { start, end: first.end, kind: 'paragraph' }, ...rest];
  }
  return first.kind === 'title' ? [{ ...first, kind: 'heading' }, ...rest] : blocks;
}

/** Whether two lines differ in nothing but case, white space and punctuation. */
export const sameWords = (a: string, b: string): boolean =>
  bareWords(a) === bareWords(b) && bareWords(a) !== '';

const bareWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** How much of a block is a title that stands in one line with the first sentence; 0 where it cannot be told from it. */
function titleLength(block: string, title: string): number {
  if (countWords(title) < 4 || !block.startsWith(title)) return 0;
  const after = /^[.!?]?["”’']?(?=\s+\p{Lu})/u.exec(block.slice(title.length));
  return after ? title.length + after[0].length : 0;
}
