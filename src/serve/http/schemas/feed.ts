import { z } from '@hono/zod-openapi';
import type { Feed, FeedItem } from '../../../store/index.ts';
import { named } from './matching.ts';
import { moment } from './place.ts';

export const feed = named<Feed>()(
  'Feed',
  z.object({
    url: z.string(),
    title: z.string().nullable(),
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
    checkedAt: moment.nullable(),
    succeededAt: moment.nullable().describe('The last time that it could be fetched and read'),
    nextAt: moment.nullable(),
    failures: z.int().min(0).describe('In a row, up to now'),
    problem: z.string().nullable(),
    items: z.int().min(0),
    articles: z.int().min(0),
  }),
);

export const feedItem = named<FeedItem>()(
  'FeedItem',
  z.object({
    feedUrl: z.string(),
    key: z.string(),
    url: z.string().nullable(),
    seenAt: moment,
    articleId: z.string().nullable(),
    problem: z.string().nullable(),
    attempts: z
      .int()
      .min(0)
      .describe(
        'Of the three rounds that it is given, how many are used up; all at once where asking again would be in vain',
      ),
  }),
);

/** What is sent to have one watched. */
export const feedWish = z.strictObject({ url: z.string().min(1).max(2000) }).openapi('FeedWish');
