import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';

/** The hedges that stand in any of the spans, in order. */
export function hedgesIn(words: Words, vocabulary: Vocabulary, spans: readonly TokenSpan[]): TokenSpan[] {
  const found: TokenSpan[] = [];
  for (const { from, to } of spans)
    for (let at = from; at < to; at++) {
      const phrase = vocabulary.phrases.hedges(words.lower, at);
      if (!phrase || phrase.to > to) continue;
      found.push({ from: at, to: phrase.to });
      at = phrase.to - 1;
    }
  return found;
}
