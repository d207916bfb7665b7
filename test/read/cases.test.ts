import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Article, textOf } from '../../src/domain/index.ts';
import { readArticle } from '../../src/read/index.ts';
import { readCases } from '../cases.ts';

for (const { name, options, input, expected } of readCases('read'))
  test(`read: ${name}`, () => {
    const file = options.file ?? 'account.txt';
    const result = readArticle({ name: file, bytes: new TextEncoder().encode(input) });
    assert.ok(result.ok, result.ok ? '' : result.problem.reason);
    assert.equal(shown(result.article), expected);
  });

function shown(article: Article): string {
  const facts = (['title', 'outlet', 'byline', 'published', 'url'] as const)
    .filter(fact => article[fact] !== null && article[fact] !== 'account')
    .map(fact => `${fact} ${article[fact]}`);
  const blocks = article.blocks.map(
    block => `${block.kind}: ${textOf(article.text, block).replaceAll('\n', '↵')}`,
  );
  return [...facts, ...blocks].join('\n');
}
