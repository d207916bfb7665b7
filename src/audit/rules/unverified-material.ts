import type { AuditContext } from '../context.ts';
import type { PhraseFound } from '../phrases.ts';
import type { Rule } from '../rule.ts';
import { isReported, unquotedPhrases } from '../voice.ts';

/** "A video shared on social media shows the wall fall": who filmed it, and did anybody check? */
export const rule: Rule = {
  id: 'unverified-material',
  lexicons: ['circulation', 'recorded-material', 'verification'],
  check: context => {
    const [first] = unquotedPhrases(context, 'circulation')
      .filter(way => !isReported(context, way))
      .flatMap(way => materialNear(context, way));
    const whole = { start: 0, end: context.text.length };
    return first && context.phrases('verification', whole).length === 0 ? [first] : [];
  },
};

/** The material that a way of circulating is told of: the noun that it hangs on or follows, or that hangs on it. */
function materialNear(context: AuditContext, way: PhraseFound): { span: { start: number; end: number } }[] {
  const sentence = context.sentenceAt(way.start);
  if (!sentence) return [];
  const { tokens } = context.doc;
  const isJoined = ({ tokens: noun }: PhraseFound): boolean => {
    const head = tokens[noun.from]!.head;
    return (
      (noun.to === way.tokens.from && isParticiple.test(tokens[noun.to]!.xpos)) ||
      within(head, way) ||
      tokens.slice(way.tokens.from, way.tokens.to).some(token => token.head === noun.from)
    );
  };
  return context
    .phrases('recorded-material', sentence)
    .filter(isJoined)
    .map(({ start, end }) => ({
      span: { start: Math.min(start, way.start), end: Math.max(end, way.end) },
    }));
}

/** "footage filmed by", however the tree has it. */
const isParticiple = /^VB[DGN]$/;

const within = (token: number, { tokens: { from, to } }: PhraseFound): boolean => token >= from && token < to;
