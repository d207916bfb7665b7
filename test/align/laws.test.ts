import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type AccountInput, createAligner, followStory } from '../../src/align/index.ts';
import {
  type Article,
  type CharSpan,
  type Passage,
  type Source,
  type Statement,
  type Story,
  sourceKinds,
  stances,
} from '../../src/domain/index.ts';
import { createParser } from '../../src/parse/index.ts';

const align = createAligner();
const parse = createParser();

const words =
  'Iran Musk met the envoy denied said 12 14 people “ ” , . ; which not reportedly on Monday Ms Rao ferry sank'.split(
    ' ',
  );
const odd = fc.string({ unit: 'binary', maxLength: 30 });
const sentence = fc.array(fc.constantFrom(...words), { maxLength: 25 }).map(each => each.join(' '));
const paragraphs = fc.array(fc.oneof({ weight: 5, arbitrary: sentence }, odd), { maxLength: 5 });

function articleFrom(id: string, paragraphs: readonly string[], published: string | null): Article {
  const text = paragraphs.join('\n\n');
  let at = 0;
  const blocks = paragraphs.flatMap(paragraph => {
    const start = at + paragraph.length - paragraph.trimStart().length;
    const end = start + paragraph.trim().length;
    at += paragraph.length + 2;
    return end > start ? [{ start, end, kind: 'paragraph' as const }] : [];
  });
  return {
    id,
    url: null,
    outlet: id,
    title: null,
    byline: null,
    published,
    fetched: null,
    language: 'en',
    text,
    blocks,
  };
}

/** Statements of any stance at any place, as an extractor in a bad hour might give them. */
type Wild = {
  readonly places: readonly number[];
  readonly stance: number;
  readonly kind: number;
  readonly empty: boolean;
};
const wild: fc.Arbitrary<Wild> = fc.record({
  places: fc.array(fc.nat(400), { minLength: 6, maxLength: 6 }),
  stance: fc.nat(stances.length - 1),
  kind: fc.nat(sourceKinds.length - 1),
  empty: fc.boolean(),
});

function statementFrom({ places, stance, kind, empty }: Wild, index: number, length: number): Statement {
  const span = (a: number, b: number): CharSpan => {
    const [start, end] = [places[a]! % length, places[b]! % length].sort((p, q) => p - q);
    return { start: start!, end: Math.min(length, end! + 1) };
  };
  const source: Source = {
    spans: [span(0, 1)],
    text: 'an official',
    entityId: `e${kind % 3}`,
    name: kind % 2 ? 'Ms Rao' : null,
    kind: sourceKinds[kind]!,
    description: span(0, 1),
    basis: null,
    anonymity: null,
    count: 1,
  };
  return {
    id: `s${index}`,
    kind: 'indirect',
    source,
    cue: [span(2, 3)],
    content: empty ? [] : [span(4, 5)],
    stance: stances[stance]!,
    negated: false,
    hedges: [],
    via: [],
    insideId: null,
    madeBy: 'test/1',
    confidence: 1,
  };
}

const account = (id: string): fc.Arbitrary<AccountInput> =>
  fc
    .record({
      paragraphs,
      wilds: fc.array(wild, { maxLength: 4 }),
      day: fc.option(fc.integer({ min: 10, max: 28 })),
    })
    .map(({ paragraphs, wilds, day }) => {
      const article = articleFrom(id, paragraphs, day === null ? null : `2024-11-${day}`);
      const { length } = article.text;
      const statements = length === 0 ? [] : wilds.map((each, index) => statementFrom(each, index, length));
      const entities = ['e0', 'e1', 'e2'].flatMap(entity => {
        const source = statements.find(each => each.source?.entityId === entity)?.source;
        return source
          ? [
              {
                id: entity,
                kind: source.kind,
                name: source.name,
                description: source.spans[0]!,
                mentions: [],
              },
            ]
          : [];
      });
      return { doc: parse(article), reading: { article, entities, statements, credits: [] } };
    });
const stories = fc
  .integer({ min: 0, max: 4 })
  .chain(count => fc.tuple(...Array.from({ length: count }, (_, index) => account(`outlet ${index}`))));

const passagesOf = (story: Story): Passage[] => [
  ...story.claims.flatMap(({ wording, tellings, responses, differences, merges, standing }) => [
    wording,
    ...tellings,
    ...responses,
    ...differences.flatMap(({ before, after }) => [before, after]),
    ...merges.flatMap(({ from, into }) => [from, into]),
    ...standing.evidence,
  ]),
  ...story.quotations.flatMap(({ passages }) => passages),
  ...story.lineage.overlaps.flatMap(({ passages, publicPassages }) => [...passages, ...publicPassages]),
  ...story.lineage.debts.flatMap(({ passage, traces, leftOut }) => [
    ...(passage ? [passage] : []),
    ...traces.flatMap(({ passage: trace, in: other }) => [trace, other]),
    ...leftOut,
  ]),
];

test('every passage of a story lies in its account and is not empty', () => {
  fc.assert(
    fc.property(stories, inputs => {
      const lengths = new Map(inputs.map(({ reading }) => [reading.article.id, reading.article.text.length]));
      for (const { articleId, start, end } of passagesOf(align(inputs)))
        assert.ok(0 <= start && start < end && end <= lengths.get(articleId)!);
    }),
  );
});

