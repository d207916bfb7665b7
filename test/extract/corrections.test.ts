import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Article,
  createPipeline,
  findPlace,
  type QuotedPlace,
  type Reading,
  type SourceKind,
  type Statement,
  sourceKinds,
} from '../../src/index.ts';
import {
  assertIdsPointToWhatIsThere,
  assertSpansLieInText,
  assertStatementsAreInOrder,
  readable,
} from './reading-laws.ts';

const { align, correct, extract, parse, readRecord } = createPipeline();

function articleOf(text: string): Article {
  const read = readRecord({ id: 'pier', language: 'en', text });
  assert.ok(read.ok);
  return read.article;
}

const read = (text: string): Reading => extract(parse(articleOf(text)));

const placeIn = ({ article }: Reading, words: string): QuotedPlace => {
  const start = article.text.indexOf(words);
  assert.ok(start >= 0, words);
  return { articleId: article.id, start, end: start + words.length, words };
};

/** “content” by “speaker”, in words of the reading. */
const speaks = (reading: Reading, content: string, speaker: string, kind: SourceKind = 'person') => ({
  statement: placeIn(reading, content),
  speaker: { place: placeIn(reading, speaker), kind },
});

const saying = (reading: Reading, words: string): Statement => {
  const found = reading.statements.find(({ content }) =>
    content.some(({ start, end }) => reading.article.text.slice(start, end) === words),
  );
  assert.ok(found, words);
  return found;
};

const pier = read(
  'The mayor, Ana Rao, met Tom Lund at the pier. “It will open in May,” Rao said. Lund denied that it was late.',
);
const opening = '“It will open in May,”';

test('a statement has the speaker that a person gives it, with all that is known of who that is', () => {
  const before = saying(pier, opening);
  const { reading, applied } = correct(pier, [speaks(pier, opening, 'Tom Lund')]);
  const after = saying(reading, opening);
  const lund = saying(reading, 'that it was late').source;
  assert.deepEqual(applied, [true]);
  assert.equal(after.source?.text, 'Tom Lund');
  assert.deepEqual([after.source?.entityId, after.source?.name], [lund?.entityId, 'Tom Lund']);
  assert.deepEqual([after.madeBy, after.confidence, after.id], ['correction/1', 1, before.id]);
});

test('whoever does not speak any more is no entity of the reading, and whoever speaks now has a mention there', () => {
  const { entities } = correct(pier, [speaks(pier, opening, 'Tom Lund')]).reading;
  assert.deepEqual(
    entities.map(({ name, mentions }) => [name, mentions.length]),
    [['Tom Lund', 2]],
  );
});

test('words that no source had before make a new entity of the kind that is given', () => {
  const reading = read(
    'Three engineers of Harbour Works looked at the pier. It was closed for good, they said.',
  );
  const content = 'It was closed for good';
  const { reading: corrected } = correct(reading, [
    speaks(reading, content, 'Harbour Works', 'organisation'),
  ]);
  const { source } = saying(corrected, content);
  const entity = corrected.entities.find(({ id }) => id === source?.entityId);
  assert.deepEqual(
    [source?.kind, source?.name, source?.text],
    ['organisation', 'Harbour Works', 'Harbour Works'],
  );
  assert.deepEqual([entity?.kind, entity?.mentions], ['organisation', source?.spans]);
});

test('a speaker of no known kind is of the kind that its words tell, and a pronoun may be anybody', () => {
  const reading = read(
    'Ana Rao and Mia Vale met two aides of Tom Lund at the pier. She waited. “It will open in May,” a guard said.',
  );
  const speakerOf = (words: string) => {
    const { reading: corrected } = correct(reading, [speaks(reading, opening, words, 'unknown')]);
    const { kind, entityId } = saying(corrected, opening).source!;
    return [kind, corrected.entities.find(({ id }) => id === entityId)?.kind];
  };
  assert.deepEqual(speakerOf('Tom Lund'), ['person', 'person']);
  assert.deepEqual(speakerOf('She'), ['unknown', undefined]);
});

test('an anonymous speaker has no name and says nothing of its terms', () => {
  const { reading } = correct(pier, [speaks(pier, opening, 'The mayor', 'anonymous')]);
  const { source } = saying(reading, opening);
  assert.equal(source?.name, null);
  assert.deepEqual(source?.anonymity, { terms: null, reason: null });
});

test('a statement of which nobody can be told to be the speaker has none', () => {
  const { reading, applied } = correct(pier, [{ statement: placeIn(pier, opening), speaker: null }]);
  assert.deepEqual(applied, [true]);
  assert.equal(saying(reading, opening).source, null);
  assert.deepEqual(
    reading.entities.map(({ name }) => name),
    ['Tom Lund'],
  );
});

test('of two corrections of one statement the last holds, and one made twice is made once', () => {
  const wishes = [{ statement: placeIn(pier, opening), speaker: null }, speaks(pier, opening, 'Tom Lund')];
  const once = correct(pier, wishes.slice(1)).reading;
  assert.deepEqual(correct(pier, wishes).reading.statements, once.statements);
  assert.deepEqual(correct(once, wishes.slice(1)).reading, once);
});

