import type { CharSpan, Credit } from '../../domain/index.ts';
import type { AuditContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';
import { wordsOf } from '../statement-places.ts';

/** "The dam, whose cracks were first reported by the Harbour Courier", in the ninth paragraph of a story about the cracks. */
export const rule: Rule = {
  id: 'late-credit',
  check: (context, { mostParagraphs }) => {
    const limit = Number(mostParagraphs);
    const seen = new Set<string>();
    const { credits, article } = context.reading;
    return credits.flatMap(credit => {
      const isFirst = !seen.has(credit.outlet) && !isSame(credit.outlet, article.outlet);
      seen.add(credit.outlet);
      return isFirst ? deepCredit(context, credit, limit) : [];
    });
  },
};

/** An outlet that credits itself owes nothing. */
const isSame = (credited: string, own: string | null): boolean =>
  own !== null && wordsOf(credited).filter(isNotThe).join(' ') === wordsOf(own).filter(isNotThe).join(' ');

const isNotThe = (word: string): boolean => word !== 'the';

/** A credit for what the first paragraphs tell, where none of them names the outlet. */
function deepCredit(context: AuditContext, credit: Credit, limit: number): Violation[] {
  const { span, outlet, kind } = credit;
  const { paragraphs } = context;
  const [first, last] = [paragraphs[0], paragraphs[limit - 1]];
  if (!span || kind !== 'first-report' || !first || !last) return [];
  const top = { start: first.start, end: last.end };
  const paragraph = context.paragraphAt(span.start) + 1;
  return paragraph > limit && !names(context, top, outlet) && isToldIn(context, top, span)
    ? [{ span, facts: { outlet, paragraph } }]
    : [];
}

const names = ({ textOf }: AuditContext, top: CharSpan, outlet: string): boolean => {
  const words = wordsOf(textOf(top));
  const name = wordsOf(outlet.replace(/^the /i, ''));
  return words.some((_, at) => name.every((word, offset) => words[at + offset] === word));
};

/** Half of the words for what is credited stand at the top: it is the story's own news, and no later fact. */
function isToldIn(context: AuditContext, top: CharSpan, credit: CharSpan): boolean {
  const { doc, tokensIn } = context;
  const { from, to } = tokensIn(top);
  const told = new Set(doc.tokens.slice(from, to).map(({ lemma }) => lemma.toLowerCase()));
  const credited = creditedIn(context, credit);
  return credited.length > 0 && credited.filter(word => told.has(word)).length * 2 >= credited.length;
}

/** "Ms Pell's escape was first reported by", "the escape, first reported by": the noun, and those that hang on it. */
function creditedIn({ doc: { tokens }, tokensIn, sentenceAt }: AuditContext, credit: CharSpan): string[] {
  const { from } = tokensIn(credit);
  const sentence = sentenceAt(credit.start);
  const verb = tokens.findIndex(
    (token, at) => at >= from - 3 && /^V/.test(token.xpos) && token.upos === 'VERB',
  );
  if (!sentence || verb < 0 || verb >= sentence.to) return [];
  const subject = tokens.findIndex(({ head, relation }) => head === verb && relation === 'nsubj:pass');
  const isRelative = subject < 0 || /^W/.test(tokens[subject]!.xpos);
  const noun = isRelative ? tokens[verb]!.head : subject;
  const isUnder = (at: number): boolean => at === noun || tokens[at]?.head === noun;
  return tokens
    .filter((token, at) => isUnder(at) || (token.head !== verb && isUnder(token.head)))
    .filter(({ upos }) => /^(?:NOUN|PROPN)$/.test(upos))
    .map(({ lemma }) => lemma.toLowerCase());
}
