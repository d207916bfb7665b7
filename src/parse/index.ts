import type { Article, Doc, Sentence, Token } from '../domain/index.ts';
import { splitSentences } from './sentences/split.ts';
import { loadSentenceVocabulary } from './sentences/vocabulary.ts';
import { createTimeFinder } from './times/index.ts';
import { tokenise } from './tokens/tokenise.ts';
import { loadTokenVocabulary } from './tokens/vocabulary.ts';

/** Loads what parsing needs once; the parser it gives back is a pure function of the article. */
export function createParser(): (article: Article) => Doc {
  const words = loadTokenVocabulary();
  const starts = loadSentenceVocabulary(words);
  const findTimes = createTimeFinder();
  return article => {
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    for (const [index, block] of article.blocks.entries()) {
      const from = tokens.length;
      tokenise(article.text, block, words, tokens);
      splitSentences(article.text, tokens, index, from, starts, sentences);
    }
    return { article, tokens, sentences, times: findTimes(article, tokens, sentences) };
  };
}