test('a statement is told in at most one claim, and a claim is told', () => {
  fc.assert(
    fc.property(stories, inputs => {
      const { claims } = align(inputs);
      const told = claims.flatMap(({ tellings }) =>
        tellings.flatMap(({ articleId, statementIds }) => statementIds.map(id => `${articleId} ${id}`)),
      );
      assert.equal(new Set(told).size, told.length);
      assert.ok(
        claims.every(({ tellings, standing }) => tellings.length > 0 && standing.evidence.length > 0),
      );
    }),
  );
});

test('claims that a person says are one leave every statement told once, and every place in its account', () => {
  const place = fc.record({
    account: fc.nat(3),
    start: fc.nat(300),
    length: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(stories, fc.array(fc.tuple(place, place), { maxLength: 3 }), (inputs, pairs) => {
      const sameClaims = pairs.map(pair =>
        pair.map(({ account, start, length }) => ({
          articleId: `outlet ${account}`,
          start,
          end: start + length,
        })),
      ) as unknown as readonly (readonly [Passage, Passage])[];
      const story = align(inputs, { sameClaims });
      const told = story.claims.flatMap(({ tellings }) =>
        tellings.flatMap(({ articleId, statementIds }) => statementIds.map(id => `${articleId} ${id}`)),
      );
      assert.equal(new Set(told).size, told.length);
      assert.ok(story.claims.length <= align(inputs).claims.length);
      const lengths = new Map(inputs.map(({ reading }) => [reading.article.id, reading.article.text.length]));
      for (const { articleId, start, end } of passagesOf(story))
        assert.ok(0 <= start && start < end && end <= lengths.get(articleId)!);
    }),
  );
});

test('claims of a story that goes on have ids of their own, and its changes lead from what it was to what it is', () => {
  fc.assert(
    fc.property(stories, fc.nat(4), (inputs, count) => {
      const before = followStory(null, align(inputs.slice(0, count))).story;
      const { story, changes } = followStory(before, align(inputs));
      const standings = new Map<string, string | null>(
        before.claims.map(({ id, standing }) => [id, standing.kind]),
      );
      for (const change of changes) {
        assert.equal(standings.get(change.claimId) ?? null, change.before);
        assert.notEqual(change.before, change.after);
        standings.set(change.claimId, change.after);
      }
      const left = [...standings].filter(([, standing]) => standing !== null);
      assert.deepEqual(new Map(left), new Map(story.claims.map(({ id, standing }) => [id, standing.kind])));
      assert.equal(left.length, story.claims.length);
      assert.deepEqual(followStory(story, align(inputs)), { story, changes: [] });
    }),
  );
});

test('a claim has an origin, at most as many as accounts and sources allow, and no account is merged with itself', () => {
  fc.assert(
    fc.property(stories, inputs => {
      for (const { origins, originCount, merges } of align(inputs).claims) {
        assert.ok(origins.length > 0 && 1 <= originCount.least && originCount.least <= originCount.most);
        assert.ok(merges.every(({ from, into }) => from.articleId !== into.articleId));
      }
    }),
  );
});

test('a debt leads to another account, with traces from the one to the other unless it is a credit', () => {
  fc.assert(
    fc.property(stories, inputs => {
      const { lineage } = align(inputs);
      for (const { articleId, toArticleId, because, traces } of lineage.debts) {
        assert.notEqual(articleId, toArticleId);
        assert.equal(traces.length > 0, because !== 'credit');
        assert.ok(
          traces.every(trace => trace.passage.articleId === articleId && trace.in.articleId === toArticleId),
        );
      }
      for (const { share, publicShare } of lineage.overlaps)
        assert.ok(share >= 0 && share <= 1 && publicShare >= 0 && publicShare <= 1);
    }),
  );
});

test('an account and a copy of it under another name share as much of the one as of the other', () => {
  fc.assert(
    fc.property(account('outlet'), ({ doc, reading }) => {
      const article = { ...reading.article, id: 'copy', outlet: 'copy' };
      const copy = { doc: { ...doc, article }, reading: { ...reading, article } };
      const { overlaps } = align([{ doc, reading }, copy]).lineage;
      const [one, other] = overlaps;
      assert.ok(overlaps.length === 0 || overlaps.length === 2);
      assert.deepEqual([one?.share, one?.publicShare], [other?.share, other?.publicShare]);
    }),
  );
});

test('a story reads back from JSON as it was, and is the same each time', () => {
  fc.assert(
    fc.property(stories, inputs => {
      const story = align(inputs);
      assert.deepEqual(JSON.parse(JSON.stringify(story)), story);
      assert.deepEqual(createAligner()(inputs), story);
    }),
    { numRuns: 25 },
  );
});

test('the order in which dated accounts are given does not matter', () => {
  fc.assert(
    fc.property(stories, inputs => {
      const dated = inputs.map(({ doc, reading }, index) => {
        const article = { ...reading.article, published: `2024-11-1${index}` };
        return { doc: { ...doc, article }, reading: { ...reading, article } };
      });
      assert.deepEqual(align(dated.toReversed()), align(dated));
    }),
    { numRuns: 50 },
  );
});

test('no accounts make an empty story, and one without statements a story of its own voice', () => {
  assert.deepEqual(align([]).claims, []);
  const article = articleFrom('Courier', ['The ferry sank on Monday off the northern coast.'], null);
  const { claims } = align([
    { doc: parse(article), reading: { article, entities: [], statements: [], credits: [] } },
  ]);
  assert.deepEqual(
    claims.map(({ wording, standing }) => [article.text.slice(wording.start, wording.end), standing.kind]),
    [['The ferry sank on Monday off the northern coast', 'no-source-given']],
  );
});
