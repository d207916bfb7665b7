import { z } from '@hono/zod-openapi';
import {
  type Correction,
  type CorrectionRecord,
  correctionKinds,
  type QuotedPlace,
} from '../../../domain/index.ts';
import { named } from './matching.ts';
import { moment } from './place.ts';
import { sourceKind } from './reading.ts';

const id = z.string().min(1).max(500);
const offset = z.int().min(0);

const quotedPlace = named<QuotedPlace>()(
  'QuotedPlace',
  z
    .object({ articleId: id, start: offset, end: offset, words: z.string().min(1).max(10_000) })
    .describe('`words` is what stands at the place: it is found again by them in a later version.'),
);

export const correctionKind = z.enum(correctionKinds).openapi('CorrectionKind');

export const correction = named<Correction>()(
  'Correction',
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('speaker'),
      articleId: id,
      statement: quotedPlace,
      speaker: z.object({ place: quotedPlace, kind: sourceKind }).nullable(),
    }),
    z.object({
      kind: z.literal('same-claim'),
      places: z.tuple([quotedPlace, quotedPlace]).readonly(),
    }),
    z.object({
      kind: z.literal('not-this-story'),
      articleId: id,
      storyId: id,
      toStoryId: id.nullable(),
    }),
    z.object({ kind: z.literal('same-story'), storyId: id, intoStoryId: id }),
  ]),
);

/** What is sent to make one. */
export const correctionWish = z
  .strictObject({ correction, note: z.string().trim().max(2000).nullable().default(null) })
  .openapi('CorrectionWish');

export const correctionRecord = named<CorrectionRecord>()(
  'CorrectionRecord',
  z.object({
    id: z.string(),
    correction,
    by: z.string(),
    note: z.string().nullable(),
    at: moment,
    withdrawnAt: moment.nullable(),
  }),
);
