import { createRoute, z } from '@hono/zod-openapi';
import type { CorrectionProblem } from '../../desk/desk.ts';
import type { Services } from '../../services.ts';
import { createApi, failures, found, json } from '../api.ts';
import { HttpProblem, type ProblemCode } from '../problem.ts';
import { correctionKind, correctionRecord, correctionWish } from '../schemas/correction.ts';
import { listOf } from '../schemas/matching.ts';

const idParam = z.object({ id: z.string().min(1).max(500) });
const some = z.string().min(1).max(500).optional();

const list = createRoute({
  method: 'get',
  path: '/corrections',
  tags: ['corrections'],
  operationId: 'listCorrections',
  summary: 'What people set right, in order of time',
  request: {
    query: z.strictObject({
      kind: correctionKind.optional(),
      articleId: some,
      storyId: some,
      withdrawn: z.enum(['true', 'false']).optional().describe('Those that were withdrawn, too'),
    }),
  },
  responses: {
    ...found(z.object({ items: listOf(correctionRecord) }), 'All of them'),
    ...failures(),
  },
});

const make = createRoute({
  method: 'post',
  path: '/corrections',
  tags: ['corrections'],
  operationId: 'makeCorrection',
  summary: 'Set right a speaker, a claim or a story',
  request: {
    query: z.strictObject({}),
    body: { required: true, content: { 'application/json': { schema: correctionWish } } },
  },
  responses: {
    201: json(correctionRecord, 'It is kept, and the story was told anew'),
    ...failures('bad-json', 'too-large', 'wrong-type', 'invalid', 'conflict'),
  },
});

const withdraw = createRoute({
  method: 'delete',
  path: '/corrections/{id}',
  tags: ['corrections'],
  operationId: 'withdrawCorrection',
  summary: 'Take a correction back: it is kept as a record, and no longer heeded',
  request: { params: idParam, query: z.strictObject({}) },
  responses: {
    200: json(correctionRecord, 'It was withdrawn'),
    ...failures('not-found', 'conflict'),
  },
});

export function correctionRoutes({ store, desk }: Services) {
  const api = createApi();
  api.openapi(list, async c => {
    const { kind, articleId, storyId, withdrawn } = c.req.valid('query');
    const items = await store.corrections({
      ...(kind ? { kind } : {}),
      ...(articleId ? { articleIds: [articleId] } : {}),
      ...(storyId ? { storyIds: [storyId] } : {}),
      withdrawn: withdrawn === 'true',
    });
    return c.json({ items });
  });
  api.openapi(make, async c => {
    const result = await desk.correct({ ...c.req.valid('json'), by: c.get('visitor').name });
    if (!result.ok) throw refused(result.problem, 'invalid');
    return c.json(result.record, 201);
  });
  api.openapi(withdraw, async c => {
    const result = await desk.withdraw(c.req.valid('param').id);
    if (!result.ok) throw refused(result.problem, 'not-found');
    return c.json(result.record, 200);
  });
  return api;
}

const refused = ({ code, reason }: CorrectionProblem, otherwise: ProblemCode): HttpProblem =>
  new HttpProblem(code === 'already' ? 'conflict' : otherwise, reason);
