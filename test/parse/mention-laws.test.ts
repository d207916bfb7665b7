import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { covers, type Doc } from '../../src/domain/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { articleOfLines } from './article.ts';

const parse = createParser();

/** Pieces that make names, roles, pronouns and quotations, and pieces that break them. */
const piece = fc.constantFrom(
  ...[
    'Ana Rao',
    'Rao',
    'Mr. Lund',
    'Lund',
    'Iran',
    'Iranian',
    'Tehran',
    'the U.N.',
    'United Nations',
    'New York',
  ],
  ...[
    'a U.S. official',
    'the official',
    'two officials',
    'the ministry',
    'its',
    'he',
    'her',
    'They',
    'it',
    'who',
    'which',
  ],
  ...[
    'President-elect',
    '-',
    'elect',
    '’s',
    "'s",
    ',',
    '.',
    '“',
    '”',
    '"',
    ':',
    '(',
    ')',
    '—',
    'said',
    'is',
    'was',
    'as',
    'of',
  ],
  ...[
    'toString',
    '__proto__',
    'constructor',
    '😀',
    '\ud800',
    'שלום',
    'THE',
    'I',
    'we',
    'May 5',
    'Monday',
    '\n',
  ],
);
const strange = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(' ')),
  fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 })
    .map(pieces => pieces.join('')),
);

const keyOf = ({ start, end }: { start: number; end: number }): string => `${start} ${end}`;

function checkLaws({ article, mentions, entities }: Doc): void {
  const whole = { start: 0, end: article.text.length };
  assert.equal(new Set(mentions.map(keyOf)).size, mentions.length, 'no two mentions have one span');
  assert.equal(new Set(entities.map(({ id }) => id)).size, entities.length, 'ids are unique');
  const listed = new Map(entities.map(({ id, mentions: own }) => [id, new Set(own.map(keyOf))]));
  for (const mention of mentions) {
    const { entityId, head, role, start, end } = mention;
    assert.ok(end > start && covers(whole, mention) && covers(mention, head) && head.end > head.start);
    assert.ok(role === null || (covers(mention, role) && role.end <= head.start));
    if (entityId !== null)
      assert.ok(listed.get(entityId)?.has(keyOf(mention)), `${entityId} lists ${keyOf(mention)}`);
  }
  const known = new Map(mentions.map(mention => [keyOf(mention), mention.entityId]));
  for (const { id, ofId, roles, mentions: own } of entities) {
    assert.ok(own.length > 0);
    for (const mention of own) assert.equal(known.get(keyOf(mention)), id);
    for (const role of roles) assert.ok(role.end > role.start && covers(whole, role));
    assert.ok(ofId === null || listed.has(ofId));
  }
}

test('mentions lie in the text, and each is listed by its entity and by no other', () => {
  fc.assert(
    fc.property(strange, text => checkLaws(parse(articleOfLines(text)))),
    { numRuns: 1500 },
  );
});

test('mentions and entities read back from JSON are the same', () => {
  fc.assert(
    fc.property(strange, text => {
      const { mentions, entities } = parse(articleOfLines(text));
      assert.deepEqual(JSON.parse(JSON.stringify({ mentions, entities })), { mentions, entities });
    }),
    { numRuns: 300 },
  );
});

test('strange text is no error: many names, many pronouns, one long sentence', () => {
  for (const text of [
    'Ana Rao '.repeat(3000),
    'he it they '.repeat(3000),
    `${'the official of '.repeat(3000)}Rao said.`,
    'Iran’s '.repeat(3000),
    '“'.repeat(5000),
  ])
    checkLaws(parse(articleOfLines(text)));
});
