import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { html } from '../../../report/index.ts';
import type { FeedContent, FeedEntry } from './entry.ts';

type Parsed = ReturnType<typeof parseFeed<string>>;

/**
 * Reads RSS, Atom, RDF or JSON Feed. Of one that breaks off, the items before that are read. Null for what is none of
 * these. `url` is the feed's own, for addresses that are relative.
 */
export function readFeed(text: string, url: string): FeedContent | null {
  const whole = isEnded(text) ? attempt(text) : null;
  const parsed = whole ?? attempt(mended(text)) ?? attempt(text);
  if (!parsed) return null;
  return { ...contentOf(parsed, url), isCut: whole === null };
}

function attempt(text: string | null): Parsed | null {
  try {
    return text === null ? null : parseFeed<string>(text);
  } catch {
    return null;
  }
}

/** The parser takes an XML file that ends early for a whole one. */
const isEnded = (text: string): boolean =>
  !/^\s*</.test(text) || /<\/(?:\w+:)?(?:rss|feed|RDF)\s*>/i.test(text.slice(-5000));

/** The text up to its last whole item, with what closes it. */
function mended(text: string): string | null {
  const last = [...text.matchAll(/<\/((?:\w+:)?(?:item|entry))\s*>/gi)].at(-1);
  if (!last) return null;
  const open = /<((?:\w+:)?(?:rss|feed|RDF))[\s>]/i.exec(text)?.[1];
  if (open === undefined) return null;
  const channel = /^rss$/i.test(open) ? '</channel>' : '';
  return `${text.slice(0, last.index + last[0].length)}${channel}</${open}>`;
}

function contentOf(parsed: Parsed, ownUrl: string): Omit<FeedContent, 'isCut'> {
  const url = baseIn(parsed.format === 'json' ? undefined : parsed.feed.xml, ownUrl);
  switch (parsed.format) {
    case 'rss':
      return {
        title: plain(parsed.feed.title),
        entries: entriesOf(parsed.feed.items, url, rssEntry),
        restMs: restOf(parsed.feed.ttl, parsed.feed.sy),
      };
    case 'atom':
      return {
        title: plain(parsed.feed.title?.value),
        entries: entriesOf(parsed.feed.entries, url, atomEntry),
        restMs: restOf(undefined, parsed.feed.sy),
      };
    case 'rdf':
      return {
        title: plain(parsed.feed.title),
        entries: entriesOf(parsed.feed.items, url, rdfEntry),
        restMs: restOf(undefined, parsed.feed.sy),
      };
    case 'json':
      return {
        title: plain(parsed.feed.title),
        entries: entriesOf(parsed.feed.items, url, jsonEntry),
        restMs: null,
      };
  }
}

/** What `xml:base` says that addresses are relative to. */
const baseIn = (xml: { readonly base?: string } | undefined, otherwise: string): string =>
  URL.parse(xml?.base ?? '', otherwise)?.href ?? otherwise;

/** An entry as its format has it: the address may be relative, and nothing is checked yet. */
type Draft = { readonly [Field in keyof Omit<FeedEntry, 'key'>]: string | null | undefined } & {
  readonly id: string | null | undefined;
  readonly xml?: { readonly base?: string } | undefined;
};

function entriesOf<Item>(
  items: readonly Item[] | undefined,
  base: string,
  draftOf: (item: Item) => Draft,
): FeedEntry[] {
  const entries = new Map<string, FeedEntry>();
  for (const item of items ?? []) {
    const { id, url, title, author, published, content, xml } = draftOf(item);
    const address = url ? absolute(url.trim(), baseIn(xml, base)) : null;
    const key = id?.trim() || address;
    if (!key || entries.has(key)) continue;
    entries.set(key, {
      key: key.slice(0, 2000),
      url: address,
      title: plain(title),
      author: plain(author),
      published: published?.trim() || null,
      content: content?.trim() || null,
    });
  }
  return [...entries.values()];
}

function absolute(url: string, base: string): string | null {
  const parsed = URL.parse(url, base);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  parsed.hash = '';
  return parsed.href;
}

function rssEntry(item: RssFeed.Item<string>): Draft {
  const { guid } = item;
  const permaLink = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : null;
  return {
    id: guid?.value,
    url: item.link ?? permaLink,
    title: item.title,
    author: item.dc?.creators?.[0] ?? item.authors?.[0]?.name,
    published: item.pubDate ?? item.dc?.dates?.[0],
    content: item.content?.encoded ?? item.description,
  };
}

function atomEntry(entry: AtomFeed.Entry<string>): Draft {
  const pages = (entry.links ?? []).filter(({ rel = 'alternate' }) => rel === 'alternate');
  const page = pages.find(({ type = 'text/html' }) => type.includes('html')) ?? pages[0];
  return {
    id: entry.id,
    xml: entry.xml,
    url: page?.href ?? entry.content?.src,
    title: entry.title?.value,
    author: entry.authors?.[0]?.name ?? entry.dc?.creators?.[0],
    published: entry.published ?? entry.dc?.dates?.[0] ?? entry.updated,
    content: asHtml(entry.content) ?? asHtml(entry.summary),
  };
}

const asHtml = (text: { readonly value?: string; readonly type?: string } | undefined): string | null => {
  if (text?.value === undefined) return null;
  return /html/i.test(text.type ?? 'text') ? text.value : paragraphs(text.value);
};

function rdfEntry(item: RdfFeed.Item<string>): Draft {
  return {
    id: item.rdf?.about,
    url: item.link ?? item.rdf?.about,
    title: item.title,
    author: item.dc?.creators?.[0],
    published: item.dc?.dates?.[0],
    content: item.content?.encoded ?? item.description,
  };
}

function jsonEntry(item: JsonFeed.Item<string>): Draft {
  return {
    id: item.id,
    url: item.url ?? item.external_url,
    title: item.title,
    author: item.authors?.[0]?.name,
    published: item.date_published,
    content:
      item.content_html ?? (item.content_text === undefined ? item.summary : paragraphs(item.content_text)),
  };
}

/** Plain text as HTML: a paragraph for each block between blank lines. */
function paragraphs(text: string): string {
  const blocks = text.split(/\n\s*\n/).filter(block => block.trim() !== '');
  return blocks.map(block => html`<p>${block.trim()}</p>`.markup).join('\n');
}

/** A title may hold tags, which readers of feeds leave out. */
const plain = (text: string | null | undefined): string | null =>
  text
    ?.replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 1000) || null;

const hour = 3_600_000;
const periods: Readonly<Record<string, number>> = {
  hourly: hour,
  daily: 24 * hour,
  weekly: 7 * 24 * hour,
  monthly: 30 * 24 * hour,
  yearly: 365 * 24 * hour,
};

/** From minutes of `ttl`, else from the syndication module's period. */
function restOf(
  ttl: number | undefined,
  sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): number | null {
  if (ttl !== undefined && ttl > 0) return ttl * 60_000;
  const period = periods[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  return period === undefined ? null : period / Math.max(1, sy?.updateFrequency ?? 1);
}
