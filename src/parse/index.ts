import type { Article, Doc } from '../domain/index.ts';
import { createMentionFinder } from './mentions/index.ts';
import { createNameTagger } from './names/article-names.ts';
import { createSegmenter } from './segments.ts';
import { createTimeFinder } from './times/index.ts';

/** Loads what parsing needs once; the parser it gives back is a pure function of the article. */
export function createParser(): (article: Article) => Doc {
  const segment = createSegmenter();
  const findTimes = createTimeFinder();
  const tagNames = createNameTagger();
  const findMentions = createMentionFinder();
  return article => {
    const { tokens: spans, sentences } = segment(article);
    const times = findTimes(article, spans, sentences);
    const tagged = tagNames(article.text, spans, sentences);
    const { tokens } = tagged;
    return { article, tokens, sentences, ...findMentions(article, tokens, sentences, tagged, times), times };
  };
}
