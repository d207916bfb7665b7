import type { Statement } from '../../domain/index.ts';
import type { AuditContext } from '../context.ts';
import type { PhraseFound } from '../phrases.ts';
import { isQuoted } from '../quoted.ts';
import type { Rule, Violation } from '../rule.ts';

/** "the minister claimed", "Ms Pell boasted": the verb judges what it should only report. */
export const rule: Rule = {
  id: 'loaded-attribution-verb',
  lexicons: ['loaded-verbs'],
  check: context => context.statements.filter(isSaying).flatMap(statement => loadedWords(context, statement)),
};

/** What a source other than a document says, and not what somebody else says that it does. */
const isSaying = ({ source, negated, insideId }: Statement): boolean =>
  source !== null && source.kind !== 'document' && !negated && insideId === null;

const loadedWords = (context: AuditContext, { cue }: Statement): Violation[] =>
  cue
    .flatMap(span => context.phrases('loaded-verbs', span))
    .filter(
      phrase =>
        context.paragraphAt(phrase.start) >= 0 && isSaid(context, phrase) && !isQuoted(context, phrase),
    )
    .map(({ start, end, columns: [effect = ''] }) => ({ span: { start, end }, facts: { effect } }));

/** "claimed that", and not "claimed victory", which is no saying. */
const isSaid = ({ doc }: AuditContext, { tokens: { from }, columns: [, needs] }: PhraseFound): boolean =>
  doc.tokens[from]?.upos === 'VERB' &&
  (needs !== 'clause' || !doc.tokens.some(({ head, relation }) => head === from && relation === 'obj'));
