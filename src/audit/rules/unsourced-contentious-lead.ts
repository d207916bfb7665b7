import type { CharSpan } from '../../domain/index.ts';
import type { AuditContext } from '../context.ts';
import type { Rule } from '../rule.ts';
import { isAttributed, isInName, unquotedPhrases } from '../voice.ts';

/** "The council covered up the leak for years." as the first paragraph: nobody in it says so. */
export const rule: Rule = {
  id: 'unsourced-contentious-lead',
  lexicons: ['view-words', 'contentious-words', 'wrongdoing', 'findings-of-law'],
  check: context => {
    const { lead } = context;
    if (!lead || isAttributed(context, lead) || isOfLaw(context, lead)) return [];
    const [first] = ['contentious-words', 'wrongdoing']
      .flatMap(lexicon => unquotedPhrases(context, lexicon))
      .filter(phrase => phrase.start < lead.end && !isInName(context, phrase))
      .sort((a, b) => a.start - b.start);
    return first ? [{ span: { start: first.start, end: first.end } }] : [];
  },
};

/** "A jury convicted the banker of fraud": the court stands for it. */
const isOfLaw = (context: AuditContext, lead: CharSpan): boolean =>
  context.phrases('findings-of-law', lead).length > 0;
