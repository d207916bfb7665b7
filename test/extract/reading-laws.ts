import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CharSpan, Reading, Source } from '../../src/domain/index.ts';

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
/** Text that is news at its start and anything after it. */
export const readable = oddText.map(text => `The mayor said so. ${text}`);

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

export function assertSpansLieInText(reading: Reading): void {
  for (const { start, end } of allSpans(reading))
    assert.ok(0 <= start && start < end && end <= reading.article.text.length);
}

export function assertIdsPointToWhatIsThere({ statements, entities }: Reading): void {
  const ids = new Set(statements.map(({ id }) => id));
  const cast = new Set(entities.map(({ id }) => id));
  assert.equal(ids.size, statements.length);
  assert.equal(cast.size, entities.length);
  for (const { insideId, source, via } of statements) {
    assert.ok(insideId === null || ids.has(insideId));
    for (const each of source ? [source, ...via] : via) assert.ok(!each.entityId || cast.has(each.entityId));
  }
}

export function assertStatementsAreInOrder({ statements }: Reading): void {
  const starts = statements.map(({ source, cue, content }) =>
    Math.min(...[...(source?.spans ?? []), ...cue, ...content].map(({ start }) => start)),
  );
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => a - b),
  );
  for (const { confidence } of statements) assert.ok(confidence > 0 && confidence <= 1);
}
