import type { CharSpan } from '../../domain/index.ts';
import { anonymityLexicons, anonymousSources } from '../anonymous.ts';
import type { AuditContext } from '../context.ts';
import { placeOf } from '../description.ts';
import type { Rule } from '../rule.ts';

/** "sources said … . The source added": several at first, one later. */
export const rule: Rule = {
  id: 'plural-for-one',
  lexicons: anonymityLexicons,
  check: context =>
    anonymousSources(context).flatMap(({ source, description: { noun, core } }) => {
      if (!noun.endsWith('s') || source.count !== null) return [];
      const one = theOne(context, noun.slice(0, -1), core.to);
      return one === null
        ? []
        : [{ span: placeOf(context, source), facts: { one: context.textOf(one) }, related: [one] }];
    }),
};

/** "the source" as a speaker after a token, with nobody between them who speaks alone and goes unnamed. */
function theOne(context: AuditContext, noun: string, after: number): CharSpan | null {
  const { lower, statements, doc } = context;
  const isTold = lower.slice(0, after).some((word, at) => word === noun && doc.tokens[at]!.xpos === 'NN');
  if (isTold) return null;
  for (const { source } of statements) {
    const span = source?.spans[0];
    if (!span || source.name !== null) continue;
    const { from, to } = context.tokensIn(span);
    if (from < after) continue;
    if (lower[from] === 'the' && lower[to - 1] === noun && to - from === 2) return span;
    if (source.count === 1 && (source.kind === 'anonymous' || source.kind === 'spokesperson')) return null;
  }
  return null;
}
