import { z } from '@hono/zod-openapi';
import type { OutletEntry, SourceEntry } from '../../../store/index.ts';
import { named } from './matching.ts';
import { dated } from './place.ts';
import { sourceKind } from './reading.ts';

export const sourceEntry = named<SourceEntry>()(
  'SourceEntry',
  z.object({
    key: z.string(),
    name: z.string(),
    kind: sourceKind,
    statements: z.int().min(0),
    articles: z.int().min(0),
    stories: z.int().min(0),
  }),
);

export const outletEntry = named<OutletEntry>()(
  'OutletEntry',
  z.object({
    outlet: z.string(),
    articles: z.int().min(0),
    stories: z.int().min(0),
    lastPublished: dated.nullable(),
  }),
);
