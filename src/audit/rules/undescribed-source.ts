import { type AnonymousSource, anonymityLexicons, anonymousSources, isBlank } from '../anonymous.ts';
import type { AuditContext } from '../context.ts';
import { isPlacedBefore, placeOf } from '../description.ts';
import type { Rule } from '../rule.ts';

/** "a source said", "one insider": nothing tells even in what camp the source stands. */
export const rule: Rule = {
  id: 'undescribed-source',
  lexicons: [...anonymityLexicons, 'bare-sources', 'vague-descriptions'],
  check: context =>
    anonymousSources(context)
      .filter(each => isBlank(context, each) && !isOneOfThem(context, each))
      .map(({ source }) => placeOf(context, source))
      .filter(span => context.phrases('bare-sources', span).length > 0)
      .map(span => ({ span })),
};

/** "Sources close to the board … . One source said": one of those who were described. "A source" is somebody new. */
const isOneOfThem = (context: AuditContext, { description }: AnonymousSource): boolean =>
  !/^(?:an?|another)$/.test(context.lower[description.core.from]!) && isPlacedBefore(context, description);
