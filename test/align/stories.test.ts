import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { makeNews } from '../../lab/bench/made-news.ts';
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

const made = [...makeNews(300)].map(({ article }) => article);

test('articles that are put with their stories are to those after them as if they had been placed', () => {
  const [first, later] = [made.slice(0, 200), made.slice(200)];
  const placed = clustering();
  const restored = clustering();
  for (const article of first) restored.put(article, placed.place(article).story);
  const after = later.map(placed.place);
  assert.ok(after.some(({ because }) => because.articles > 1));
  assert.deepEqual(later.map(restored.place), after);
});

test('a story keeps the key under which its articles were put', () => {
  const own = clustering();
  own.put(bridge[0]!, 'the bridge');
  own.put(bridge[1]!, 'another');
  assert.equal(own.place(bridge[2]!).story, 'the bridge');
});

test('what comes after an article that was moved goes into the story where it is now', () => {
  const own = clustering();
  const { story } = own.place(bridge[0]!);
  own.move('a', 'moved');
  own.move('nobody', 'nowhere');
  const { because, ...again } = own.place(bridge[2]!);
  assert.notEqual(story, 'moved');
  assert.deepEqual([again, because.articles], [{ id: 'c', story: 'moved' }, 2]);
});

test('a new story has a key that no other has had, even where it begins with the same words', () => {
  const { story } = clustering().place(bridge[0]!);
  const own = clustering();
  own.put(bridge[1]!, story);
  const second = own.place(bridge[0]!).story;
  assert.notEqual(second, story);
  const again = clustering();
  again.put(bridge[1]!, story);
  again.move('b', 'elsewhere');
  assert.equal(again.place(bridge[0]!).story, second);
});

test('an article that comes again, as it was or in a new version, stays in its story', () => {
  const own = clustering();
  const { story } = own.place(bridge[0]!);
  own.place(bridge[1]!);
  const again = own.place({ ...bridge[0]!, text: bridge[1]!.text });
  assert.deepEqual([again.story, again.because.articles], [story, 1]);
  own.put(bridge[0]!, 'put again');
  assert.equal(own.place(bridge[2]!).story, 'put again');
});

/** Two events, three accounts of each: what people set right is about them. */
const accountsOf = (event: string, common: string, own: readonly string[]): Article[] =>
  own.map((text, at) =>
    articleOf({ id: `${event}${at}`, published: `2024-03-0${4 + at}`, text: `${common}\n\n${text}` }),
  );
const strikes = accountsOf(
  'strike',
  'Bakers in Eastholm stopped work on Monday over the price of flour, said Petra Lund of the bakers’ union. “Flour costs twice what it did at harvest,” Ms Lund said.',
  [
    'The shops of the old market stayed shut, and the mills offered to talk.',
    'Hospitals in Norwick and Kelby bake for themselves and noticed nothing, Doctor Imre Vass told the radio.',
    'The shops of the old market stayed shut until noon, and the mills offered to talk on Friday.',
  ],
);
const floods = accountsOf(
  'flood',
  'The dam above Westmarch broke in the night and four villages were flooded, Captain Arne Vik of the fire brigade said. “We counted sixty roofs with people on them,” Captain Vik said.',
  [
    'Helicopters flew until dawn.',
    'Helicopters of the army flew until dawn, and the school gave shelter.',
    'The school gave shelter to two hundred, and helicopters flew until dawn.',
  ],
);

test('two stories that a person joined go on as one, though they are not alike', () => {
  const own = clustering();
  const { story } = own.place(strikes[0]!);
  const other = own.place(floods[0]!).story;
  assert.notEqual(story, other);
  own.move(floods[0]!.id, story);
  assert.deepEqual(
    [strikes[1]!, floods[1]!, floods[2]!, strikes[2]!].map(article => own.place(article).story),
    [story, story, story, story],
  );
});

test('an article that a person set apart does not draw what is as like to others', () => {
  const own = clustering();
  const { story } = own.place(strikes[0]!);
  assert.equal(own.place(strikes[1]!).story, story);
  own.move(strikes[1]!.id, 'apart');
  assert.equal(own.place(strikes[2]!).story, story);
  own.move(strikes[1]!.id, story);
  assert.equal(own.place({ ...strikes[2]!, id: 'late' }).because.articles, 4);
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
