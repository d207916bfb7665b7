import { covers, type Mention } from '../../domain/index.ts';
import { type Accusation, accusations, accusing, namerOf } from '../accusations.ts';
import type { AuditContext } from '../context.ts';
import type { Rule } from '../rule.ts';

/** "Pell accused the bank of hiding losses", and nothing in the article tells what the bank says, or that it was asked. */
export const rule: Rule = {
  id: 'missing-response',
  lexicons: [accusing],
  check: context => {
    const unanswered = accusations(context).filter(accusation => !isAnswered(context, accusation));
    const first = new Map(unanswered.toReversed().map(accusation => [accusation.accused.id, accusation]));
    return [...first.values()]
      .map(({ target, accused, verb }) => ({
        span: target,
        facts: { name: accused.name ?? context.textOf(target) },
        related: [verb],
      }))
      .sort((a, b) => a.span.start - b.span.start);
  },
};

/** The accused, or somebody for it ("his lawyer"), says anything in the article, pleads, or is told of as not answering. */
function isAnswered(context: AuditContext, { accused }: Accusation): boolean {
  const isOf = namerOf(context, accused);
  const mentioned = context.doc.mentions.filter(({ entityId }) => entityId === accused.id);
  const pleads = mentioned.some(mention => isSubjectOfPlea(context, mention));
  return (
    pleads ||
    context.statements.some(
      ({ source }) =>
        source !== null &&
        ([source.text, source.name ?? '', source.description ? context.textOf(source.description) : ''].some(
          isOf,
        ) ||
          source.spans.some(span => mentioned.some(mention => covers(span, mention)))),
    )
  );
}

/** "She |pleaded| not guilty": an answer, though no statement of anything. */
function isSubjectOfPlea({ doc, tokensIn }: AuditContext, { head }: Mention): boolean {
  const { from, to } = tokensIn(head);
  return doc.tokens
    .slice(from, to)
    .some(token => /^nsubj/.test(token.relation) && doc.tokens[token.head]?.lemma === 'plead');
}
