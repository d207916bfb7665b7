import type { Feed, Store } from '../../../store/index.ts';
import { newFeed } from './new-feed.ts';

/** Has a feed watched; one that is known already is asked again at once. `url` as `feedAddress` gives it. */
export async function addFeed(
  store: Store,
  url: string,
): Promise<{ readonly feed: Feed; readonly isNew: boolean }> {
  const known = await store.feed(url);
  const feed = known ? { ...known, nextAt: null } : newFeed(url);
  await store.saveFeed(feed);
  return { feed, isNew: known === null };
}
