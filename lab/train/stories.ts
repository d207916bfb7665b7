import { ArticleGraph } from '../../src/align/stories/article-graph.ts';
import { type Background, backgroundOf } from '../../src/align/stories/background.ts';
import { pairFeatureCount, pairFeaturesVersion } from '../../src/align/stories/pair-features.ts';
import { createWordReader } from '../../src/align/stories/vocabulary.ts';
import { Weights } from '../../src/learn/index.ts';
import { corpusFile } from '../corpora/files.ts';
import { readStories, type StoryRow } from '../corpora/stories.ts';
import { writeModel } from './model-folder.ts';
import { type NetworkExample, trainNetwork } from './network.ts';
import { createRandom, shuffle } from './random.ts';
import { backgroundFile, countBackground } from './story-background.ts';
import { crossValidate } from './story-folds.ts';
import { joinWeights, packWeights, prefixed, type TrainedWeights } from './weights-file.ts';

const seed = 1;

type Random = () => number;

/** Two articles of one topic that may tell two stories are hardest to tell apart: each pair counts so many times. */
const weightOfTopic = 3;

/** Of pairs that are hardly alike and of two stories, one in so many is learnt from, for all of them. */
const easyPairs = 4;
const easyLikeness = 0.12;

/** So many handfuls of articles are drawn from each corpus. */
const handfulCount = 60;

/** Two articles, and what is learnt from them. */
export type StoryPair = NetworkExample & { readonly a: StoryRow; readonly b: StoryRow };

/** The rows of a corpus that are learnt from, all together in one clustering. */
export type StoryCorpus = {
  readonly file: string;
  readonly rows: readonly StoryRow[];
  /** So many of its pairs are learnt from, 0 to 1, and so much each of them counts. */
  readonly share: number;
  readonly weight: number;
};

export function train(): void {
  const background = countBackground();
  const random = createRandom(seed);
  const known = backgroundOf(new Weights(packWeights(background)));
  const corpora: StoryCorpus[] = [
    { file: 'story/ecb-traindev.jsonl.gz', rows: rowsOf('story/ecb-traindev.jsonl.gz'), share: 1, weight: 1 },
    { file: 'story/allsides-a.jsonl.gz', rows: rowsOf('story/allsides-a.jsonl.gz'), share: 1, weight: 1 },
    { file: 'story/uci-a.jsonl.gz', rows: thirdOf(rowsOf('story/uci-a.jsonl.gz')), share: 0.15, weight: 2 },
  ];
  const pairs = new Map(
    corpora.map(corpus => [
      corpus,
      [corpus, ...handfulsOf(corpus)]
        .flatMap(part => pairsTogether(part, known, random))
        .concat(pairsAsPlaced(corpus, known, random)),
    ]),
  );
  const weightsOf = (some: readonly StoryPair[]): TrainedWeights =>
    joinWeights(prefixed('background', background), prefixed('pairs', trainPairs(some)));
  console.log(`${[...pairs.values()].flat().length} pairs`);
  const scores = crossValidate(pairs, weightsOf);
  writeModel(
    {
      job: 'stories',
      version: 1,
      featuresVersion: pairFeaturesVersion,
      corpora: [
        { file: backgroundFile, licence: "publishers' texts; weights may ship" },
        ...corpora.map(({ file }) => ({
          file,
          licence: 'tuning: likenesses only, no word of it is in the weights',
        })),
      ],
      seed,
      scores,
      card,
    },
    weightsOf([...pairs.values()].flat()),
  );
}

const card = `Tells how probable it is that two articles tell one story, from how alike they are: all words, first words, names,
numbers, dates, and the neighbours that both have. Four small networks whose scores are averaged. Beside them, in how many
articles of political news each term stands, and whether it is mostly written small; terms are kept as hashes.

The scores are B-cubed F of held-out articles, five folds over topics or stories, each clustered together with all others of
the file by weights that did not see it. Of uci-a, titles only, a third of the stories is learnt from, and counts less.

It joins what is told in the same words: two events of one kind, in one place, with the same people, are often one story to it.`;