test('a refusal is found by its cue, as it has no content', () => {
  const reading = read('Ana Rao met Tom Lund on the pier on Monday. Rao declined to comment.');
  const { applied, reading: corrected } = correct(reading, [
    speaks(reading, 'declined to comment', 'Tom Lund'),
  ]);
  assert.deepEqual(applied, [true]);
  assert.deepEqual(
    corrected.statements.map(({ source, stance }) => [source?.name, stance]),
    [['Tom Lund', 'declines-to-comment']],
  );
});

test('in another version of the article the words are found where they stand now', () => {
  const later = read(`Snow fell on the town. ${pier.article.text}`);
  const { applied, reading } = correct(later, [speaks(pier, opening, 'Tom Lund')]);
  assert.deepEqual(applied, [true]);
  assert.equal(saying(reading, opening).source?.name, 'Tom Lund');
});

test('a correction of what the article does not say any more changes nothing', () => {
  const later = read(pier.article.text.replace('in May', 'in June').replace('Tom Lund', 'Ms Vale'));
  const wishes = [
    speaks(pier, opening, 'Ana Rao'),
    speaks(pier, 'that it was late', 'Tom Lund'),
    { ...speaks(pier, opening, 'Rao'), statement: { ...placeIn(pier, opening), articleId: 'another' } },
  ];
  assert.deepEqual(correct(later, wishes), { reading: later, applied: [false, false, false] });
});

test('what is said inside a statement comes by way of the speaker that it is given', () => {
  const reading = read(
    'Ana Rao read The Courier on Monday. The Courier reported that the bank had warned that its reserves were low.',
  );
  const content = 'that the bank had warned that its reserves were low';
  const chains = ({ statements }: Reading): (string | null | undefined)[][] =>
    statements.map(({ source, via }) => [source, ...via].map(each => each?.text));
  assert.deepEqual(chains(reading), [['The Courier'], ['the bank', 'The Courier']]);
  const given = correct(reading, [speaks(reading, content, 'Ana Rao')]).reading;
  assert.deepEqual(chains(given), [['Ana Rao'], ['the bank', 'Ana Rao']]);
  const taken = correct(reading, [{ statement: placeIn(reading, content), speaker: null }]).reading;
  assert.deepEqual(chains(taken), [[undefined], ['the bank']]);
});

test('a corrected reading is aligned as any other', () => {
  const { reading } = correct(pier, [speaks(pier, opening, 'Tom Lund')]);
  const copy: Reading = JSON.parse(JSON.stringify(reading));
  assert.deepEqual(align([reading]), align([copy]));
  assert.deepEqual(
    align([reading]).cast.map(({ name }) => name),
    ['Tom Lund'],
  );
});

test('what stands between a statement and the words that name its speaker is told as before', () => {
  const reading = read(
    'Tom Lund came to Norwick on Sunday night. Two hundred people work at the yard. Ana Rao denied that the yard would close.',
  );
  const denial = 'that the yard would close';
  const told = (given: Reading): string[] =>
    align([given]).claims.map(({ wording: { start, end } }) => given.article.text.slice(start, end));
  const before = told(reading);
  assert.deepEqual(
    told(correct(reading, [speaks(reading, denial, 'Tom Lund')]).reading).slice(1),
    before.slice(1),
  );
});

test('words are found at their place, else where they stand nearest to it, else nowhere', () => {
  const place = (start: number, words: string) => ({
    articleId: 'a',
    start,
    end: start + words.length,
    words,
  });
  const text = 'Rao met Lund. Rao left.';
  assert.deepEqual(findPlace(text, place(14, 'Rao')), { start: 14, end: 17 });
  assert.deepEqual(findPlace(text, place(6, 'Rao')), { start: 0, end: 3 });
  assert.deepEqual(findPlace(text, place(9, 'Rao')), { start: 14, end: 17 });
  assert.deepEqual(findPlace(text, place(900, 'Lund')), { start: 8, end: 12 });
  assert.equal(findPlace(text, place(0, 'Vale')), null);
  assert.equal(findPlace(text, place(0, '')), null);
});

const wish = fc.record({
  statement: fc.nat(20),
  start: fc.nat(200),
  length: fc.integer({ min: 1, max: 30 }),
  kind: fc.option(fc.constantFrom(...sourceKinds)),
});

test('a reading of odd text with any speakers keeps the laws of readings', () => {
  fc.assert(
    fc.property(readable, fc.array(wish, { minLength: 1, maxLength: 4 }), (text, wishes) => {
      const reading = read(text);
      const place = (start: number, end: number): QuotedPlace => {
        const words = reading.article.text.slice(start, end);
        return { articleId: reading.article.id, start, end, words };
      };
      const speakers = wishes.flatMap(({ statement, start, length, kind }) => {
        const own = reading.statements[statement % Math.max(1, reading.statements.length)];
        const span = own?.content[0] ?? own?.cue[0];
        const from = start % reading.article.text.length;
        return span
          ? [
              {
                statement: place(span.start, span.end),
                speaker: kind && { place: place(from, from + length), kind },
              },
            ]
          : [];
      });
      const { reading: corrected, applied } = correct(reading, speakers);
      assert.equal(applied.length, speakers.length);
      assertSpansLieInText(corrected);
      assertIdsPointToWhatIsThere(corrected);
      assertStatementsAreInOrder(corrected);
      assert.deepEqual(JSON.parse(JSON.stringify(corrected)), corrected);
    }),
  );
});
