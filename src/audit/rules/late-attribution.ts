import { type CharSpan, overlaps } from '../../domain/index.ts';
import type { AuditContext } from '../context.ts';
import { quotationsIn } from '../quoted.ts';
import type { Rule } from '../rule.ts';
import { partsOf } from '../voice.ts';

/** A paragraph begins “The bridge is safe. It always was.” and nothing in its sentences, or before them, says whose words they are. */
export const rule: Rule = {
  id: 'late-attribution',
  check: (context, { leastWords }) =>
    context.paragraphs.flatMap((paragraph, index) => {
      const [quotation] = quotationsIn(context, paragraph);
      if (quotation?.start !== paragraph.start || !isWhole(context, quotation)) return [];
      const [before, after] = [context.paragraphs[index - 1], context.paragraphs[index + 1]];
      return wordsIn(context, quotation) >= Number(leastWords) &&
        !isSigned(context, quotation, paragraph) &&
        !goesOn(context, before) &&
        !isKnown(context, after)
        ? [{ span: quotation }]
        : [];
    }),
};

const wordsIn = ({ lower, tokensIn }: AuditContext, span: CharSpan): number => {
  const { from, to } = tokensIn(span);
  return lower.slice(from, to).filter(word => /\p{L}/u.test(word)).length;
};

/** It ends where a sentence does, with a mark, and there is none inside: marks that go wrong quote what nobody said. */
const isWhole = ({ text }: AuditContext, { start, end }: CharSpan): boolean => {
  const words = text.slice(start, end);
  return /[.,]["”']+$/.test(words) && !/["“”]/.test(words.slice(1, -1));
};

/** What follows in its sentence, or in a very short one, says whose it is. */
function isSigned(
  { sentenceAt, text, textOf }: AuditContext,
  quotation: CharSpan,
  paragraph: CharSpan,
): boolean {
  const last = sentenceAt(quotation.end - 1);
  const rest = textOf({ start: quotation.end, end: last?.end ?? quotation.end });
  const after = text.slice(quotation.end, paragraph.end).trim();
  return /\p{L}/u.test(rest) || /^[^.]{1,30}\.?$/.test(after);
}

/** The paragraph before leads up to it, or gives words of somebody who may go on. */
function goesOn(context: AuditContext, before: CharSpan | undefined): boolean {
  if (!before) return false;
  const { statements, sentenceAt, text } = context;
  const last = sentenceAt(before.end - 1);
  return (
    /[:—–-]$/.test(text.slice(before.start, before.end)) ||
    /^["“']/.test(text.slice(before.start, before.end)) ||
    (last !== null && statements.some(statement => partsOf(statement).some(part => overlaps(part, last))))
  );
}

/** A line "— Dora Pell" signs it, a quotation goes on with it, or "she" did something next: readers know whose it is. */
const isKnown = ({ doc, textOf, tokensIn }: AuditContext, after: CharSpan | undefined): boolean =>
  after !== undefined &&
  (/^[“"'—–-]/.test(textOf(after)) || doc.tokens[tokensIn(after).from]?.xpos === 'PRP');
