import type { Article, Doc } from '../domain/index.ts';
import { createSegmenter } from './segments.ts';
import { createTimeFinder } from './times/index.ts';

/** Loads what parsing needs once; the parser it gives back is a pure function of the article. */
export function createParser(): (article: Article) => Doc {
  const segment = createSegmenter();
  const findTimes = createTimeFinder();
  return article => {
    const { tokens, sentences } = segment(article);
    return { article, tokens, sentences, times: findTimes(article, tokens, sentences) };
  };
}
