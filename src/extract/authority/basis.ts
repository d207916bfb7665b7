import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { isNegated } from './roles.ts';

/** "familiar with the talks": from the phrase to the comma or the clause that follows; "not familiar with them" is none. */
export function basisIn(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): TokenSpan | null {
  for (let at = from; at < to; at++) {
    const phrase = vocabulary.phrases.basis(words.lower, at);
    if (
      !phrase ||
      isNegated(words, vocabulary, at) ||
      phrase.to > to ||
      (phrase.to === to && words.lower[at] !== 'who')
    )
      continue;
    let end = phrase.to;
    while (end < to && !/^(?:,|who|;)$/.test(words.lower[end]!)) end++;
    return { from: at + lengthOfWhoWas(words, vocabulary, at), to: end };
  }
  return null;
}

/** "who was briefed on the talks" is "briefed on the talks"; "who saw the letter" keeps its "who". */
const lengthOfWhoWas = (words: Words, vocabulary: Vocabulary, at: number): number =>
  words.lower[at] === 'who' && vocabulary.partOf.get(words.lower[at + 1] ?? '') === 'be' ? 2 : 0;
