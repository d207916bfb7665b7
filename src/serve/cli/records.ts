import type { Article, Doc, Reading } from '../../domain/index.ts';
import type { Pipeline } from '../../pipeline.ts';
import type { Problem } from './complaints.ts';
import type { Input } from './inputs.ts';

/** What an input holds: an article, as far as an earlier command took it. `bytes` are the file’s that it was read from. */
export type Account =
  | { readonly kind: 'article'; readonly article: Article; readonly bytes?: Uint8Array }
  | { readonly kind: 'doc'; readonly doc: Doc }
  | { readonly kind: 'reading'; readonly reading: Reading };

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export type AccountOptions = { readonly published?: string };

/**
 * The accounts of one input: one, or those of the story that `hearsay align` wrote. What a record is, its content
 * says: a Story has accounts, a Reading statements, a Doc tokens; everything else is held to be an article.
 */
export function openInput(pipeline: Pipeline, input: Input, options: AccountOptions): Result<Account>[] {
  const { content } = input;
  if (content.kind === 'problem') return [{ ok: false, problem: content.problem }];
  if (content.kind === 'file') {
    const { bytes } = content;
    return [openArticle(pipeline.read({ name: input.file, bytes }, options), bytes)];
  }
  return recordsIn(content.value).map(record => openRecord(pipeline, record, options));
}

const recordsIn = (value: unknown): unknown[] =>
  isRecord(value) && Array.isArray(value.accounts) && value.accounts.length > 0 ? value.accounts : [value];

export const articleOf = (account: Account): Article =>
  account.kind === 'article'
    ? account.article
    : account.kind === 'doc'
      ? account.doc.article
      : account.reading.article;

export const docOf = (pipeline: Pipeline, account: Account): Doc =>
  account.kind === 'doc' ? account.doc : pipeline.parse(articleOf(account));

export const readingOf = (pipeline: Pipeline, account: Account): Reading =>
  account.kind === 'reading' ? account.reading : pipeline.extract(docOf(pipeline, account));

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function openRecord(pipeline: Pipeline, value: unknown, options: AccountOptions): Result<Account> {
  if (!isRecord(value) || !isRecord(value.article)) return openArticle(pipeline.readRecord(value, options));
  const read = pipeline.readRecord(value.article, options);
  // A date that is given only now changes what the words of the text mean: the article is gone through again.
  const isDatedNow = options.published !== undefined && !value.article.published;
  if (!read.ok || isDatedNow) return openArticle(read);
  const { article } = read;
  if (holds(value, ['entities', 'statements', 'credits']) && spansLieIn(article.text, value))
    return { ok: true, value: { kind: 'reading', reading: { ...(value as Reading), article } } };
  if (
    holds(value, ['tokens', 'sentences', 'mentions', 'entities', 'times']) &&
    spansLieIn(article.text, value)
  )
    return { ok: true, value: { kind: 'doc', doc: { ...(value as Doc), article } } };
  return { ok: false, problem: strangeRecord };
}

function openArticle(read: ReturnType<Pipeline['read']>, bytes?: Uint8Array): Result<Account> {
  if (!read.ok) return read;
  const { article } = read;
  return { ok: true, value: bytes ? { kind: 'article', article, bytes } : { kind: 'article', article } };
}

const holds = (value: Fields, lists: readonly string[]): boolean =>
  lists.every(list => Array.isArray(value[list]));

/** Whether everything in a value that looks like a span is one of this text. */
function spansLieIn(text: string, value: unknown): boolean {
  if (!isRecord(value)) return true;
  const { start, end } = value;
  if (typeof start === 'number' && typeof end === 'number')
    if (!(Number.isInteger(start) && 0 <= start && start < end && end <= text.length)) return false;
  return Object.values(value).every(part => spansLieIn(text, part));
}

const strangeRecord: Problem = {
  reason: 'neither an article nor what `hearsay parse` or `hearsay extract` writes',
  advice: 'write {"id": "1", "text": "…"}, or run the command again on the article',
};
