import { createRoute, z } from '@hono/zod-openapi';
import type { Services } from '../../services.ts';
import { createApi, failures, found } from '../api.ts';
import { HttpProblem } from '../problem.ts';
import { storedClaim } from '../schemas/change.ts';
import { claimEntry, standingKind } from '../schemas/claim.ts';
import { apart, pageOf, pageWish } from '../schemas/page.ts';

const list = createRoute({
  method: 'get',
  path: '/claims',
  tags: ['claims'],
  operationId: 'listClaims',
  summary: 'Claims of all stories, or those of one standing',
  request: {
    query: z.strictObject({
      ...pageWish,
      storyId: z.string().min(1).max(500).optional(),
      standing: standingKind.optional(),
    }),
  },
  responses: { ...found(pageOf(claimEntry), 'A page of claims'), ...failures() },
});

const get = createRoute({
  method: 'get',
  path: '/claims/{id}',
  tags: ['claims'],
  operationId: 'getClaim',
  summary: 'A claim with its tellings, its origins and the history of its standing',
  request: { params: z.object({ id: z.string().min(1).max(500) }), query: z.strictObject({}) },
  responses: { ...found(storedClaim, 'The claim'), ...failures('not-found') },
});

export function claimRoutes({ store }: Services) {
  const api = createApi();
  api.openapi(list, async c => {
    const { query, page } = apart(c.req.valid('query'));
    return c.json(await store.claims(query, page));
  });
  api.openapi(get, async c => {
    const { id } = c.req.valid('param');
    const claim = await store.claim(id);
    if (claim === null) throw new HttpProblem('not-found', `there is no claim ${id}`);
    return c.json(claim);
  });
  return api;
}
