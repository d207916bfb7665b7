import type { Block, Token } from '../../domain/index.ts';

const word = /[\p{L}\p{N}\p{M}]+|\S/gu;

/** The tokens of a block. */
export const tokenise = (text: string, block: Block): Token[] =>
  [...text.slice(block.start, block.end).matchAll(word)].map(match => ({
    start: block.start + match.index,
    end: block.start + match.index + match[0].length,
  }));