const rowsOf = (file: string): StoryRow[] => readStories(corpusFile(file));

function thirdOf(rows: readonly StoryRow[]): StoryRow[] {
  const stories = [...new Set(rows.map(({ story }) => story))];
  return rows.filter(({ story }) => stories.indexOf(story) % 3 === 0);
}

/**
 * A few articles of a few topics, many times, half of them cut short: as people have them who do not have a corpus.
 */
function handfulsOf({ rows, ...corpus }: StoryCorpus): StoryCorpus[] {
  const random = createRandom(seed);
  const topics = [...Map.groupBy(rows, ({ topic }) => topic).values()];
  return Array.from({ length: handfulCount }, (_, number) => {
    const some = drawn(topics, 1 + Math.floor(3 * random()), random).flat();
    const few = drawn(some, 4 + Math.floor(16 * random()), random);
    const length = number % 2 === 0 ? Number.POSITIVE_INFINITY : 150 + 600 * random();
    return { ...corpus, rows: few.map(row => cutShort(row, length)) };
  });
}

function drawn<Item>(items: readonly Item[], count: number, random: () => number): Item[] {
  const order = Array.from(items.keys());
  shuffle(order, random);
  return order.slice(0, count).map(at => items[at]!);
}

/** An article's first characters, up to the end of a word. */
function cutShort(row: StoryRow, length: number): StoryRow {
  const { article } = row;
  if (article.text.length <= length) return row;
  const text = article.text.slice(0, length).replace(/\S*$/, '').trimEnd();
  const blocks = article.blocks
    .filter(({ start }) => start < text.length)
    .map(block => ({ ...block, end: Math.min(block.end, text.length) }));
  return { ...row, article: { ...article, text, blocks } };
}

const trainPairs = (examples: readonly StoryPair[]): TrainedWeights =>
  trainNetwork({ examples, units: 12, networks: 4, epochs: 36, rate: 3e-3, decay: 3e-4, seed });

/** The pairs of neighbours, as a clustering of all of them together sees them. */
function pairsTogether(corpus: StoryCorpus, background: Background, random: Random): StoryPair[] {
  const graph = new ArticleGraph(createWordReader(), background);
  for (const { article } of corpus.rows) graph.add(article);
  graph.meetAll();
  const pairs: StoryPair[] = [];
  graph.eachPair((a, b) => addPair(graph, corpus, a, b, random, pairs));
  return pairs;
}

/** The pairs of each article with its neighbours of the moment when it is placed, in an order drawn by lot. */
function pairsAsPlaced(corpus: StoryCorpus, background: Background, random: Random): StoryPair[] {
  const mixed = { ...corpus, rows: drawn(corpus.rows, corpus.rows.length, random) };
  const graph = new ArticleGraph(createWordReader(), background);
  const pairs: StoryPair[] = [];
  for (const { article } of mixed.rows) {
    const number = graph.add(article);
    graph.meet(number);
    for (let at = 0; at < graph.neighbours.sizeOf(number); at++)
      addPair(graph, mixed, number, graph.neighbours.neighbour(number, at), random, pairs);
  }
  return pairs;
}

function addPair(
  graph: ArticleGraph,
  { rows, share, weight }: StoryCorpus,
  numberA: number,
  numberB: number,
  random: Random,
  pairs: StoryPair[],
): void {
  const features = new Float64Array(pairFeatureCount);
  graph.readPair(numberA, numberB, features);
  const [a, b] = [rows[numberA]!, rows[numberB]!];
  const yes = a.story === b.story;
  const isEasy = !yes && features[0]! < easyLikeness;
  if (random() > (isEasy ? share / easyPairs : share)) return;
  const isWithinTopic = a.topic === b.topic && a.topic !== a.story;
  const own = weight * (isWithinTopic ? weightOfTopic : 1) * (isEasy ? easyPairs : 1);
  pairs.push({ features, yes, weight: own, a, b });
}
