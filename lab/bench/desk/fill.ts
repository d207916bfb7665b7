import type { Article } from '../../../src/domain/index.ts';
import { createPipeline } from '../../../src/pipeline.ts';
import { keysOf } from '../../../src/serve/desk/keys.ts';
import { type Commit, openStore } from '../../../src/store/index.ts';
import { makeAccounts } from '../made-accounts.ts';

const accountsAStory = 8;

type Telling = Pick<Commit, 'articles' | 'stories'>;

/**
 * Fills a store with so many articles or a few more: some stories that are read and aligned, then copies of them under other
 * names, dates and outlets, which are quicker to make than to read. Gives the number of articles.
 */
export async function fillStore(address: string, articles: number, storiesRead: number): Promise<number> {
  const store = await openStore(address);
  const told = tellStories(storiesRead);
  let count = 0;
  for (let copy = 0; count < articles; copy++)
    for (const telling of told) {
      const { articles, stories } = copyOf(telling, copy);
      const result = await store.commit({
        after: await store.head(),
        at: new Date(Date.UTC(2026, 0, 1, 0, 0, count)).toISOString(),
        articles,
        stories,
        moves: [],
        corrected: [],
        corrections: [],
        changes: articles.map(({ storyId, articleId }) => ({
          storyId,
          articleId,
          event: { kind: 'article-added' },
        })),
      });
      if (!result.ok) throw new Error('somebody else writes to the store');
      count += articles.length;
    }
  await store.close();
  return count;
}

function tellStories(count: number): Telling[] {
  const pipeline = createPipeline();
  const byEvent = Map.groupBy(makeAccounts(count, accountsAStory, 7), ({ id }) => id.split('-')[0]!);
  return [...byEvent.values()].map((articles): Telling => {
    const readings = articles.map(article => pipeline.extract(pipeline.parse(article)));
    const { story } = pipeline.follow(null, pipeline.align(readings));
    return {
      articles: readings.map(reading => ({
        articleId: reading.article.id,
        version: 1,
        addedAt: '2026-01-01T00:00:00Z',
        reading,
        changes: null,
        storyId: story.id,
        ...keysOf(reading.article),
      })),
      stories: [{ id: story.id, story, title: titleOf(articles), mergedInto: null }],
    };
  });
}

const titleOf = ([first]: readonly Article[]): string => first?.title ?? '';

/** The same under ids of its own, of other outlets, some days later. */
function copyOf(telling: Telling, copy: number): Telling {
  const ids = telling.stories.flatMap(({ id, story }) => [id, ...story!.claims.map(claim => claim.id)]);
  const names = [...ids, ...telling.articles.map(({ articleId }) => articleId)];
  const pattern = new RegExp(`"(${names.join('|')})"`, 'g');
  const copied: Telling = JSON.parse(JSON.stringify(telling).replace(pattern, `"$1-${copy}"`));
  const articles = copied.articles.map(each => {
    const { article } = each.reading;
    const published = new Date(Date.parse(article.published!) + copy * 86_400_000 * 3).toISOString();
    const own = { ...article, published, outlet: `${article.outlet} ${copy}` };
    return { ...each, ...keysOf(own), reading: { ...each.reading, article: own } };
  });
  const accounts = articles.map(({ reading }) => reading);
  return {
    articles,
    stories: copied.stories.map(each => ({ ...each, story: { ...each.story!, accounts } })),
  };
}
