import type { CharSpan, Source } from '../../domain/index.ts';
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
      return isFirst && isNewHere(context, source) && !isNamedToo(context, source) ? [{ span }] : [];
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

/**
 * Whether a name is given: "a spokesman said. “We checked,” said Tom Hale, the spokesman", in this paragraph or the next, or
 * anywhere for somebody who speaks for the same body: "State Department spokesman Tom Hale".
 */
function isNamedToo(context: AuditContext, { spans }: Source): boolean {
  const { statements, paragraphAt, textOf } = context;
  const paragraph = paragraphAt(spans[0]!.start);
  const body = namesIn(context, spans[0]!);
  return statements.some(({ source }) => {
    const span = source?.spans[0];
    if (!span || source.name === null || !/\bspokes/.test(textOf(span))) return false;
    const away = paragraphAt(span.start) - paragraph;
    const isNear = span.start > spans[0]!.start && away <= 1;
    return isNear || namesIn(context, span).some(name => body.includes(name));
  });
}

/** Words with a capital, but for a determiner that begins a sentence. */
const namesIn = ({ doc, text, tokensIn }: AuditContext, span: CharSpan): string[] => {
  const { from, to } = tokensIn(span);
  return doc.tokens
    .slice(from, to)
    .filter(({ upos }) => upos !== 'DET' && upos !== 'NUM')
    .map(token => text.slice(token.start, token.end))
    .filter(word => /^\p{Lu}/u.test(word));
};
