import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { findAccording } from './according.ts';
import { findAdjectives } from './adjectives.ts';
import { withAnswer } from './answers.ts';
import type { Attribution } from './attribution.ts';
import { findImpersonal } from './impersonal.ts';
import { findNouns } from './nouns.ts';
import { findPassives } from './passives.ts';
import { joinQuotations } from './quotations.ts';
import { findRefusals } from './refusals.ts';
import { findSpoken } from './spoken.ts';

/** Every statement that a pattern finds, in the order of the text; those that stand in another's content are included. */
export function findAttributions(words: Words, vocabulary: Vocabulary): Attribution[] {
  const found = words.doc.sentences.flatMap(sentence => {
    const refusals = findRefusals(words, vocabulary, sentence);
    const spoken = findSpoken(words, vocabulary, sentence).filter(
      ({ cue }) => !refusals.some(refusal => sharesCue(refusal, cue!)),
    );
    return [
      ...refusals,
      ...spoken,
      ...findAccording(words, vocabulary, sentence),
      ...findPassives(words, vocabulary, sentence),
      ...findAdjectives(words, vocabulary, sentence),
      ...findImpersonal(words, vocabulary, sentence),
      ...findNouns(words, vocabulary, sentence),
    ].sort((a, b) => a.cue!.from - b.cue!.from);
  });
  return joinQuotations(words, vocabulary, found).map(each => withAnswer(words, vocabulary, each));
}

const sharesCue = ({ cue }: Attribution, other: { from: number; to: number }): boolean =>
  cue !== null && cue.from < other.to && other.from < cue.to;
