import { z } from '@hono/zod-openapi';
import { type Change, type ChangeEvent, changeKinds } from '../../../domain/index.ts';
import type { StoredClaim } from '../../../store/index.ts';
import { claim, claimEntry, standingKind } from './claim.ts';
import { listOf, named, orNull } from './matching.ts';
import { moment } from './place.ts';

export const changeKind = z.enum(changeKinds).openapi('ChangeKind');

const changeEvent = named<ChangeEvent>()(
  'ChangeEvent',
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('article-added') }),
    z.object({ kind: z.literal('article-changed'), version: z.int() }),
    z.object({ kind: z.literal('article-left'), toStoryId: z.string() }),
    z.object({ kind: z.literal('story-merged'), intoStoryId: z.string() }),
    z.object({ kind: z.literal('corrected'), correctionId: z.string(), withdrawn: z.boolean() }),
    z.object({
      kind: z.literal('standing'),
      claimId: z.string(),
      before: orNull(standingKind),
      after: orNull(standingKind),
      wording: z.string(),
      origins: z.int(),
    }),
  ]),
);

export const change = named<Change>()(
  'Change',
  z.object({
    seq: z.int().min(1).describe('Grows from entry to entry; never used twice.'),
    at: moment,
    storyId: z.string(),
    articleId: z.string().nullable(),
    event: changeEvent,
  }),
);

export const storedClaim = named<StoredClaim>()(
  'StoredClaim',
  z.object({ entry: claimEntry, claim, history: listOf(change) }),
);
