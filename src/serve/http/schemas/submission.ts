import { z } from '@hono/zod-openapi';
import type { Added } from '../../desk/desk.ts';
import { problemCodes } from '../problem.ts';
import { listOf, named } from './matching.ts';

const said = z.string().max(2000).nullable().optional();

/** What whoever sends an article may know of it. */
export const facts = {
  title: said,
  outlet: said.describe('The publisher’s name'),
  byline: said,
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/[^/]/i, 'write an address that begins with https:// or http://')
    .nullable()
    .optional()
    .describe('The article’s own page: another text from there is a new version.'),
  published: said.describe('A date, or a date and time'),
};

/** The same in the address, for bodies that are text alone. */
export const factParameters = {
  title: z.string().max(2000).optional(),
  outlet: z.string().max(2000).optional(),
  byline: z.string().max(2000).optional(),
  url: facts.url.unwrap().unwrap().optional(),
  published: z.string().max(2000).optional(),
};

/** An article as it is sent: keys that are not here are passed over. */
export const submission = z
  .object({
    id: z
      .union([z.string().max(500), z.number()])
      .nullable()
      .optional(),
    text: z.string().optional().describe('Plain text; or give `html`'),
    html: z.string().optional().describe('The page that it stands on; or give `text`'),
    ...facts,
    fetched: said,
    language: said,
    blocks: z.array(z.unknown()).optional().describe('As `hearsay read` writes them, with `text`'),
  })
  .openapi('Submission');
export type Submission = z.infer<typeof submission>;

export const added = named<Added>()(
  'Added',
  z.object({
    articleId: z.string(),
    storyId: z.string(),
    outcome: z
      .enum(['added', 'new-version', 'known'])
      .describe('`known`: it was there already, nothing was changed'),
    version: z.int().min(1),
  }),
);

/** What became of each of many, in their order. */
export const manyAdded = z
  .object({
    results: listOf(
      z.union([
        added,
        z.object({
          problem: z.object({
            code: z.enum(problemCodes),
            detail: z.string(),
            line: z.int().min(1).describe('Which of the articles, or of the lines, from 1'),
          }),
        }),
      ]),
    ),
  })
  .openapi('ManyAdded');
