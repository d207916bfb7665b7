import type { ArticleEntry, Store, StoryEntry } from '../../store/index.ts';

/** What became of a story without accounts. */
export type Emptied = {
  /** The story that it goes on as; null where its articles went to several. */
  readonly into: string | null;
  /** The articles that left it, as they are now. */
  readonly articles: readonly ArticleEntry[];
};

const mostArticles = 200;

/** Where the accounts of a story are now; null for a story that has some. */
export async function emptiedStory(store: Store, story: StoryEntry): Promise<Emptied | null> {
  const { id, accounts, mergedInto } = story;
  if (accounts > 0) return null;
  const [merge] = await store.latestChanges({ storyId: id, kind: 'story-merged', limit: 1 });
  if (merge && mergedInto !== null) return { into: mergedInto, articles: [] };
  const left = await store.latestChanges({ storyId: id, kind: 'article-left', limit: mostArticles });
  const ids = new Set(left.flatMap(({ articleId }) => articleId ?? []));
  const found = await Promise.all([...ids].map(each => store.article(each)));
  const articles = found.filter(each => each !== null);
  const stories = new Set(articles.map(({ storyId }) => storyId));
  const [first = mergedInto] = stories;
  return { into: stories.size > 1 ? null : first, articles };
}
