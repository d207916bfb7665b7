import type { Article, Membership } from '../../src/domain/index.ts';
import { createRandom, shuffle } from '../train/random.ts';

/**
 * The story of each article, placed one at a time in an order drawn by lot, always the same: the corpora have their articles by story,
 * which news never does.
 */
export function placedByLot(
  rows: readonly { readonly article: Article }[],
  clustering: { readonly place: (article: Article) => Membership },
): string[] {
  const order = Array.from(rows.keys());
  shuffle(order, createRandom(1));
  const stories: string[] = [];
  for (const at of order) stories[at] = clustering.place(rows[at]!.article).story;
  return stories;
}
