import { type CharSpan, covers, type Statement } from '../../domain/index.ts';
import type { AuditContext } from '../context.ts';
import type { Rule } from '../rule.ts';
import { isSpelledOut, quotationOf, speakerStart, wordsOf } from '../statement-places.ts';

/** “It is safe,” said Pell. “It is not,” said Roe: until the second name, the reader hears Pell. */
export const rule: Rule = {
  id: 'run-together-quotations',
  check: context =>
    quotations(context).flatMap((quotation, index, all) => {
      const before = all[index - 1];
      return before && runsOn(context, before, quotation) && areTwo(before, quotation)
        ? [{ span: quotation.speaker, related: [before.speaker] }]
        : [];
    }),
};

type Quotation = { readonly span: CharSpan; readonly speaker: CharSpan; readonly statement: Statement };

const quotations = (context: AuditContext): Quotation[] =>
  context.statements.flatMap(statement => {
    const span = quotationOf(context, statement);
    const speaker = statement.source?.spans[0];
    return span &&
      speaker &&
      statement.insideId === null &&
      statement.cue.length > 0 &&
      statement.kind === 'direct'
      ? [{ statement, span, speaker }]
      : [];
  });

/** Both stand, with their speakers, in one paragraph, and the second begins a sentence before its speaker is named. */
function runsOn(
  { paragraphs, paragraphAt, sentenceAt }: AuditContext,
  before: Quotation,
  after: Quotation,
): boolean {
  const paragraph = paragraphs[paragraphAt(after.span.start)];
  const named = speakerStart(after.statement);
  return (
    paragraph !== undefined &&
    [before.span, before.speaker, after.speaker].every(span => covers(paragraph, span)) &&
    named !== null &&
    named >= after.span.end &&
    sentenceAt(after.span.start)?.start === after.span.start
  );
}

/** Both have names, and no word of one is in the other. */
function areTwo({ statement: before }: Quotation, { statement: after }: Quotation): boolean {
  const [first, second] = [wordsOf(before.source?.name ?? null), wordsOf(after.source?.name ?? null)];
  return (
    first.length > 0 && second.length > 0 && isSpelledOut(after) && !first.some(word => second.includes(word))
  );
}
