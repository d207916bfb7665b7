import assert from 'node:assert/strict';
import test from 'node:test';
import { textOf } from '../../src/domain/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { readCases } from '../cases.ts';
import { articleOfLines } from './article.ts';

const parse = createParser();

for (const { name, input, expected } of readCases('tokens'))
  test(`tokens of ${name}`, () => {
    const { article, tokens } = parse(articleOfLines(input));
    assert.equal(tokens.map(token => textOf(article.text, token)).join(' | '), expected);
  });

for (const { name, input, expected } of readCases('sentences'))
  test(`sentences of ${name}`, () => {
    const { article, tokens, sentences } = parse(articleOfLines(input));
    const written = sentences.map(({ from, to }) =>
      textOf(article.text, { start: tokens[from]!.start, end: tokens[to - 1]!.end }),
    );
    assert.equal(written.join('\n'), expected);
  });
