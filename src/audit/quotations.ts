import type { Block, CharSpan } from '../domain/index.ts';

const quotation =
  /“[^”]*(?:”|$)|"[^"]*(?:"|$)|''(?:[^']|'(?!'))*(?:''|$)|‘[^‘’]*(?:’\p{L}[^‘’]*)*’(?!\p{L})/gu;

/** What stands in quotation marks in a block, marks included: one that is not closed runs to the block's end. */
export function quotationsOf(text: string, { kind, start, end }: Block): CharSpan[] {
  if (kind === 'quotation') return [{ start, end }];
  return [...text.slice(start, end).matchAll(quotation)].map(({ index, 0: { length } }) => ({
    start: start + index,
    end: start + index + length,
  }));
}
