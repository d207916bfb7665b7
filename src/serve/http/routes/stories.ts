import { createRoute, z } from '@hono/zod-openapi';
import type { ArticleEntry } from '../../../store/index.ts';
import type { Services } from '../../services.ts';
import { createApi, failures, found } from '../api.ts';
import { has, tagHeaders, tagOf, unchanged } from '../conditional.ts';
import { emptiedStory } from '../emptied-story.ts';
import { movedTo } from '../moved-to.ts';
import { HttpProblem } from '../problem.ts';
import { claimEntry, standingKind } from '../schemas/claim.ts';
import { apart, pageOf, pageWish } from '../schemas/page.ts';
import { story, storyEntry } from '../schemas/story.ts';

const list = createRoute({
  method: 'get',
  path: '/stories',
  tags: ['stories'],
  operationId: 'listStories',
  summary: 'Stories: those that move first, or in another order',
  request: {
    query: z.strictObject({
      ...pageWish,
      order: z
        .enum(['moved', 'updated', 'published'])
        .default('moved')
        .describe('By the newest change of a standing, of anything, or by the newest publication'),
    }),
  },
  responses: { ...found(pageOf(storyEntry), 'A page of stories'), ...failures() },
});

const idParam = z.object({ id: z.string().min(1).max(500) });

const get = createRoute({
  method: 'get',
  path: '/stories/{id}',
  tags: ['stories'],
  operationId: 'getStory',
  summary: 'A story with its accounts, claims, lineage, cast and timeline',
  description:
    'A story that was merged into another answers with the way there; one whose accounts went to several says which is where.',
  request: { params: idParam, query: z.strictObject({}) },
  responses: {
    ...found(z.object({ entry: storyEntry, story }), 'The story'),
    308: { description: 'It was merged: Location is the story that it is part of now' },
    ...failures('not-found'),
  },
});

const claimsOf = createRoute({
  method: 'get',
  path: '/stories/{id}/claims',
  tags: ['stories', 'claims'],
  operationId: 'listClaimsOfStory',
  summary: 'What the accounts of a story tell, with what each claim’s evidence amounts to',
  request: { params: idParam, query: z.strictObject({ ...pageWish, standing: standingKind.optional() }) },
  description: 'Of a story without accounts it answers as that does.',
  responses: {
    ...found(pageOf(claimEntry), 'A page of claims'),
    308: { description: 'It was merged: Location has the claims of the story that it is part of now' },
    ...failures('not-found'),
  },
});

const nobodyTells = (id: string, articles: readonly ArticleEntry[]): string =>
  [
    `the story ${id} has no accounts any more`,
    ...articles.map(each => `its article ${each.id} is in the story ${each.storyId}`),
  ].join('; ');

export function storyRoutes({ store }: Services) {
  const api = createApi();
  /** A story that has accounts, or the path of the one that it goes on as. */
  const presentStory = async (id: string) => {
    const entry = await store.storyEntry(id);
    if (entry === null) throw new HttpProblem('not-found', `there is no story ${id}`);
    const emptied = await emptiedStory(store, entry);
    if (emptied?.into) return { entry: null, path: `/api/v1/stories/${encodeURIComponent(emptied.into)}` };
    if (emptied) throw new HttpProblem('not-found', nobodyTells(id, emptied.articles));
    return { entry, path: null };
  };

  api.openapi(list, async c => {
    const { query, page } = apart(c.req.valid('query'));
    return c.json(await store.stories(query.order, page));
  });
  api.openapi(get, async c => {
    const { id } = c.req.valid('param');
    const { entry, path } = await presentStory(id);
    if (path !== null) return movedTo(c, path);
    const tag = tagOf(entry.revision);
    if (has(c, tag)) return unchanged(c, tag);
    const stored = await store.story(id);
    if (stored === null) throw new HttpProblem('not-found', `there is no story ${id}`);
    return c.json(stored, 200, tagHeaders(tag));
  });
  api.openapi(claimsOf, async c => {
    const { query, page } = apart(c.req.valid('query'));
    const { id } = c.req.valid('param');
    const { path } = await presentStory(id);
    if (path !== null) return movedTo(c, `${path}/claims${new URL(c.req.url).search}`);
    return c.json(await store.claims({ storyId: id, ...query }, page));
  });
  return api;
}
