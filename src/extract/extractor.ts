import type { Doc, Reading, TokenSpan } from '../domain/index.ts';
import { assemble } from './assemble.ts';
import { findCast } from './cast/cast.ts';
import { findCredits } from './credits.ts';
import type { Attribution } from './statements/attribution.ts';
import { citedIn } from './statements/citing.ts';
import { findAttributions } from './statements/find.ts';
import { loadVocabulary, type Vocabulary } from './vocabulary.ts';
import { type Words, wordsOf } from './words/words.ts';

/** Finds who says what, and on what authority, in one parsed article. Pure; costs time linear in its tokens. */
export type Extractor = (doc: Doc) => Reading;

/** Loads the vocabulary that extraction needs, once. */
export function createExtractor(): Extractor {
  const vocabulary = loadVocabulary();
  return doc => {
    const words = wordsOf(doc);
    const attributions = findAttributions(words, vocabulary);
    const cited = citations(words, vocabulary, attributions);
    const sources = [...attributions.flatMap(({ source }) => source ?? []), ...cited.values()];
    const cast = findCast(
      words,
      vocabulary,
      sources.sort((a, b) => a.from - b.from),
    );
    const { statements, entities } = assemble(words, vocabulary, attributions, cast, cited);
    return { article: doc.article, entities, statements, credits: findCredits(words, vocabulary) };
  };
}

/** Whom each statement's outlet cites. */
function citations(
  words: Words,
  vocabulary: Vocabulary,
  attributions: readonly Attribution[],
): ReadonlyMap<Attribution, TokenSpan> {
  const cited = new Map<Attribution, TokenSpan>();
  for (const attribution of attributions) {
    const span = citedIn(words, vocabulary, attribution);
    if (span) cited.set(attribution, span);
  }
  return cited;
}
