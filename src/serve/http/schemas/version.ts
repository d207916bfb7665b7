import { z } from '@hono/zod-openapi';
import type { ArticleVersion, VersionChanges } from '../../../store/index.ts';
import { difference } from './claim.ts';
import { listOf, named, orNull } from './matching.ts';
import { moment } from './place.ts';
import { reading } from './reading.ts';

const versionChanges = named<VersionChanges>()(
  'VersionChanges',
  z.object({
    differences: listOf(difference),
    statementsGone: listOf(z.string()),
    statementsNew: listOf(z.string()),
  }),
);

const fields = {
  articleId: z.string(),
  version: z.int().min(1),
  addedAt: moment,
  changes: orNull(versionChanges),
};

/** A version without its text. */
export const versionEntry = named<Omit<ArticleVersion, 'reading'>>()('VersionEntry', z.object(fields));

export const articleVersion = named<ArticleVersion>()(
  'ArticleVersion',
  z.object({ ...fields, reading }).describe('`reading` is as extracted, before corrections.'),
);
