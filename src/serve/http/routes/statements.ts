import { createRoute, z } from '@hono/zod-openapi';
import type { Services } from '../../services.ts';
import { createApi, failures, found } from '../api.ts';
import { apart, pageOf, pageWish } from '../schemas/page.ts';
import { statementEntry, statementFilters } from '../schemas/statement.ts';

const list = createRoute({
  method: 'get',
  path: '/statements',
  tags: ['statements'],
  operationId: 'searchStatements',
  summary: 'Who said what, everywhere: all that is given must hold; the newest publication first',
  request: { query: z.strictObject({ ...pageWish, ...statementFilters }) },
  responses: { ...found(pageOf(statementEntry), 'A page of statements'), ...failures() },
});

export function statementRoutes({ store }: Services) {
  const api = createApi();
  api.openapi(list, async c => {
    const { query, page } = apart(c.req.valid('query'));
    return c.json(await store.statements(query, page));
  });
  return api;
}
