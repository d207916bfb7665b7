import assert from 'node:assert/strict';
import test from 'node:test';
import { type Article, type TimeExpression, textOf } from '../../src/domain/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { readCases } from '../cases.ts';
import { articleOfLines } from './article.ts';

const parse = createParser();

/** `Monday | date 2024-11-11 | from publication 2024-11-15`; a value that is not settled is `?`. */
function written({ text }: Article, time: TimeExpression): string {
  const anchor = time.anchor ? ` | from ${time.anchor.from} ${time.anchor.date}` : '';
  return `${textOf(text, time)} | ${time.kind} ${time.value ?? '?'}${anchor}`;
}

for (const { name, options, input, expected } of readCases('dates'))
  test(`dates of ${name}`, () => {
    const article = { ...articleOfLines(input), published: options.published ?? null };
    const times = parse(article).times.map(time => written(article, time));
    assert.equal(times.join('\n'), expected);
  });
