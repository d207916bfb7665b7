import { toIsoDate } from '../dates.ts';
import type { Facts } from '../facts.ts';
import { withoutBy } from '../front-matter.ts';
import { sameWords } from '../title.ts';
import { countWords, onOneLine } from '../wording.ts';
import { readJsonLd } from './json-ld.ts';
import { attribute, type Page } from './page.ts';

/** What a page says of its article, and whether it says at all that it is one. */
export type PageFacts = {
  readonly facts: Facts;
  readonly saysArticle: boolean;
  /** The article's text as given for machines, in JSON-LD. */
  readonly body: string | null;
};

/**
 * Reads what a page says of its article: in JSON-LD first, then in OpenGraph and other meta tags, then in marked elements. Only
 * the outlet is taken from OpenGraph first, whose name is for readers and JSON-LD's often the company's.
 */
export function readFacts(page: Page): PageFacts {
  const jsonLd = readJsonLd(page);
  const meta = metaTags(page);
  const url = [linkTo(page, 'canonical'), meta('og:url'), jsonLd.url].find(isAddress) ?? null;
  const named = meta('og:site_name', 'application-name', 'twitter:app:name:iphone') ?? jsonLd.outlet;
  const written =
    jsonLd.title ?? meta('og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title');
  const tab = textOfFirst(page, 'title');
  const outlet = named ?? splitTitle(tab ?? '', null)[1] ?? hostOf(url);
  const [title] = splitTitle(written ?? heading(page) ?? tab ?? '', outlet);
  const facts = {
    title: title || null,
    outlet,
    byline: withoutBy(jsonLd.byline ?? metaByline(meta) ?? textOfFirst(page, bylineMarks)),
    published: jsonLd.published ?? metaDate(meta) ?? markedDate(page),
    fetched: null,
    url,
  };
  return { facts, saysArticle: jsonLd.isPresent || meta('og:type') === 'article', body: jsonLd.body };
}

type Meta = (...names: readonly string[]) => string | null;

/** The content of the first of some meta tags that the page has, by `property`, `name` or `itemprop`. */
function metaTags(page: Page): Meta {
  const tags = new Map<string, string>();
  for (const tag of page.querySelectorAll('meta')) {
    const name = attribute(tag, 'property') ?? attribute(tag, 'name') ?? attribute(tag, 'itemprop');
    const content = onOneLine(attribute(tag, 'content') ?? '');
    const key = name?.toLowerCase() ?? '';
    if (key !== '' && content !== '' && !tags.has(key)) tags.set(key, content);
  }
  return (...names) => names.map(name => tags.get(name)).find(content => content !== undefined) ?? null;
}

const isAddress = (url: string | null): boolean => url !== null && /^https?:\/\/\S+$/i.test(url);

const linkTo = (page: Page, relation: string): string | null =>
  page.querySelector(`link[rel="${relation}"]`)?.getAttribute('href') ?? null;

const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;

const textOfFirst = (page: Page, selector: string): string | null =>
  onOneLine(page.querySelector(selector)?.textContent ?? '') || null;

/** The headline that readers see, where the page has but one of the first rank. */
function heading(page: Page): string | null {
  const [only, ...others] = page.querySelectorAll('h1');
  return only && others.length === 0 ? onOneLine(only.textContent ?? '') || null : null;
}

/** `Bridge to open in May | The Courier`: the title, and the outlet where that is what stands behind the last rule. */
function splitTitle(written: string, outlet: string | null): readonly [string, string | null] {
  const match = /^(.*\S)\s+(?:[|–—·»]|-{1,2})\s+(\S.*)$/.exec(written);
  if (!match) return [written, null];
  const [, title = '', suffix = ''] = match;
  if (outlet !== null) return [sameWords(suffix, outlet) ? title : written, null];
  return countWords(title) > 3 && countWords(suffix) < 5 ? [title, suffix] : [written, null];
}

const bylineMarks =
  '[rel~="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline, .author-name';

function metaByline(meta: Meta): string | null {
  const names = ['author', 'byl', 'article:author', 'parsely-author', 'dc.creator', 'sailthru.author'];
  return names.map(name => meta(name)).find(name => name !== null && !isAddress(name)) ?? null;
}

const metaDate = (meta: Meta): string | null =>
  [
    ...[
      'article:published_time',
      'og:article:published_time',
      'datepublished',
      'parsely-pub-date',
      'pubdate',
    ],
    ...[
      'publishdate',
      'publish-date',
      'sailthru.date',
      'dc.date.issued',
      'dc.date',
      'dcterms.created',
      'date',
    ],
  ]
    .map(name => toIsoDate(meta(name) ?? ''))
    .find(date => date !== null) ?? null;

/** Dates of other articles stand beside the article: a marked one goes first, then one in it, then an only one. */
function markedDate(page: Page): string | null {
  for (const place of ['[itemprop="datePublished"]', 'time[pubdate]', 'article time', 'main time', 'time']) {
    const dates = [...page.querySelectorAll(place)].map(
      element => toIsoDate(element.getAttribute('datetime') ?? '') ?? toIsoDate(element.textContent ?? ''),
    );
    const [first] = dates;
    if (first && (place !== 'time' || new Set(dates).size === 1)) return first;
  }
  return null;
}
