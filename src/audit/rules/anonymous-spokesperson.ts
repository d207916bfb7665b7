import type { Source } from '../../domain/index.ts';
import type { AuditContext } from '../context.ts';
import { isAppositive } from '../description.ts';
import type { Rule } from '../rule.ts';

/** "a spokesman said": somebody whose work it is to speak in public, and who has no name here. */
export const rule: Rule = {
  id: 'anonymous-spokesperson',
  check: context => {
    const seen = new Set<string | number>();
    return context.statements.flatMap(({ source, insideId }) => {
      if (source?.kind !== 'spokesperson' || source.name !== null || insideId !== null) return [];
      const span = source.spans[0]!;
      const key = source.entityId ?? span.start;
      const isFirst = !seen.has(key);
      seen.add(key);
      return isFirst && isNewHere(context, source) && !isNamedSoon(context, source) ? [{ span }] : [];
    });
  },
};

/** One person, in the text itself: not "the spokesman", who may have been named, nor "spokespeople". */
function isNewHere(context: AuditContext, { spans }: Source): boolean {
  const { doc, lower, tokensIn, paragraphAt } = context;
  const { from, to } = tokensIn(spans[0]!);
  const isOne = doc.tokens
    .slice(from, to)
    .some(({ xpos }, at) => xpos === 'NN' && /^spokes(?:man|woman|person)$/.test(lower[from + at]!));
  const pointsBack = /^(?:the|that|this|whose|his|her|their|its)$/.test(lower[from]!);
  return isOne && !pointsBack && paragraphAt(spans[0]!.start) >= 0 && !isAppositive(context, spans[0]!);
}

/** "a spokesman said. “We checked,” said Tom Hale, the spokesman": with a name in this paragraph or the next. */
function isNamedSoon({ statements, paragraphAt, textOf }: AuditContext, { spans }: Source): boolean {
  const paragraph = paragraphAt(spans[0]!.start);
  return statements.some(({ source }) => {
    if (!source?.name) return false;
    const away = paragraphAt(source.spans[0]!.start) - paragraph;
    const isSpeaker = source.kind === 'spokesperson' || /\bspokes/.test(textOf(source.spans[0]!));
    return isSpeaker && away >= 0 && away <= 1 && source.spans[0]!.start > spans[0]!.start;
  });
}
