import assert from 'node:assert/strict';
import { once } from 'node:events';
import test from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Article } from '../../src/domain/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { readCases } from '../cases.ts';
import { articleOfLines } from './article.ts';

const inputs = [...readCases('tokens'), ...readCases('sentences')].map(({ input }) => input);

/** Articles of several paragraphs each. */
const articles: readonly Article[] = Array.from({ length: 40 }, (_, index) =>
  articleOfLines(inputs.filter((_, at) => at % 40 === index).join('\n'), `article-${index}`),
);

/** In an order that is mixed, and the same in every run. */
const shuffled = (seed: number): Article[] =>
  articles.map((_, index) => articles[(index * 7 + seed) % articles.length]!);

const parsedInOrder = (order: readonly Article[]): Map<string, string> => {
  const parse = createParser();
  return new Map(order.map(article => [article.id, JSON.stringify(parse(article))]));
};

const expected = parsedInOrder(articles);

test('articles give the same Docs byte for byte in any order', () => {
  for (const seed of [3, 17, 29]) {
    const found = parsedInOrder(shuffled(seed));
    for (const { id } of articles) assert.equal(found.get(id), expected.get(id));
  }
});

test('one parser gives the same Docs the second time', () => {
  const parse = createParser();
  for (const article of [...articles, ...shuffled(11)])
    assert.equal(JSON.stringify(parse(article)), expected.get(article.id));
});

test('a worker gives the same Docs', async () => {
  const order = shuffled(5);
  const worker = new Worker(new URL('./parse-in-worker.ts', import.meta.url), { workerData: order });
  const [docs] = (await once(worker, 'message')) as [string[]];
  assert.deepEqual(
    docs,
    order.map(({ id }) => expected.get(id)),
  );
});
