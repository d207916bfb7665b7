import type { Article } from '../domain/index.ts';

/** What an input says of its article beside the text; null for what it does not say. */
export type Facts = Pick<Article, 'title' | 'outlet' | 'byline' | 'published' | 'fetched' | 'url'>;

export const noFacts: Facts = {
  title: null,
  outlet: null,
  byline: null,
  published: null,
  fetched: null,
  url: null,
};
