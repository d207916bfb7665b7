import type { Article } from '../../src/domain/index.ts';

/** A corpus text as an article, kept as it is so that the corpus's offsets hold; paragraphs end at blank lines. */
export function articleOf(id: string, text: string, published: string | null = null): Article {
  const blocks = [...text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)].map(({ index, 0: block }) => ({
    start: index,
    end: index + block.trimEnd().length,
    kind: 'paragraph' as const,
  }));
  const publisher = { url: null, outlet: null, title: null, byline: null, published, fetched: null };
  return { id, ...publisher, language: 'en', text, blocks };
}
