import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import type { Article } from '../../src/domain/index.ts';
import { markedBlocks } from '../../src/report/html/marked-text.ts';

const article = (text: string): Article => ({
  ...empty,
  text,
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
});
const empty: Omit<Article, 'text' | 'blocks'> = {
  id: 'a',
  url: null,
  outlet: null,
  title: null,
  byline: null,
  published: null,
  fetched: null,
  language: 'en',
};

const mark = (start: number, end: number) => ({
  id: `w${start}-${end}`,
  start,
  end,
  standing: null,
  isSaid: true,
  backs: [],
  classes: [],
});

test('marked text: of two marks that cross, the later is cut', () => {
  const [block] = markedBlocks(article('one two three'), [mark(0, 7), mark(4, 13)]);
  assert.equal(
    block?.markup,
    '<p class="block"><span id="w0-7" class="said">one <span id="w4-13" class="said">two</span></span><span class="said"> three</span></p>\n',
  );
});

test('marked text: a heading is below the title, or stands where the title would', () => {
  const blocks = [
    { kind: 'title', start: 0, end: 3 },
    { kind: 'heading', start: 4, end: 7 },
  ] as const;
  const levels = (shown: readonly Article['blocks'][number][]) =>
    markedBlocks({ ...empty, text: 'one two', blocks: shown }, []).map(({ markup }) => markup.slice(1, 3));
  assert.deepEqual(levels(blocks), ['h4', 'h5']);
  assert.deepEqual(levels(blocks.slice(1)), ['h4']);
});

test('marked text: whatever is marked, the text stays and every mark has one place', () => {
  const text = 'a<b & c"d e\'f';
  const span = fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length }))
    .map(([start, length]) => mark(start, Math.min(text.length, start + length)));
  fc.assert(
    fc.property(fc.uniqueArray(span, { selector: ({ id }) => id }), marks => {
      const { document } = parseHTML(
        `<html><body>${markedBlocks(article(text), marks)[0]!.markup}</body></html>`,
      );
      assert.equal(document.querySelector('p')!.textContent, text);
      for (const { id } of marks) assert.equal(document.querySelectorAll(`#${id}`).length, 1);
    }),
  );
});
