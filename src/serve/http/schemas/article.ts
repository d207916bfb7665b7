import { z } from '@hono/zod-openapi';
import { type Article, type Block, blockKinds } from '../../../domain/index.ts';
import type { ArticleEntry, ArticleFound } from '../../../store/index.ts';
import { listOf, named } from './matching.ts';
import { dated, moment } from './place.ts';

const block = named<Block>()(
  'Block',
  z.object({ kind: z.enum(blockKinds), start: z.int().min(0), end: z.int().min(0) }),
);

export const article = named<Article>()(
  'Article',
  z.object({
    id: z.string(),
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    byline: z.string().nullable(),
    published: dated.nullable(),
    fetched: dated.nullable(),
    language: z.literal('en'),
    text: z.string().describe('Never edited after it was read: every span points into it.'),
    blocks: listOf(block),
  }),
);

const entryFields = {
  id: z.string(),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  byline: z.string().nullable(),
  published: dated.nullable(),
  storyId: z.string(),
  version: z.int().min(1).describe('The newest one; the first is 1.'),
  statements: z.int().min(0),
  addedAt: moment,
  changedAt: moment,
};

export const articleEntry = named<ArticleEntry>()('ArticleEntry', z.object(entryFields));

export const articleFound = named<ArticleFound>()(
  'ArticleFound',
  z.object({
    ...entryFields,
    excerpt: z
      .string()
      .describe(
        'Some words around the first that was looked for, with “…” where the text goes on; empty where no words were.',
      ),
  }),
);
