import type { Correction, CorrectionRecord } from '../../domain/index.ts';
import type { ArticleEntry, Store } from '../../store/index.ts';
import { titleOf } from './wording.ts';

/** What corrections speak of, by id: articles that are kept, and what each story is called. */
export type NamedInCorrections = {
  readonly articles: ReadonlyMap<string, ArticleEntry>;
  readonly stories: ReadonlyMap<string, string>;
};

export async function namedIn(
  store: Store,
  records: readonly CorrectionRecord[],
): Promise<NamedInCorrections> {
  const ids = records.map(({ correction }) => subjectsOf(correction));
  const articleIds = new Set(ids.flatMap(({ articles }) => articles));
  const storyIds = new Set(ids.flatMap(({ stories }) => stories));
  const articles = await Promise.all([...articleIds].map(id => store.article(id)));
  const stories = [...storyIds].map(async id => [id, await storyTitle(store, id)] as const);
  return {
    articles: new Map(articles.flatMap(each => (each ? [[each.id, each]] : []))),
    stories: new Map(await Promise.all(stories)),
  };
}

type Subjects = { readonly articles: readonly string[]; readonly stories: readonly string[] };

function subjectsOf(correction: Correction): Subjects {
  switch (correction.kind) {
    case 'speaker':
      return { articles: [correction.articleId], stories: [] };
    case 'same-claim':
      return { articles: correction.places.map(({ articleId }) => articleId), stories: [] };
    case 'not-this-story': {
      const { articleId, storyId, toStoryId } = correction;
      return { articles: [articleId], stories: [storyId, ...(toStoryId === null ? [] : [toStoryId])] };
    }
    case 'same-story':
      return { articles: [], stories: [correction.storyId, correction.intoStoryId] };
  }
}

/** A story that was emptied has no title left: it goes by that of an article that was in it. */
async function storyTitle(store: Store, id: string): Promise<string> {
  const title = (await store.storyEntry(id))?.title;
  if (title) return title;
  const [left] = await store.latestChanges({ storyId: id, kind: 'article-left', limit: 1 });
  const article = left?.articleId ? await store.article(left.articleId) : null;
  return article ? titleOf(article) : 'a story that has gone';
}
