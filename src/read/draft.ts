import { createHash } from 'node:crypto';
import type { Article, Block } from '../domain/index.ts';
import { textOf } from '../domain/index.ts';
import { toIsoDate } from './dates.ts';
import type { Facts } from './facts.ts';
import { guessLanguage } from './language.ts';
import { type Failure, failure } from './problems.ts';
import { isTooLarge, tooLarge } from './size.ts';
import { onOneLine } from './wording.ts';

/** What a format's reader makes of an input, before gaps are filled and its text is judged. */
export type Draft = { readonly text: string; readonly blocks: readonly Block[]; readonly facts: Facts };

/** What the caller knows of an article: used where the input itself does not say. Any form that `toIsoDate` reads. */
export type ReadOptions = { readonly published?: string; readonly fetched?: string };

/** An article, or one clear reason why there is none. */
export type ReadResult = { readonly ok: true; readonly article: Article } | Failure;

/** `id` is null where the input gives none: it is then made from outlet, address and text. */
export function finish(draft: Draft, id: string | null, options: ReadOptions): ReadResult {
  const { text, blocks, facts } = draft;
  const failed = refuse(text);
  if (failed) return failed;
  const article: Article = {
    id: id ?? contentId(facts.outlet, facts.url, text),
    url: webAddress(facts.url),
    outlet: facts.outlet,
    title: facts.title ?? titleIn(draft),
    byline: facts.byline,
    published: facts.published ?? toIsoDate(options.published ?? ''),
    fetched: facts.fetched ?? toIsoDate(options.fetched ?? ''),
    language: 'en',
    text,
    blocks,
  };
  return { ok: true, article };
}

/** Without addresses that lead elsewhere than to a page, or that a browser would run. */
function webAddress(url: string | null): string | null {
  const scheme = URL.parse(url ?? '')?.protocol ?? null;
  return scheme === null || /^https?:$/.test(scheme) ? url : null;
}

function refuse(text: string): Failure | null {
  if (text.trim() === '') return emptyText();
  if (isTooLarge(Buffer.byteLength(text))) return tooLarge();
  const language = guessLanguage(text);
  if (language.isEnglish) return null;
  const reason = language.name ? `not English (it looks like ${language.name})` : 'not English';
  return failure('not-english', `${reason}: skipped`, 'give an English account, or a translation');
}

export const emptyText = (): Failure =>
  failure('empty', 'empty: there is no text in it', 'check that the article was saved whole');

function titleIn({ text, blocks }: Draft): string | null {
  const [first] = blocks;
  return first?.kind === 'title' ? onOneLine(textOf(text, first)) : null;
}

const contentId = (...content: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
