import { assemble, type Part } from '../assemble.ts';
import type { Draft } from '../draft.ts';
import { layOut } from '../layout.ts';
import { type Failure, failure } from '../problems.ts';
import { countWords, endsSentence } from '../wording.ts';
import { readFacts } from './facts.ts';
import { bylineAsShown, titleAsShown, withoutFurniture } from './furniture.ts';
import { lightenMarkup, type Markup } from './markup.ts';
import { findArticle, mainElement, type Page, type PageElement, parsePage } from './page.ts';
import { partsIn } from './parts.ts';

/** Finding the article among more nodes would take seconds: the page's main element is then taken as it is. */
const mostToSearch = 10_000;

/** Parsing more nodes would take seconds; the longest page of 5 MB has a third of them. */
const mostToParse = 100_000;

/** Less text than this is an article only where the page says so: error pages have a sentence or two. In UTF-16 units. */
const shortest = 140;

/**
 * The article of a web page, without menus, captions, pointers to other articles and advertising; its title, byline, date,
 * outlet and address from JSON-LD, OpenGraph and other tags. Costs some 20 ms a page, and 200 ms for the first.
 */
export function readPage(file: string): { readonly ok: true; readonly draft: Draft } | Failure {
  const markup = lightenMarkup(file);
  if (markup.nodes > mostToParse) return noArticle();
  const page = parsePage(markup.html);
  const { facts: said, body, saysArticle } = readFacts(page);
  const found = partsIn(articleIn(page, markup));
  const facts = {
    ...said,
    title: titleAsShown(said.title, found),
    byline: said.byline ?? bylineAsShown(found),
  };
  const shown = withoutFurniture(found, facts);
  const parts = lengthOf(shown) * 2 < (body?.length ?? 0) ? partsOfText(body!) : shown;
  const isArticle = parts.some(isSentence) && (saysArticle || lengthOf(parts) >= shortest);
  return isArticle ? { ok: true, draft: assemble(parts, facts) } : noArticle();
}

/** Where the finder finds nothing, or fails on broken markup, the page's main element is taken as it is. */
function articleIn(page: Page, { html, nodes }: Markup): PageElement {
  if (nodes > mostToSearch) return mainElement(page);
  try {
    return findArticle(page) ?? mainElement(parsePage(html));
  } catch {
    return mainElement(parsePage(html));
  }
}

const lengthOf = (parts: readonly Part[]): number => parts.reduce((sum, { text }) => sum + text.length, 0);

const isSentence = ({ kind, text }: Part): boolean =>
  kind !== 'heading' && endsSentence(text) && countWords(text) > 5;

const partsOfText = (text: string): Part[] =>
  layOut(text).map(({ start, end, kind }) => ({ kind, text: text.slice(start, end), isBold: false }));

const noArticle = (): Failure =>
  failure(
    'no-article',
    'a web page in which no article is found',
    'save the article’s own page once it is shown whole, or its text alone',
  );
