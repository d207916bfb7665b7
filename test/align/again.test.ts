import { equal, notEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type AccountInput, createAligner } from '../../src/align/index.ts';
import { createExtractor } from '../../src/extract/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { readArticle } from '../../src/read/index.ts';

const folder = new URL('../../examples/iran-musk-meeting/', import.meta.url);
const parse = createParser();
const extract = createExtractor();

/** The example's accounts, read anew each time. */
const readAll = (): AccountInput[] =>
  readdirSync(folder)
    .filter(name => /^\d.*\.md$/.test(name))
    .map(name => {
      const result = readArticle({ name, bytes: readFileSync(new URL(name, folder)) });
      if (!result.ok) throw new Error(name);
      const doc = parse(result.article);
      return { doc, reading: extract(doc) };
    });

const afresh = (inputs: readonly AccountInput[]): string => JSON.stringify(createAligner()(inputs));

test('an account tells the same whatever stories it has stood in before', () => {
  const align = createAligner();
  const inputs = readAll();
  const subsets = inputs.map((_, at) => inputs.toSpliced(at, 1));
  for (const some of [...subsets, inputs.toReversed(), inputs])
    equal(JSON.stringify(align(some)), afresh(some));
});

test('an account that is read anew takes nothing from how it was read before', () => {
  const align = createAligner();
  const inputs = readAll();
  const before = JSON.stringify(align(inputs));
  const silent = inputs.map(({ doc, reading }) => ({ doc, reading: { ...reading, statements: [] } }));
  const [first, ...others] = inputs as [AccountInput, ...AccountInput[]];
  const words = { ...first.doc, times: [] };
  const undated = [{ doc: words, reading: first.reading }, ...others];
  for (const changed of [silent, undated]) {
    notEqual(JSON.stringify(align(changed)), before);
    equal(JSON.stringify(align(changed)), afresh(changed));
  }
  equal(JSON.stringify(align(inputs)), before);
});
