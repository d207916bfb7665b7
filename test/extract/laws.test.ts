import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CharSpan, Reading, Source } from '../../src/domain/index.ts';
import { readingOf } from './rendering.ts';

const pieces = [
  '“',
  '”',
  '"',
  "''",
  "'",
  '‘',
  '’',
  ',',
  '.',
  ':',
  ';',
  '—',
  '(',
  ')',
  '\n\n',
  '\u0000',
  '\ud800',
  '\ufeff',
  '🙂',
  'said',
  'Ana Rao',
  'the official',
  'who',
  'according to',
  'denied',
  'that',
  'reportedly',
  'declined to comment',
  'on condition of anonymity',
  'because',
  'a source',
  'familiar with',
  'Reuters',
  'first reported by',
  'The Courier',
  'he',
  'it',
  'and',
  'The bridge fell',
  'is expected to',
  'told',
];
const oddText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(parts => parts.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const readable = oddText.map(text => `The mayor said so. ${text}`);

const spansOf = (source: Source): CharSpan[] => [
  ...source.spans,
  ...[source.description, source.basis, source.anonymity?.terms, source.anonymity?.reason].filter(
    span => span != null,
  ),
];

function allSpans({ statements, entities, credits }: Reading): CharSpan[] {
  const inStatements = statements.flatMap(({ source, cue, content, hedges, via }) => [
    ...cue,
    ...content,
    ...hedges,
    ...via.flatMap(spansOf),
    ...(source ? spansOf(source) : []),
  ]);
  return [
    ...inStatements,
    ...entities.flatMap(({ description, mentions }) => [description, ...mentions]),
    ...credits.flatMap(({ span }) => span ?? []),
  ];
}

test('every span of a reading of odd text is in the text and not empty', () => {
  fc.assert(
    fc.property(readable, text => {
      const reading = readingOf(text);
      for (const { start, end } of allSpans(reading))
        assert.ok(0 <= start && start < end && end <= reading.article.text.length);
    }),
  );
});

test('ids are unique in a reading of odd text, and what points to one finds it', () => {
  fc.assert(
    fc.property(readable, text => {
      const { statements, entities } = readingOf(text);
      const ids = new Set(statements.map(({ id }) => id));
      const cast = new Set(entities.map(({ id }) => id));
      assert.equal(ids.size, statements.length);
      assert.equal(cast.size, entities.length);
      for (const { insideId, source } of statements) {
        assert.ok(insideId === null || ids.has(insideId));
        assert.ok(!source?.entityId || cast.has(source.entityId));
      }
    }),
  );
});

test('a reading of odd text is the same after JSON, and the same again', () => {
  fc.assert(
    fc.property(readable, text => {
      const reading = readingOf(text);
      assert.deepEqual(JSON.parse(JSON.stringify(reading)), reading);
      assert.deepEqual(readingOf(text), reading);
    }),
  );
});

test('statements of odd text stand in the order of the text, each with confidence from 0 to 1', () => {
  fc.assert(
    fc.property(readable, text => {
      const starts = readingOf(text).statements.map(({ source, cue, content }) =>
        Math.min(...[...(source?.spans ?? []), ...cue, ...content].map(({ start }) => start)),
      );
      assert.deepEqual(
        starts,
        [...starts].sort((a, b) => a - b),
      );
      for (const { confidence } of readingOf(text).statements) assert.ok(confidence > 0 && confidence <= 1);
    }),
  );
});
