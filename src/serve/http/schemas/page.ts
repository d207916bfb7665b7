import { z } from '@hono/zod-openapi';
import { listOf } from './matching.ts';

/** One page of a list of these. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: listOf(item),
    next: z
      .string()
      .nullable()
      .describe('What to ask for with `after` to get the next page; null on the last one.'),
  });

/** A whole number in a query, where all is text. */
export const wholeNumber = (least: number, most: number, byDefault: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'write a whole number')
    .transform(Number)
    .refine(value => least <= value && value <= most, `write a number from ${least} to ${most}`)
    .default(byDefault)
    .openapi({ type: 'integer', minimum: least, maximum: most, default: byDefault });

/** What every list takes besides its filters. */
export const pageWish = {
  limit: wholeNumber(1, 200, 50),
  after: z.string().max(2000).optional().describe('`next` of the page before'),
};

/** What a schema leaves out has no key. */
type Given<Type> = { [Key in keyof Type]: Exclude<Type[Key], undefined> };

/** The part of a question that is the page's, and the rest. */
export function apart<Question extends { limit: number; after?: string | undefined }>(question: Question) {
  const { limit, after, ...query } = question;
  return { query: query as Given<typeof query>, page: { limit, after: after ?? null } };
}
