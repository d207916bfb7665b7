import type { Article, Membership } from '../../domain/index.ts';
import { StoryClustering } from './clustering.ts';
import { loadStoryModel } from './model.ts';
import { createWordReader } from './vocabulary.ts';

/** Puts articles together by the story that they tell: all at once, or each as it comes. */
export type Clustering = {
  /** Takes an article to be put together with all others. Its text is not kept. */
  readonly add: (article: Article) => void;
  /**
   * The stories of all articles that were added, placed or put, in their order, found anew: those of some may be others than
   * when they came.
   */
  readonly memberships: () => Membership[];
  /**
   * Puts an article into the story of one that came before, or begins a new one, with a key unlike any other: nothing that comes
   * later counts. An article whose id is there already stays in its story, whatever its new version tells.
   */
  readonly place: (article: Article) => Membership;
  /**
   * Takes an article of which the story is known: to what is placed later it is as if it had been placed there. One whose id is
   * there already goes into that story as it is. Cheaper than `place`: nothing is judged.
   */
  readonly put: (article: Article, story: string) => void;
  /** Takes an article that was placed or put into another story, which may be new; one that is not there changes nothing. */
  readonly move: (articleId: string, story: string) => void;
  /** Takes back that an article was placed or put: to what is placed later it is as if it had not come. */
  readonly drop: (articleId: string) => void;
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
