import type { Article } from '../domain/index.ts';
import { toIsoDate } from './dates.ts';
import { type Draft, finish, type ReadOptions, type ReadResult } from './draft.ts';
import { withoutBy } from './front-matter.ts';
import { layOut } from './layout.ts';
import { type Failure, failure } from './problems.ts';
import { blocksProblem } from './saved-blocks.ts';
import { fitTitle } from './title.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads one parsed JSON value: a record `{ id, text, title?, outlet?, byline?, url?, published?, fetched? }`, whose text is
 * kept as it is and whose layout is found, or an `Article` with its blocks. Keys that are neither are passed over.
 */
export function readArticleRecord(value: unknown, options: ReadOptions = {}): ReadResult {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return notAnArticle(`${kindOf(value)}, not an object`, 'give { "id": …, "text": … } for each article');
  const record = value as JsonObject;
  const failed = wrongField(record);
  if (failed) return failed;
  const draft = toDraft(record);
  const result = finish(draft, idOf(record), options);
  return result.ok && 'blocks' in record ? withBlocks(result.article, record.blocks) : result;
}

const notAnArticle = (what: string, advice: string): Failure => failure('not-an-article', what, advice);

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'boolean' ? 'true or false' : `a ${typeof value}`;
};

const optionalFields = ['title', 'outlet', 'byline', 'url', 'published', 'fetched', 'language'] as const;

function wrongField(record: JsonObject): Failure | null {
  const { id, text, language } = record;
  if (!('text' in record)) return notAnArticle('no "text"', 'put the article’s text in the field "text"');
  if (typeof text !== 'string')
    return notAnArticle(`"text" is ${kindOf(text)}, not a string`, 'give the text as one string');
  if (!isAbsent(id) && typeof id !== 'string' && typeof id !== 'number')
    return notAnArticle(`"id" is ${kindOf(id)}, not a string or a number`, 'give a string, or leave it out');
  const wrong = optionalFields.find(field => !isAbsent(record[field]) && typeof record[field] !== 'string');
  if (wrong)
    return notAnArticle(
      `"${wrong}" is ${kindOf(record[wrong])}, not a string`,
      'give a string, or leave it out',
    );
  if (typeof language === 'string' && !/^en\b/i.test(language))
    return failure(
      'not-english',
      `not English ("language" is ${language}): skipped`,
      'give an English account',
    );
  return null;
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

const idOf = ({ id }: JsonObject): string | null => (isAbsent(id) || id === '' ? null : String(id));

/** A string with something in it, else null. Called on checked fields only. */
const stringIn = (record: JsonObject, field: (typeof optionalFields)[number]): string | null =>
  (record[field] as string | null | undefined)?.trim() || null;

function toDraft(record: JsonObject): Draft {
  const text = record.text as string;
  const title = stringIn(record, 'title');
  const facts = {
    title,
    outlet: stringIn(record, 'outlet'),
    byline: withoutBy(stringIn(record, 'byline')),
    published: toIsoDate(stringIn(record, 'published') ?? ''),
    fetched: toIsoDate(stringIn(record, 'fetched') ?? ''),
    url: stringIn(record, 'url'),
  };
  return { text, blocks: fitTitle(text, layOut(text), title), facts };
}

function withBlocks(article: Article, blocks: unknown): ReadResult {
  const problem = blocksProblem(article.text, blocks);
  if (problem !== null) return notAnArticle(problem, 'leave "blocks" out: they are found anew');
  return { ok: true, article: { ...article, blocks: blocks as Article['blocks'] } };
}
