import { type CharSpan, overlaps, type Statement } from '../domain/index.ts';
import type { AuditContext } from './context.ts';
import { opensQuotation } from './quoted.ts';

/** The part of what is said that begins with a quotation mark, up to the end of all that is said; null where none does. */
export function quotationOf(context: AuditContext, { content }: Statement): CharSpan | null {
  const first = content.find(piece => opensQuotation(context, piece));
  return first ? { start: first.start, end: Math.max(...content.map(({ end }) => end)) } : null;
}

/** Where the speaker first stands in a statement: with its words or with the verb; null where neither is there. */
export const speakerStart = ({ source, cue }: Statement): number | null =>
  source ? Math.min(...[...source.spans, ...cue].map(({ start }) => start)) : null;

/** "said Dora Pell", "said a banker": who it is stands there, and not "he" or "the banker". */
export const isSpelledOut = ({ source }: Statement): boolean =>
  source !== null &&
  (/^an? /i.test(source.text) || wordsOf(source.name).some(word => wordsOf(source.text).includes(word)));

/** Whether a passage names a statement's source, or gives words of "he" or "she", who may be the same. */
export function speaksOf(
  { statements, textOf }: AuditContext,
  passage: CharSpan,
  { source }: Statement,
): boolean {
  const words = new Set(wordsOf(textOf(passage)));
  return (
    wordsOf(source?.name ?? null).some(word => words.has(word)) ||
    statements.some(
      other =>
        /^(?:he|she|they)$/i.test(other.source?.text ?? '') &&
        other.source!.spans.some(span => overlaps(span, passage)),
    )
  );
}

/** The words of a name, in lower case, without initials. */
export const wordsOf = (name: string | null): string[] => name?.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
