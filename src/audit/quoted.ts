import { type CharSpan, overlaps } from '../domain/index.ts';
import type { AuditContext } from './context.ts';
import { firstWithEndAfter } from './search.ts';

/** The parts of a span that stand in quotation marks, marks included, in order. */
export function quotationsIn({ quotations }: AuditContext, span: CharSpan): CharSpan[] {
  const all = quotations();
  const found: CharSpan[] = [];
  for (let at = firstWithEndAfter(all, span.start); at < all.length && overlaps(all[at]!, span); at++) {
    const { start, end } = all[at]!;
    found.push({ start: Math.max(start, span.start), end: Math.min(end, span.end) });
  }
  return found;
}

/** Whether words stand in quotation marks, or in a block that is a quotation: they are not the outlet's own. */
export const isQuoted = (context: AuditContext, span: CharSpan): boolean =>
  quotationsIn(context, span).length > 0;

/** Whether a span begins with a quotation mark. */
export const opensQuotation = ({ text }: AuditContext, { start }: CharSpan): boolean =>
  /^(?:[“"‘]|'')/.test(text.slice(start, start + 2));
