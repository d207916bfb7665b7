import type { Article, Doc, Sentence, Token } from '../domain/index.ts';
import { splitSentences } from './sentences/split.ts';
import { createTimeFinder } from './times/index.ts';
import { tokenise } from './tokens/tokenise.ts';

/** Loads what parsing needs once; the parser it gives back is a pure function of the article. */
export const createParser = (): ((article: Article) => Doc) => {
  const findTimes = createTimeFinder();
  return article => {
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    for (const [index, block] of article.blocks.entries()) {
      const from = tokens.length;
      tokens.push(...tokenise(article.text, block));
      sentences.push(...splitSentences(article.text, tokens, index, from));
    }
    return { article, tokens, sentences, times: findTimes(article, tokens, sentences) };
  };
};
