import { toIsoDate } from '../dates.ts';
import { onOneLine } from '../wording.ts';
import { decodeReferences, type Page } from './page.ts';

/** What schema.org's markup says of an article; null for what it does not say. */
export type JsonLdArticle = {
  readonly isPresent: boolean;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** The article's whole text, which some pages give for machines alone. */
  readonly body: string | null;
};

type Thing = Readonly<Record<string, unknown>>;

/** From the first `NewsArticle` or other kind of article or posting, in lists and `@graph`s too. Broken JSON is passed over. */
export function readJsonLd(page: Page): JsonLdArticle {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json" i]')];
  const things = scripts.flatMap(script => thingsIn(parseLoosely(script.textContent ?? '')));
  const found = things.find(isArticle);
  const article = found ?? {};
  const byId = new Map(things.map(thing => [thing['@id'], thing]));
  const named = (value: unknown): string | null =>
    nameOf(byId.get(asThing(value)?.['@id']) ?? value) ?? nameOf(value);
  const authors = listOf(article.author ?? article.creator)
    .map(named)
    .filter(name => name !== null);
  const mainPage = article.mainEntityOfPage;
  return {
    isPresent: found !== undefined,
    title: textOf(article.headline) ?? textOf(article.name),
    outlet: named(article.publisher),
    byline: authors.length > 0 ? new Intl.ListFormat('en-GB').format(authors) : null,
    published: toIsoDate(textOf(article.datePublished) ?? ''),
    url: textOf(article.url) ?? textOf(mainPage) ?? textOf(asThing(mainPage)?.['@id']),
    body: bodyOf(article.articleBody),
  };
}

/** Pages put comment marks around the JSON, and line breaks into its strings. */
function parseLoosely(script: string): unknown {
  const json = script.replace(
    /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g,
    '',
  );
  try {
    return JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' '));
  } catch {
    return null;
  }
}

/** The things in a script, in order: lists and graphs are opened, other nesting is not. */
function thingsIn(value: unknown): Thing[] {
  const things: Thing[] = [];
  const open: unknown[] = [value];
  while (open.length > 0 && things.length < 1000) {
    const next = open.pop();
    if (Array.isArray(next)) open.push(...next.slice(0, 1000).reverse());
    const thing = asThing(next);
    if (thing) things.push(thing);
    if (thing?.['@graph']) open.push(thing['@graph']);
  }
  return things;
}

const asThing = (value: unknown): Thing | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Thing) : null;

const isArticle = (thing: Thing): boolean =>
  listOf(thing['@type']).some(type => typeof type === 'string' && /(?:Article|Posting)$/.test(type));

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const nameOf = (value: unknown): string | null => textOf(value) ?? textOf(asThing(value)?.name);

/** Many pages write character references into their JSON. */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? onOneLine(decodeReferences(value)) || null : null;

const bodyOf = (value: unknown): string | null =>
  typeof value === 'string' ? decodeReferences(value) : null;
