import test from 'node:test';
import { createParser } from '../../src/parse/index.ts';
import { readCases } from '../cases.ts';
import { articleOfLines } from './article.ts';
import { checkLine } from './who-is-who.ts';

const parse = createParser();

for (const { name, input, expected } of readCases('coreference'))
  test(`who is who in ${name}`, () => {
    const doc = parse(articleOfLines(input));
    for (const line of expected.split('\n')) checkLine(doc, line);
  });
