import { createRoute, z } from '@hono/zod-openapi';
import type { Services } from '../../services.ts';
import { feedAddress, newFeed } from '../../watch/feed/new-feed.ts';
import { createApi, failures, json } from '../api.ts';
import { HttpProblem } from '../problem.ts';
import { feed, feedItem, feedWish } from '../schemas/feed.ts';
import { listOf } from '../schemas/matching.ts';
import { wholeNumber } from '../schemas/page.ts';

const address = z.string().min(1).max(2000);

const list = createRoute({
  method: 'get',
  path: '/feeds',
  tags: ['feeds'],
  operationId: 'listFeeds',
  summary: 'The feeds that are watched, with how the last fetch of each went',
  request: { query: z.strictObject({}) },
  responses: { 200: json(z.object({ items: listOf(feed) }), 'All of them'), ...failures() },
});

const failed = createRoute({
  method: 'get',
  path: '/feeds/failures',
  tags: ['feeds'],
  operationId: 'listFailedItems',
  summary: 'Items of feeds that could not be made articles, the newest first',
  request: { query: z.strictObject({ url: address.optional(), limit: wholeNumber(1, 200, 50) }) },
  responses: { 200: json(z.object({ items: listOf(feedItem) }), 'The newest of them'), ...failures() },
});

const add = createRoute({
  method: 'post',
  path: '/feeds',
  tags: ['feeds'],
  operationId: 'addFeed',
  summary:
    'Have a feed watched: it is fetched by the next round of `hearsay watch` or `hearsay serve --watch`',
  request: {
    query: z.strictObject({}),
    body: { required: true, content: { 'application/json': { schema: feedWish } } },
  },
  responses: {
    201: json(feed, 'It is watched from now on'),
    200: json(feed, 'It was watched already'),
    ...failures('bad-json', 'too-large', 'wrong-type', 'invalid'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/feeds',
  tags: ['feeds'],
  operationId: 'removeFeed',
  summary: 'Have a feed watched no longer; its articles stay',
  request: { query: z.strictObject({ url: address }) },
  responses: { 204: { description: 'It is gone' }, ...failures('not-found') },
});

export function feedRoutes({ store }: Services) {
  const api = createApi();
  api.openapi(list, async c => c.json({ items: await store.feeds() }));
  api.openapi(failed, async c => {
    const { url, limit } = c.req.valid('query');
    return c.json({ items: await store.failedItems(url ?? null, limit) });
  });
  api.openapi(add, async c => {
    const url = feedAddress(c.req.valid('json').url);
    if (url === null)
      throw new HttpProblem('invalid', notAFeed, { errors: [{ where: 'url', reason: notAFeed }] });
    const known = await store.feed(url);
    if (known) return c.json(known, 200);
    const fresh = newFeed(url);
    await store.saveFeed(fresh);
    return c.json(fresh, 201);
  });
  api.openapi(remove, async c => {
    const { url } = c.req.valid('query');
    if (!(await store.removeFeed(url))) throw new HttpProblem('not-found', `${url} is not watched`);
    return c.body(null, 204);
  });
  return api;
}

const notAFeed = 'not the address of a feed: write https://…, without user name and password';
