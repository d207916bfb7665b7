import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { textOf } from '../../src/domain/index.ts';
import { readArticle } from '../../src/read/index.ts';

const read = (name: string, page?: string) =>
  readArticle({ name, bytes: page === undefined ? pageBytes(name) : new TextEncoder().encode(page) });

const pageBytes = (name: string) => readFileSync(new URL(`./pages/${name}`, import.meta.url));

function articleOf(name: string, page?: string) {
  const result = read(name, page);
  assert.ok(result.ok, result.ok ? '' : result.problem.reason);
  return result.article;
}

test('page: a graph of JSON-LD gives headline, both authors, date and address', () => {
  const article = articleOf('graph.html');
  assert.equal(article.title, 'Harbour bridge ‘safe’ to reopen, inspectors say');
  assert.equal(article.byline, 'Maud Ellery and Tom Ashe');
  assert.equal(article.published, '2025-04-02T06:30:00+01:00');
  assert.equal(article.url, 'https://courier.example/2025/04/harbour-bridge-reopen/');
});

test('page: the outlet is the name for readers, not the company', () => {
  assert.equal(articleOf('graph.html').outlet, 'Northshire Courier');
});

test('page: the text is the article, without what stands around and between', () => {
  const { text, blocks } = articleOf('graph.html');
  assert.deepEqual(
    blocks.map(block => `${block.kind} ${textOf(text, block).slice(0, 22)}`),
    [
      'title Harbour bridge ‘safe’ ',
      'paragraph The Harbour Bridge, cl',
      'paragraph Inspectors found “no l',
      'heading “Months of detours”',
      'paragraph Shopkeepers on the sou',
      'quotation We regret what the clo',
      'paragraph The barge’s owner, Tid',
      'list-item Cars and buses: from 1',
      'list-item Lorries: not before au',
      'paragraph A spokesman for the po',
    ],
  );
});

test('page: references are decoded, and signs for the browser are left out', () => {
  const { text } = articleOf('graph.html');
  assert.match(text, /on 12 May/);
  assert.match(text, /£2\.4m/);
  assert.match(text, /harbourmaster/);
});

test('page: blocks stand apart by a blank line, list items by a line break', () => {
  const { text } = articleOf('graph.html');
  assert.match(text, /12 May\nLorries/);
  assert.match(text, /inspectors say\n\nThe Harbour Bridge/);
});

test('page: byline and age above the article are not its text', () => {
  const { text, published, byline } = articleOf('blocks.html');
  assert.equal(published, '2025-01-18T22:41:09Z');
  assert.equal(byline, 'Island News');
  assert.ok(text.includes("'Waves like houses'"));
  assert.doesNotMatch(text, /hours ago|Ingrid|left port|More on this|airports/);
});

test('page: tables, fonts and double line breaks of an old page', () => {
  const { title, byline, published, text, blocks } = articleOf('tables.html');
  assert.equal(title, 'Mill fire was set, marshal says');
  assert.equal(byline, 'Frank Dolan');
  assert.equal(published, '2003-02-10T09:15:00Z');
  assert.equal(blocks.length, 6);
  assert.ok(text.endsWith('The mill closed in 1998 & has stood empty since.'));
});

test('page: text that only machines are given', () => {
  const { outlet, published, text, blocks } = articleOf('machine-text.html');
  assert.equal(outlet, 'The Daily Ledger');
  assert.equal(published, '2025-03-09');
  assert.equal(blocks.length, 4);
  assert.match(text, /“I asked a question, nothing more,”/);
});

test('page: a front page has no article', () => {
  const result = read('front-page.html');
  assert.equal(result.ok ? '' : result.problem.code, 'no-article');
});

const sentence = 'The bridge, which was closed in March, will open again in May, the mayor said on Monday.';
const paragraphs = (count: number): string => `<p>${sentence}</p>`.repeat(count);

test('page: an error page has no article', () => {
  const page =
    '<!doctype html><html><body><h1>Not found</h1><p>The page you look for is not here.</p></body></html>';
  const result = read('error.html', page);
  assert.equal(result.ok ? '' : result.problem.code, 'no-article');
});

test('page: thousands of nested elements do not hide the article', () => {
  const page = `<html><body>${'<div>'.repeat(20_000)}${paragraphs(20)}${'</div>'.repeat(20_000)}</body></html>`;
  assert.equal(articleOf('deep.html', page).blocks.length, 20);
});

test('page: thousands of paragraphs all come through', () => {
  const page = `<html><body><article>${paragraphs(15_000)}</article></body></html>`;
  assert.equal(articleOf('wide.html', page).blocks.length, 15_000);
});

for (const [what, tag] of [
  ['divisions', '<div>'],
  ['list items', '<li>'],
  ['cells', '<td>'],
  ['bold', '<b>'],
  ['quotations', '<blockquote>'],
  ['comments', '<!--'],
  ['drawings', '<svg>'],
  ['tags cut short', '<div class="a'],
] as const)
  test(`page: ${what} that never end are read without an error`, () => {
    const page = `<html><body>${paragraphs(5)}${tag.repeat(5_000)}${sentence}</body></html>`;
    assert.match(articleOf('broken.html', page).text, /^The bridge/);
  });
