import type { Doc, Reading } from '../domain/index.ts';
import { assemble } from './assemble.ts';
import { findCast } from './cast/cast.ts';
import { findCredits } from './credits.ts';
import { findAttributions } from './statements/find.ts';
import { loadVocabulary } from './vocabulary.ts';
import { wordsOf } from './words/words.ts';

/** Finds who says what, and on what authority, in one parsed article. Pure; costs time linear in its tokens. */
export type Extractor = (doc: Doc) => Reading;

/** Loads the vocabulary that extraction needs, once. */
export function createExtractor(): Extractor {
  const vocabulary = loadVocabulary();
  return doc => {
    const words = wordsOf(doc);
    const attributions = findAttributions(words, vocabulary);
    const sources = attributions.flatMap(({ source }) => source ?? []).sort((a, b) => a.from - b.from);
    const cast = findCast(words, vocabulary, sources);
    const { statements, entities } = assemble(words, vocabulary, attributions, cast);
    return { article: doc.article, entities, statements, credits: findCredits(words, vocabulary) };
  };
}
