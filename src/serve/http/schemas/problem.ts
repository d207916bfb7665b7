import { z } from '@hono/zod-openapi';
import { type Problem, problemCodes } from '../problem.ts';
import { listOf, named } from './matching.ts';

export const problem = named<Problem>()(
  'Problem',
  z
    .object({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      code: z.enum(problemCodes),
      detail: z.string(),
      errors: listOf(z.object({ where: z.string(), reason: z.string() })).optional(),
    })
    .describe('RFC 9457; `code` is one of a fixed list.'),
);
