import { type CharSpan, overlaps } from '../domain/index.ts';
import type { AuditContext } from './context.ts';

const quotation =
  /“[^”]*(?:”|$)|"[^"]*(?:"|$)|''(?:[^']|'(?!'))*(?:''|$)|‘[^‘’]*(?:’\p{L}[^‘’]*)*’(?!\p{L})/gu;

/** What stands in quotation marks in a block, marks included: one that is not closed runs to the block's end. */
export const quotationsIn = ({ text }: AuditContext, block: CharSpan): CharSpan[] =>
  [...text.slice(block.start, block.end).matchAll(quotation)].map(({ index, 0: { length } }) => ({
    start: block.start + index,
    end: block.start + index + length,
  }));

/** Whether words stand in quotation marks, or in a block that is a quotation: they are not the outlet's own. */
export function isQuoted(context: AuditContext, span: CharSpan): boolean {
  const index = context.sentenceAt(span.start)?.block;
  const block = index === undefined ? undefined : context.reading.article.blocks[index];
  if (!block) return false;
  return block.kind === 'quotation' || quotationsIn(context, block).some(quoted => overlaps(quoted, span));
}

/** Whether a span begins with a quotation mark. */
export const opensQuotation = ({ text }: AuditContext, { start }: CharSpan): boolean =>
  /^(?:[“"‘]|'')/.test(text.slice(start, start + 2));
