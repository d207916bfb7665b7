import { type CharSpan, overlaps, type Statement } from '../domain/index.ts';
import type { AuditContext } from './context.ts';
import type { PhraseFound } from './phrases.ts';
import { isQuoted } from './quoted.ts';

/** All that a statement covers: its source, cue and content. */
export const partsOf = ({ source, cue, content }: Statement): readonly CharSpan[] => [
  ...(source?.spans ?? []),
  ...cue,
  ...content,
];

/** Whether a passage gives what somebody says or thinks, in whole or in part. A rule that asks names `view-words`. */
export const isAttributed = (context: AuditContext, passage: CharSpan): boolean =>
  context.statements.some(statement => partsOf(statement).some(part => overlaps(part, passage))) ||
  context.phrases('view-words', passage).length > 0;

/** The phrases of a lexicon in paragraphs, outside quotation marks. */
export const unquotedPhrases = (context: AuditContext, lexicon: string): PhraseFound[] =>
  context
    .phrases(lexicon, { start: 0, end: context.text.length })
    .filter(phrase => context.paragraphAt(phrase.start) >= 0 && !isQuoted(context, phrase));

/** Whether a phrase is, or is in, a name: it has a capital where no sentence begins. */
export function isInName({ doc, text, sentenceAt }: AuditContext, { tokens, start }: PhraseFound): boolean {
  const sentence = sentenceAt(start);
  if (tokens.from > (sentence?.from ?? 0) && /^\p{Lu}/u.test(text.slice(start))) return true;
  return doc.mentions.some(({ kind, head }) => kind === 'name' && head.start <= start && start < head.end);
}

/** Whether words stand in what a source says, by the outlet's account: "Ms Pell said the plan was seen as a threat". */
export const isReported = ({ statements }: AuditContext, { start, end }: CharSpan): boolean =>
  statements.some(
    ({ source, content }) =>
      source !== null && content.some(piece => piece.start <= start && end <= piece.end),
  );
