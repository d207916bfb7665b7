import type { Article } from '../../../domain/index.ts';
import type { Pipeline } from '../../../pipeline.ts';
import { html } from '../../../report/index.ts';
import type { Answer } from '../net/get.ts';
import { asUtf8 } from './charset.ts';
import type { FeedEntry } from './entry.ts';

export type ItemRead =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly reason: string };

type Facts = Pick<Article, 'title' | 'outlet' | 'byline' | 'url'>;

/** The article on a page; what the page does not say of it, the feed's item does. */
export function readPage(pipeline: Pipeline, page: Answer, entry: FeedEntry, fetched: string): ItemRead {
  const bytes = asUtf8(page.bytes, page.headers.get('content-type'));
  const read = pipeline.read({ name: '-', bytes }, datesOf(entry, fetched));
  if (!read.ok) return { ok: false, reason: read.problem.reason };
  const { article } = read;
  return filled(pipeline, article, {
    title: article.title ?? entry.title,
    outlet: article.outlet ?? siteOf(page.url),
    byline: article.byline ?? entry.author,
    url: ownAddress(article.url, page.url),
  });
}

const leastWords = 100;

/** Whether an item carries its article rather than a teaser of it. */
export const isWhole = ({ content }: FeedEntry): boolean =>
  (content?.replace(/<[^<>]*>/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= leastWords;

/** The article that an item of a feed carries itself. */
export function readContent(
  pipeline: Pipeline,
  entry: FeedEntry,
  feed: { readonly url: string; readonly title: string | null },
  fetched: string,
): ItemRead {
  const heading = entry.title === null ? '' : html`<h1>${entry.title}</h1>`.markup;
  const page = `<!doctype html><html><body><article>${heading}${entry.content}</article></body></html>`;
  const read = pipeline.read({ name: '-', bytes: Buffer.from(page) }, datesOf(entry, fetched));
  if (!read.ok) return { ok: false, reason: read.problem.reason };
  return filled(pipeline, read.article, {
    title: entry.title,
    outlet: feed.title ?? siteOf(entry.url ?? feed.url),
    byline: entry.author,
    url: entry.url,
  });
}

const datesOf = ({ published }: FeedEntry, fetched: string) =>
  published === null ? { fetched } : { published, fetched };

/** Made anew rather than patched: an article's id is made of its outlet, address and text. */
function filled(pipeline: Pipeline, article: Article, facts: Facts): ItemRead {
  const read = pipeline.readRecord({ ...article, ...facts, id: null });
  return read.ok ? read : { ok: false, reason: read.problem.reason };
}

const siteOf = (url: string): string | null => URL.parse(url)?.hostname.replace(/^www\./, '') ?? null;

/**
 * What a page calls its own address, if that is on its own site: else anybody's page could pass for another outlet's article,
 * and be taken for a new version of it. Nor can it be the front page, which some sites name on every page.
 */
function ownAddress(named: string | null, fetchedFrom: string): string {
  const own = named === null ? null : URL.parse(named);
  const from = new URL(fetchedFrom);
  if (!own || (own.pathname === '/' && own.search === '')) return from.href;
  const [a, b] = [siteOf(own.href)!, siteOf(from.href)!];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`) ? own.href : from.href;
}
