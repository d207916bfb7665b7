import type { Rule } from '../rule.ts';
import { spanOf } from '../spans.ts';
import { isReported, unquotedPhrases } from '../voice.ts';

/** "The bank was not available for comment": was it asked, and what did it say? */
export const rule: Rule = {
  id: 'unclear-response',
  lexicons: ['unclear-responses'],
  check: context =>
    unquotedPhrases(context, 'unclear-responses')
      .filter(phrase => !isReported(context, phrase))
      .map(phrase => ({ span: spanOf(phrase) })),
};
