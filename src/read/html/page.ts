import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** As much of the DOM as reading a page takes. */
export type PageNode = {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
};
export type PageElement = PageNode & {
  readonly localName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
};
export type Page = PageElement & { readonly body: PageElement };

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

export const isWords = (node: PageNode): boolean => node.nodeType === 3;

/** Old pages write names of attributes in capitals, which the parser keeps. */
export const attribute = (element: PageElement, name: string): string | null =>
  element.getAttribute(name) ?? element.getAttribute(name.toUpperCase());

/** The parser is loaded when a page is first read, since that takes longer than reading it. */
export function parsePage(html: string): Page {
  const { parseHTML } = require('linkedom') as { parseHTML(html: string): { readonly document: Page } };
  const whole = /<body[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  return parseHTML(whole).document;
}

/** The element that holds the article, by the method of Firefox's reader view; null where it finds none. Changes the page. */
export function findArticle(page: Page): PageElement | null {
  const { Readability } = require('@mozilla/readability') as typeof import('@mozilla/readability');
  const options = { serializer: (content: unknown) => content as PageElement, disableJSONLD: true };
  return new Readability<PageElement>(page as never, options).parse()?.content ?? null;
}

/** What holds the article as far as the page says. */
export const mainElement = (page: Page): PageElement =>
  page.querySelector('article') ?? page.querySelector('main') ?? page.body;

/** `AT&amp;T` is AT&T. */
export const decodeReferences = (text: string): string =>
  text.includes('&') ? (parsePage(text.replaceAll('<', '&lt;')).body.textContent ?? '') : text;
