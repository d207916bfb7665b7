import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { findSpoken } from './spoken.ts';

/** Every statement that a pattern finds, in the order of the text; those that stand in another's content are included. */
export function findAttributions(words: Words, vocabulary: Vocabulary): Attribution[] {
  return words.doc.sentences.flatMap(sentence => findSpoken(words, vocabulary, sentence));
}
