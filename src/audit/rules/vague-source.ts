import { anonymityLexicons, anonymousSources, whenConfidential } from '../anonymous.ts';
import { hasVagueNoun, isPlacedBefore, placeOf, saysNothingMore } from '../description.ts';
import type { Rule } from '../rule.ts';

/** "a senior official", "a person familiar with the matter": a description that would fit thousands of people. */
export const rule: Rule = {
  id: 'vague-source',
  lexicons: [...anonymityLexicons, 'bare-sources', 'vague-descriptions', 'vague-bases'],
  check: context =>
    anonymousSources(context)
      .filter(({ source, description }) => {
        const place = placeOf(context, source);
        if (context.phrases('vague-bases', source.spans[0]!).length > 0)
          return hasVagueNoun(context, description);
        return (
          context.phrases('bare-sources', place).length === 0 &&
          !description.isDefinite &&
          whenConfidential(context, source, description) === 'always' &&
          saysNothingMore(context, source, description) &&
          !isPlacedBefore(context, description)
        );
      })
      .map(({ source }) => ({ span: placeOf(context, source) })),
};
