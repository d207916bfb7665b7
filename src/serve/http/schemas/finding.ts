import { z } from '@hono/zod-openapi';
import { type Finding, severities } from '../../../domain/index.ts';
import { listOf, named } from './matching.ts';
import { charSpan } from './place.ts';

export const finding = named<Finding>()(
  'Finding',
  z.object({
    rule: z.string(),
    severity: z.enum(severities),
    span: charSpan,
    line: z.int().min(1),
    column: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
    message: z.string(),
    why: z.string(),
    advice: z.string(),
    related: listOf(charSpan),
  }),
);
