import type { Statement } from '../../domain/index.ts';
import type { AuditContext } from '../context.ts';
import type { Rule } from '../rule.ts';
import { isSpelledOut, quotationOf, speakerStart, speaksOf } from '../statement-places.ts';

/** Forty quoted words and more, and then "said Dora Pell": the reader has not known who speaks. */
export const rule: Rule = {
  id: 'late-speaker',
  check: (context, { mostWords: limit }) =>
    context.statements.flatMap(statement => {
      const words = isSpelledOut(statement) ? wordsBeforeSpeaker(context, statement) : 0;
      const [span] = statement.source?.spans ?? [];
      return span && words > Number(limit) ? [{ span, facts: { count: words } }] : [];
    }),
};

/** How many quoted words the reader has read before the speaker stands there; 0 where the text before tells who it is. */
function wordsBeforeSpeaker(context: AuditContext, statement: Statement): number {
  const quotation = quotationOf(context, statement);
  const speaker = speakerStart(statement);
  if (!quotation || speaker === null || speaker < quotation.start) return 0;
  if (isIntroduced(context, statement, quotation.start)) return 0;
  const { from, to } = context.tokensIn({ start: quotation.start, end: speaker });
  return context.lower.slice(from, to).filter(word => /\p{L}/u.test(word)).length;
}

/** What comes before in the paragraph, or the two paragraphs before it, speak of the speaker. */
function isIntroduced(context: AuditContext, statement: Statement, start: number): boolean {
  const at = context.paragraphAt(start);
  const before = context.paragraphs[Math.max(at - 2, 0)];
  return before !== undefined && speaksOf(context, { start: before.start, end: start }, statement);
}
