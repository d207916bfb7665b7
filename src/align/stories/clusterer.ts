import type { Article, Membership } from '../../domain/index.ts';
import { StoryClustering } from './clustering.ts';
import { loadStoryModel } from './model.ts';
import { createWordReader } from './vocabulary.ts';

/** Puts articles together by the story that they tell: all at once, or each as it comes. */
export type Clustering = {
  /** Takes an article to be put together with all others. Its text is not kept. */
  readonly add: (article: Article) => void;
  /** The stories of all articles that were added or placed, in their order; those of some may have changed since. */
  readonly memberships: () => Membership[];
  /** Puts an article into the story of one that came before, or begins a new one: nothing that comes later counts. */
  readonly place: (article: Article) => Membership;
};

/** Begins a clustering. What one learns from its articles no other knows. */
export type Clusterer = () => Clustering;

/**
 * Loads vocabulary and model once.
 * @example
 * const clustering = createClusterer()();
 * for (const article of articles) clustering.add(article);
 * clustering.memberships(); // [{ id: '1', story: '6f0c…', because: … }, …]
 */
export function createClusterer(): Clusterer {
  const readWord = createWordReader();
  const model = loadStoryModel();
  return () => new StoryClustering(readWord, model);
}
