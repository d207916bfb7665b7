import type { Context } from 'hono';
import type { Article } from '../../domain/index.ts';
import type { Pipeline } from '../../pipeline.ts';
import { partsOf } from './api.ts';
import { HttpProblem } from './problem.ts';
import { type Submission, submission } from './schemas/submission.ts';

/** What the body of a request holds: one article, or many, with what was wrong in place of those that are none. */
export type Submitted =
  | { readonly many: false; readonly article: Article }
  | { readonly many: true; readonly articles: readonly (Article | HttpProblem)[] };

type Facts = Readonly<
  Partial<Record<'title' | 'outlet' | 'byline' | 'url' | 'published', string | undefined>>
>;

/** How many articles one request may hold. */
export const mostArticles = 1000;

/** The types of bodies that articles come in. */
export const bodyTypes = {
  one: ['text/plain', 'text/html'],
  json: ['application/json'],
  lines: ['application/x-ndjson', 'application/jsonl'],
} as const;

/**
 * Reads the articles in a request's body; `facts` fill what an article does not say itself.
 * @throws {HttpProblem} where there is no article in it
 */
export async function readSubmission(c: Context, pipeline: Pipeline, facts: Facts): Promise<Submitted> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
  const isOf = (types: readonly string[]): boolean => types.includes(type);
  if (isOf(bodyTypes.one)) {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return { many: false, article: fromBytes(pipeline, bytes, facts) };
  }
  if (isOf(bodyTypes.lines)) return many(pipeline, linesOf(await c.req.text()), facts);
  if (!isOf(bodyTypes.json)) throw wrongType(type);
  const value = parsed(await c.req.text());
  if (Array.isArray(value))
    return many(
      pipeline,
      value.map(item => () => item),
      facts,
    );
  return { many: false, article: fromRecord(pipeline, value, facts) };
}

const wrongType = (type: string): HttpProblem =>
  new HttpProblem(
    'wrong-type',
    `it is ${type === '' ? 'of no named type' : type}; send ${Object.values(bodyTypes).flat().join(', ')}`,
    { headers: { 'Accept-Post': Object.values(bodyTypes).flat().join(', ') } },
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HttpProblem('bad-json', error instanceof Error ? error.message : 'broken JSON');
  }
}

const linesOf = (text: string): (() => unknown)[] =>
  text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => () => parsed(line));

function many(pipeline: Pipeline, items: readonly (() => unknown)[], facts: Facts): Submitted {
  if (items.length === 0) throw new HttpProblem('invalid', 'there is no article in it');
  if (items.length > mostArticles)
    throw new HttpProblem('too-large', `at most ${mostArticles} articles are taken at once`);
  return { many: true, articles: items.map(item => attempt(() => fromRecord(pipeline, item(), facts))) };
}

function attempt(make: () => Article): Article | HttpProblem {
  try {
    return make();
  } catch (error) {
    if (error instanceof HttpProblem) return error;
    throw error;
  }
}

function fromRecord(pipeline: Pipeline, value: unknown, given: Facts): Article {
  const checked = submission.safeParse(value);
  if (!checked.success) throw invalid(partsOf(checked.error));
  const { text, html, ...record } = { ...given, ...present(checked.data) };
  if ((text === undefined) === (html === undefined))
    throw invalid([{ where: 'text', reason: 'give either "text" or "html"' }]);
  if (html !== undefined) return fromBytes(pipeline, new TextEncoder().encode(html), record);
  return dated(articleIn(pipeline.readRecord({ ...record, text })), record.published);
}

const invalid = (errors: readonly { readonly where: string; readonly reason: string }[]): HttpProblem =>
  new HttpProblem(
    'invalid',
    errors.map(({ where, reason }) => (where === '' ? reason : `${where}: ${reason}`)).join('; '),
    { errors },
  );

/** What was given, without what is null. */
const present = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [Key in keyof Fields]: Exclude<Fields[Key], null>;
  };

/** A page, or a text with its layout; what is known of it goes before what it says itself. */
function fromBytes(
  pipeline: Pipeline,
  bytes: Uint8Array,
  { title, ...known }: Omit<Submission, 'text' | 'html'>,
) {
  const read = articleIn(pipeline.read({ name: '-', bytes }));
  const { id: _, ...article } = read;
  const record = { ...article, ...present(known), title: article.title ?? title };
  return dated(articleIn(pipeline.readRecord(record)), known.published);
}

function articleIn(read: ReturnType<Pipeline['readRecord']>): Article {
  if (read.ok) return read.article;
  const { reason, advice } = read.problem;
  throw new HttpProblem('unusable-article', `${reason}; ${advice}`);
}

/** A date that cannot be read is not passed over: what "Monday" means hangs on it. */
function dated(article: Article, published: string | null | undefined): Article {
  if (published && article.published === null)
    throw invalid([{ where: 'published', reason: 'write a date as 2024-11-15, or with its time' }]);
  return article;
}
