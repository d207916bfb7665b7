import type { CharSpan } from '../../domain/index.ts';
import { anonymityLexicons, anonymousSources } from '../anonymous.ts';
import type { AuditContext } from '../context.ts';
import type { Rule } from '../rule.ts';

/** "because she was not authorised to speak publicly": a reason that every unnamed source would give. */
export const rule: Rule = {
  id: 'boilerplate-reason',
  lexicons: [...anonymityLexicons, 'boilerplate-reasons'],
  check: context =>
    anonymousSources(context).flatMap(({ source }) => {
      const reason = source.anonymity?.reason;
      return reason && saysNothingElse(context, reason)
        ? [{ span: reason, related: [source.spans[0]!] }]
        : [];
    }),
};

/** No noun, name or verb of the reason stands outside the worn phrases. */
function saysNothingElse(context: AuditContext, reason: CharSpan): boolean {
  const worn = context.phrases('boilerplate-reasons', reason);
  if (worn.length === 0) return false;
  const { from, to } = context.tokensIn(reason);
  return context.doc.tokens
    .slice(from, to)
    .every(
      (token, at) =>
        !/^(?:NOUN|PROPN|VERB|NUM)$/.test(token.upos) ||
        worn.some(({ tokens }) => tokens.from <= from + at && from + at < tokens.to),
    );
}
