import { ArticleGraph } from '../../src/align/stories/article-graph.ts';
import { backgroundOf } from '../../src/align/stories/background.ts';
import { pairFeatureCount, pairFeaturesVersion } from '../../src/align/stories/pair-features.ts';
import { createWordReader } from '../../src/align/stories/vocabulary.ts';
import { Weights } from '../../src/learn/index.ts';
import { corpusFile } from '../corpora/files.ts';
import { readStories, type StoryRow } from '../corpora/stories.ts';
import { writeModel } from './model-folder.ts';
import { type NetworkExample, trainNetwork } from './network.ts';
import { backgroundFile, countBackground } from './story-background.ts';
import { joinWeights, packWeights, prefixed, type TrainedWeights } from './weights-file.ts';

const seed = 1;
const files = ['story/ecb-traindev.jsonl.gz', 'story/allsides-a.jsonl.gz'];

/** Two articles of one topic that may tell two stories: what is hardest to tell counts so many times. */
const weightOfTopic = 3;

export function train(): void {
  const background = prefixed('background', countBackground());
  const examples = files.flatMap(file => pairsOf(readStories(corpusFile(file)), background));
  const pairs = prefixed('pairs', trainPairs(examples));
  writeModel(
    {
      job: 'stories',
      version: 1,
      featuresVersion: pairFeaturesVersion,
      corpora: [
        { file: backgroundFile, licence: "publishers' texts; weights may ship" },
        ...files.map(file => ({ file, licence: 'tuning only: no word of it is in the weights' })),
      ],
      seed,
      scores: {},
      card: `Tells how probable it is that two articles tell one story.`,
    },
    joinWeights(background, pairs),
  );
}

/** Trains what judges pairs. */
export const trainPairs = (examples: readonly NetworkExample[]): TrainedWeights =>
  trainNetwork({ examples, units: 12, networks: 3, epochs: 20, rate: 3e-3, decay: 1e-3, seed });

/** The pairs of neighbours among some articles, as the clustering would see them. */
export function pairsOf(rows: readonly StoryRow[], background: TrainedWeights): NetworkExample[] {
  const known = backgroundOf(new Weights(packWeights(background)).part('background'));
  const graph = new ArticleGraph(createWordReader(), known);
  for (const { article } of rows) graph.add(article);
  graph.meetAll();
  const examples: NetworkExample[] = [];
  graph.eachPair((a, b) => {
    const features = new Float64Array(pairFeatureCount);
    graph.readPair(a, b, features);
    const [one, other] = [rows[a]!, rows[b]!];
    const weight = one.topic === other.topic && one.topic !== one.story ? weightOfTopic : 1;
    examples.push({ features, yes: one.story === other.story, weight });
  });
  return examples;
}
