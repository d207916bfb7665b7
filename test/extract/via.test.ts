import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPipeline } from '../../src/pipeline.ts';
import { readingOf } from './rendering.ts';

const chains = (text: string): string[] =>
  readingOf(text).statements.map(({ source, via }) =>
    [source, ...via].map(each => each?.text ?? '-').join(' < '),
  );

test('what an outlet reports another to have said comes via the outlet', () => {
  assert.deepEqual(chains('The Courier reported that the bank had warned that its reserves were low.'), [
    'The Courier',
    'the bank < The Courier',
  ]);
});

test('whom an outlet cites for its report stands behind the outlet', () => {
  const [first] = chains('The Harbour Courier, citing two aides, reported that the envoy had left.').filter(
    chain => chain.includes('<'),
  );
  assert.equal(first, 'The Harbour Courier < two aides');
});

test('a claim inside a charge keeps both and points to the charge', () => {
  const { statements } = readingOf('Prosecutors charged a man who claimed a friend had lent him the van.');
  assert.equal(statements.length, 2);
  assert.equal(statements[1]?.insideId, statements[0]?.id);
  assert.equal(statements[1]?.source?.kind, 'anonymous');
});

test('a headline and its text mean one official', () => {
  const text =
    '# Norwegian official says pier will open\n\nThe pier will open in May, a Norwegian official briefed on the works said on Friday.\n';
  const { read, parse, extract } = createPipeline();
  const result = read({ name: 'pier.md', bytes: new TextEncoder().encode(text) });
  assert.ok(result.ok);
  const { entities, statements } = extract(parse(result.article));
  assert.equal(statements.length, 2);
  assert.deepEqual(
    entities.map(({ kind, mentions }) => [kind, mentions.length]),
    [['anonymous', 2]],
  );
});
