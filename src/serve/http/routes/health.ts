import { createRoute, z } from '@hono/zod-openapi';
import { packageVersion } from '../../cli/version.ts';
import type { Services } from '../../services.ts';
import { createApi, failures, json } from '../api.ts';
import type { Visitor } from '../visitor.ts';

const count = z.int().min(0);

const health = createRoute({
  method: 'get',
  path: '/health',
  tags: ['server'],
  operationId: 'getHealth',
  summary: 'Whether the server and its store work; needs no token',
  request: { query: z.strictObject({}) },
  responses: {
    200: json(
      z.object({
        status: z.literal('ok'),
        version: z.string(),
        kept: z
          .object({ articles: count, stories: count, claims: count, statements: count })
          .nullable()
          .describe('How much the store keeps; null for who may not read.'),
      }),
      'They work',
    ),
    ...failures(),
  },
});

export function healthRoutes({ store }: Services) {
  const api = createApi();
  const version = packageVersion();
  api.openapi(health, async c => {
    const visitor: Visitor | undefined = c.get('visitor');
    await store.head();
    return c.json({ status: 'ok' as const, version, kept: visitor ? await store.counts() : null }, 200);
  });
  return api;
}
