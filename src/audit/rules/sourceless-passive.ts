import type { AuditContext } from '../context.ts';
import type { PhraseFound } from '../phrases.ts';
import type { Rule } from '../rule.ts';
import { spanOf } from '../spans.ts';
import { isReported, unquotedPhrases } from '../voice.ts';

/** "is known to", "it is believed", "the talks, seen as a first step": somebody knows, believes or sees, and nobody is named. */
export const rule: Rule = {
  id: 'sourceless-passive',
  lexicons: ['sourceless-passives'],
  check: context =>
    unquotedPhrases(context, 'sourceless-passives')
      .filter(phrase => (isAside(phrase) ? standsAside(context, phrase) : !isReported(context, phrase)))
      .filter(phrase => !hasAgent(context, phrase))
      .map(phrase => ({ span: spanOf(phrase) })),
};

const isAside = ({ columns }: PhraseFound): boolean => columns[0] === 'aside';

/** After a comma or dash: the outlet's own remark, even within what a source says. */
const standsAside = ({ lower }: AuditContext, { tokens }: PhraseFound): boolean =>
  /^[,—–-]$/.test(lower[tokens.from - 1] ?? '');

/** "is seen by voters as", "was regarded as a threat by the guild", "known to police". */
function hasAgent(
  { doc, lower, sentenceAt }: AuditContext,
  { tokens, start, columns }: PhraseFound,
): boolean {
  const sentence = sentenceAt(start);
  if (!sentence) return false;
  const participle = participleOf(lower, tokens);
  if (columns[0] === 'to' && !/^V|^RB/.test(doc.tokens[tokens.to]?.xpos ?? '')) return true;
  return doc.tokens
    .slice(tokens.to, sentence.to)
    .some(
      (token, offset) =>
        lower[tokens.to + offset] === 'by' &&
        isUnder(doc.tokens[token.head]?.head ?? -1, participle, tokens) &&
        doc.tokens[token.head]?.upos !== 'VERB',
    );
}

/** The last word of a phrase but its small word: "seen" of "is seen as". */
const participleOf = (lower: readonly string[], { to }: PhraseFound['tokens']): number =>
  /^(?:as|to|be|have)$/.test(lower[to - 1] ?? '') ? to - 2 : to - 1;

const isUnder = (head: number, participle: number, { from, to }: PhraseFound['tokens']): boolean =>
  head === participle || (head >= from && head < to);
