import { type BlockKind, blockKinds } from '../domain/index.ts';

/** What is wrong with blocks that came from outside; null where they keep the laws of `Article.blocks` for this text. */
export function blocksProblem(text: string, blocks: unknown): string | null {
  if (!Array.isArray(blocks)) return '"blocks" is not a list';
  let reached = 0;
  for (const [index, block] of blocks.entries()) {
    const problem = blockProblem(text, block, reached);
    if (problem !== null) return `"blocks" ${index}: ${problem}`;
    reached = block.end;
  }
  return text.slice(reached).trim() === '' ? null : '"blocks" do not reach the end of "text"';
}

function blockProblem(text: string, block: unknown, reached: number): string | null {
  const { start, end, kind } = Object(block) as { start?: unknown; end?: unknown; kind?: unknown };
  if (!blockKinds.includes(kind as BlockKind)) return 'its kind is unknown';
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'start and end are not whole numbers';
  const [from, to] = [start as number, end as number];
  if (from < reached) return 'it begins before the one before it ends';
  if (to > text.length || text.slice(from, to).trim() === '') return 'it holds no text';
  return text.slice(reached, from).trim() === '' ? null : 'text before it is in no block';
}
