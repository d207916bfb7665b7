import { createRoute, z } from '@hono/zod-openapi';
import type { Services } from '../../services.ts';
import { createApi, failures, found } from '../api.ts';
import { HttpProblem } from '../problem.ts';
import { apart, pageOf, pageWish } from '../schemas/page.ts';
import { outletEntry, sourceEntry } from '../schemas/source.ts';

const list = createRoute({
  method: 'get',
  path: '/sources',
  tags: ['sources'],
  operationId: 'listSources',
  summary: 'Named sources of all articles together, those with most statements first',
  request: {
    query: z.strictObject({
      ...pageWish,
      words: z.string().trim().min(1).max(500).optional().describe('Words of the name'),
    }),
  },
  responses: { ...found(pageOf(sourceEntry), 'A page of sources'), ...failures() },
});

const get = createRoute({
  method: 'get',
  path: '/sources/{key}',
  tags: ['sources'],
  operationId: 'getSource',
  summary: 'A named source; what it said is at /statements?sourceKey=',
  request: { params: z.object({ key: z.string().min(1).max(500) }), query: z.strictObject({}) },
  responses: { ...found(sourceEntry, 'The source'), ...failures('not-found') },
});

const outlets = createRoute({
  method: 'get',
  path: '/outlets',
  tags: ['sources'],
  operationId: 'listOutlets',
  summary: 'Whose articles there are',
  request: { query: z.strictObject(pageWish) },
  responses: { ...found(pageOf(outletEntry), 'A page of outlets'), ...failures() },
});

export function sourceRoutes({ store }: Services) {
  const api = createApi();
  api.openapi(list, async c => {
    const { query, page } = apart(c.req.valid('query'));
    return c.json(await store.sources(query, page));
  });
  api.openapi(get, async c => {
    const { key } = c.req.valid('param');
    const source = await store.source(key);
    if (source === null) throw new HttpProblem('not-found', `there is no source ${key}`);
    return c.json(source);
  });
  api.openapi(outlets, async c => c.json(await store.outlets(apart(c.req.valid('query')).page)));
  return api;
}
