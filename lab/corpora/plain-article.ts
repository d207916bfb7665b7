import type { Article } from '../../src/domain/index.ts';
import { readArticleRecord } from '../../src/read/index.ts';

/** A corpus text as an article: the text is kept as it is, so that the corpus's offsets hold. */
export function articleOf(id: string, text: string, published?: string): Article {
  const result = readArticleRecord({ id, text, ...(published !== undefined && { published }) });
  if (!result.ok) throw new Error(`${id}: ${result.problem.reason}`);
  return result.article;
}
