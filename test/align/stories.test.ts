import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type Article, createPipeline, type Membership, textOf } from '../../src/index.ts';
import { readCases } from '../cases.ts';

const { readRecord, clustering } = createPipeline();

function articleOf(record: object): Article {
  const read = readRecord({ language: 'en', ...record });
  assert.ok(read.ok);
  return read.article;
}

/** "a (2024-03-04): The text." */
const articlesIn = (input: string): Article[] =>
  input.split(/\n\n+/).map(paragraph => {
    const [, id, published, text] = /^(\w+)(?: \((.*?)\))?: (.*)$/s.exec(paragraph) ?? [];
    return articleOf({ id, published, text });
  });

function together(articles: readonly Article[]): Membership[] {
  const own = clustering();
  for (const article of articles) own.add(article);
  return own.memberships();
}

function oneByOne(articles: readonly Article[]): Membership[] {
  const own = clustering();
  return articles.map(own.place);
}

const storiesOf = (memberships: readonly Membership[]): string =>
  [...Map.groupBy(memberships, ({ story }) => story).values()]
    .map(members => members.map(({ id }) => id).join(' '))
    .join('\n');

for (const { name, input, expected, options } of readCases('stories')) {
  test(`stories, all at once: ${name}`, () => {
    assert.equal(storiesOf(together(articlesIn(input))), expected);
  });
  if (options.ways === 'batch') continue;
  test(`stories, one at a time: ${name}`, () => {
    assert.equal(storiesOf(oneByOne(articlesIn(input))), expected);
  });
}

test('a text that goes round the world is one story', () => {
  const copies = Array.from({ length: 300 }, (_, at) => {
    const [copied] = articlesIn(readCases('stories')[0]!.input);
    return { ...copied!, id: String(at) };
  });
  assert.equal(new Set(together(copies).map(({ story }) => story)).size, 1);
  assert.equal(new Set(oneByOne(copies).map(({ story }) => story)).size, 1);
});

const bridge = articlesIn(readCases('stories')[0]!.input);

test('a story has the same id whatever else is clustered, and in whatever order', () => {
  const [first, other, again] = bridge;
  const all = together([first!, other!, again!]);
  assert.equal(all[0]?.story, together([first!])[0]?.story);
  assert.equal(all[0]?.story, oneByOne([other!, first!, again!])[1]?.story);
  assert.deepEqual(together([first!, other!, again!]), all);
});

test('what an article shares is named with its weight and its place', () => {
  const [first, , again] = together(bridge);
  assert.deepEqual(first?.because.nearest, { ...again?.because.nearest, id: 'c' });
  const { shares } = again!.because;
  assert.deepEqual(
    shares.map(({ weight }) => weight),
    shares.map(({ weight }) => weight).sort((a, b) => b - a),
  );
  assert.ok(shares.some(({ kind, text }) => kind === 'name' && text === 'Dora Pell'));
  for (const { text, span } of shares) assert.equal(textOf(bridge[2]!.text, span!), text);
});

test('what stands in a title apart from the text has no span', () => {
  const text = 'It was shut on Monday, and nobody knows for how long. Buses go another way.';
  const articles = ['1', '2'].map(id => articleOf({ id, title: 'Fenner bridge in Norwick shut', text }));
  const shares = together(articles).flatMap(({ because }) => because.shares);
  assert.ok(shares.some(share => share.text === 'Norwick' && share.span === null));
  assert.ok(shares.some(share => share.span !== null));
});

test('articles that are added later may change the stories of those before', () => {
  const own = clustering();
  own.add(bridge[0]!);
  assert.deepEqual(own.memberships()[0]?.because.nearest, null);
  own.add(bridge[2]!);
  assert.equal(own.memberships()[0]?.because.nearest?.id, 'c');
});

test('odd texts are stories too', () => {
  const words = fc.constantFrom(
    'Norwick',
    'the',
    '’',
    '4',
    '14',
    'March',
    '\n\n',
    '“',
    'é',
    '🙂',
    '-',
    'Pell.',
    '٣',
  );
  fc.assert(
    fc.property(fc.array(fc.array(words, { minLength: 1 }), { maxLength: 8 }), texts => {
      const articles = texts
        .map((text, at) => readRecord({ id: `${at}`, text: text.join(' '), language: 'en' }))
        .flatMap(read => (read.ok ? [read.article] : []));
      for (const memberships of [together(articles), oneByOne(articles)]) {
        assert.deepEqual(
          memberships.map(({ id }) => id),
          articles.map(({ id }) => id),
        );
        for (const [at, { because }] of memberships.entries()) {
          assert.ok(because.articles >= 1 && because.articles <= articles.length);
          for (const { span, weight } of because.shares) {
            assert.ok(weight > 0 && weight <= 1);
            assert.ok(!span || textOf(articles[at]!.text, span).trim() !== '');
          }
        }
      }
    }),
  );
});
