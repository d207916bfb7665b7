import { z } from '@hono/zod-openapi';
import type { ArticleQuery, StatementEntry, StatementQuery } from '../../../store/index.ts';
import { named, orNull } from './matching.ts';
import { dated } from './place.ts';
import { sourceKind, stance } from './reading.ts';

export const statementEntry = named<StatementEntry>()(
  'StatementEntry',
  z.object({
    articleId: z.string(),
    statementId: z.string(),
    storyId: z.string(),
    outlet: z.string().nullable(),
    articleTitle: z.string().nullable(),
    published: dated.nullable(),
    speaker: z.string().nullable(),
    sourceKey: z.string().nullable().describe('Null for a source that is known only inside its article.'),
    sourceKind: orNull(sourceKind),
    stance,
    words: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
  }),
);

const words = z.string().trim().min(1).max(500);
const name = z.string().min(1).max(500);
const day = z.iso.date('write a day as 2024-11-15').optional();

/** What articles are searched by. */
export const articleFilters = {
  words: words.optional().describe('Words of the text and title, by their stems'),
  outlet: name.optional(),
  storyId: name.optional(),
  from: day.describe('The first day, ISO 8601'),
  to: day.describe('The last day, ISO 8601'),
} satisfies Record<keyof ArticleQuery, z.ZodType>;

/** What statements are searched by. */
export const statementFilters = {
  ...articleFilters,
  words: words.optional().describe('Words of the content and the article’s title, by their stems'),
  speaker: words.optional().describe('Words of the source’s name or description'),
  sourceKey: name.optional(),
  sourceKind: sourceKind.optional(),
  stance: stance.optional(),
  articleId: name.optional(),
} satisfies Record<keyof StatementQuery, z.ZodType>;
