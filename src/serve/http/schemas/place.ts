import { z } from '@hono/zod-openapi';
import type { CharSpan, Passage } from '../../../domain/index.ts';
import { named } from './matching.ts';

const offsets = { start: z.int().min(0), end: z.int().min(0) };

export const charSpan = named<CharSpan>()(
  'CharSpan',
  z.object(offsets).describe('A stretch of the article’s text in UTF-16 units, `end` exclusive.'),
);

export const passage = named<Passage>()('Passage', z.object({ articleId: z.string(), ...offsets }));

/** A day or a day and time, as precise as whoever gave it. */
export const dated = z.string().describe('ISO 8601, as precise as it was given');

/** When Hearsay did something. */
export const moment = z.iso.datetime().describe('ISO 8601, UTC');
