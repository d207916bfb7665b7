import type { Rule } from '../rule.ts';
import { spanOf } from '../spans.ts';
import { isAttributed, isInName, unquotedPhrases } from '../voice.ts';

/** "The reckless plan failed": a judgement that nobody in the sentence is named for. */
export const rule: Rule = {
  id: 'contentious-own-voice',
  lexicons: ['view-words', 'contentious-words'],
  check: context =>
    unquotedPhrases(context, 'contentious-words')
      .filter(phrase => {
        const sentence = context.sentenceAt(phrase.start);
        return sentence !== null && !isAttributed(context, sentence) && !isInName(context, phrase);
      })
      .map(phrase => ({ span: spanOf(phrase) })),
};
