import {
  FeatureLists,
  hashText,
  loadWeights,
  loadWordClasses,
  Weights,
  Words,
} from '../../src/learn/index.ts';
import { Tagger, type TagPair, tagKind, tagLabelOf } from '../../src/parse/tag/tagger.ts';
import { treeFeaturesVersion } from '../../src/parse/tree/features.ts';
import { addRelationFeatures } from '../../src/parse/tree/relation-features.ts';
import { TreeParser } from '../../src/parse/tree/tree-parser.ts';
import { TreeWords } from '../../src/parse/tree/tree-words.ts';
import type { ConlluWord } from '../corpora/conllu.ts';
import { readTreebank } from '../corpora/treebank.ts';
import { writeModel } from './model-folder.ts';
import { groupCount } from './relation-groups.ts';
import { trainSequence } from './sequence.ts';
import { jackknifeTags, tagSentences } from './tags.ts';
import { learnTrees, type TreeTraining, treeExample } from './tree-learner.ts';
import { joinWeights, packWeights, prefixed, type TrainedWeights } from './weights-file.ts';

type Sentence = readonly ConlluWord[];

const seed = 1;
const learning: TreeTraining = {
  epochs: 5,
  runs: 8,
  width: 8,
  seed,
  margin: 15,
  leastUpdates: 4,
  pruning: { least: 3, leastPeak: 17 },
};
/** How many states are kept when all is learnt, and by how many units of learning the best may lead the others. */
const searchWidth = 6;
const searchMargin = 120;

export function train(): void {
  const train = readTreebank('en_ewt-ud-train');
  const dev = readTreebank('en_ewt-ud-dev');
  const tagger = new Tagger(loadWeights('tags'));
  const sentences = [...train, ...dev];
  // the tagger has not learnt from dev, so what it says there is what it says of new text
  const tags = [...jackknifeTags(train, 5, 4), ...tagSentences(tagger, dev)];
  const weights = joinWeights(
    trainTrees(sentences, tags),
    prefixed('relations', trainRelations(sentences, tags)),
  );
  writeTrees(weights, readTreebank('en_gum-ud-dev'));
}

function writeTrees(weights: TrainedWeights, unseen: readonly Sentence[]): void {
  const tags = tagSentences(new Tagger(loadWeights('tags')), unseen);
  const { uas, las } = scoreTrees(weights, unseen, tags);
  writeModel(
    {
      job: 'trees',
      version: 2,
      featuresVersion: treeFeaturesVersion,
      corpora: ['train', 'dev'].map(part => ({
        file: `treebank/en_ewt-ud-${part}`,
        licence: 'CC BY-SA 4.0',
      })),
      seed,
      scores: { 'en_gum-ud-dev uas': uas, 'en_gum-ud-dev las': las },
      card: `Gives each sentence a tree of heads and Universal Dependencies relations: arc-hybrid transitions scored by a
structured perceptron (the mean of ${learning.runs} runs), searched with a beam; when the tree is there, a second perceptron names its
relations. Trained on web text (the English Web Treebank, train and dev; settings were chosen on dev
before it was learnt from), with tags as models/tags gives them: train \`tags\` first,
then this. Every sentence gets one root. Arcs never cross, so the few that do in English (about one word in a hundred)
hang one step too high.`,
    },
    weights,
  );
}

/** The weights of what finds heads, trained on sentences with the tags that it will see. */
function trainTrees(sentences: readonly Sentence[], tags: readonly (readonly TagPair[])[]): TrainedWeights {
  const words = new Words(loadWordClasses());
  const examples = sentences.map((sentence, at) => {
    const treeWords = new TreeWords();
    fillTreeWords(treeWords, words, sentence, tags[at]!);
    return treeExample(
      treeWords,
      headsOf(sentence),
      sentence.map(word => word.relation),
    );
  });
  const learnt = learnTrees(examples, learning);
  const margin = (searchMargin * learning.runs) / Number(learnt.about['moves.step']);
  return joinWeights(learnt, { about: { groups: groupCount, width: searchWidth, margin }, arrays: {} });
}

/** Heads by word number from 1, 0 for the root. */
const headsOf = (sentence: Sentence): number[] => [0, ...sentence.map(word => word.head + 1)];

/** The weights of what names the relations of a finished tree, trained on gold trees with the tags that it will see. */
function trainRelations(
  sentences: readonly Sentence[],
  tags: readonly (readonly TagPair[])[],
): TrainedWeights {
  const labels = [...new Set(sentences.flat().map(word => word.relation))].sort();
  const numbers = new Map(labels.map((label, number) => [label, number]));
  const words = new Words(loadWordClasses());
  const treeWords = new TreeWords();
  const lists = new FeatureLists();
  const examples = sentences.map((sentence, at) => {
    fillTreeWords(treeWords, words, sentence, tags[at]!);
    lists.clear();
    addRelationFeatures(treeWords, headsOf(sentence), lists);
    return { features: lists.snapshot(), gold: sentence.map(word => numbers.get(word.relation)!) };
  });
  // with one candidate each word is named for itself, without regard to the one before
  return trainSequence({
    labels,
    examples,
    epochs: 6,
    runs: 8,
    seed,
    leastCount: 2,
    margin: 15,
    leastWeight: 3,
    candidates: 1,
  });
}

function fillTreeWords(into: TreeWords, words: Words, sentence: Sentence, tags: readonly TagPair[]): void {
  words.fill(sentence.length, at => sentence[at]!.form);
  const hashes = tags.map(tag => hashText(tagLabelOf(tag)));
  const kinds = tags.map(tag => tagKind(tag.upos));
  into.fill(words, 0, sentence.length, hashes, kinds);
}

/** Shares of words with the right head, and with the right head and relation, 0 to 100. */
function scoreTrees(
  weights: TrainedWeights,
  sentences: readonly Sentence[],
  tags: readonly (readonly TagPair[])[],
): { uas: number; las: number } {
  const parser = new TreeParser(new Weights(packWeights(weights)));
  const words = new Words(loadWordClasses());
  let all = 0;
  let headsRight = 0;
  let bothRight = 0;
  for (const [index, sentence] of sentences.entries()) {
    const heads = new Int32Array(sentence.length);
    const relations = new Uint8Array(sentence.length);
    words.fill(sentence.length, at => sentence[at]!.form);
    const kinds = tags[index]!.map(tag => tagKind(tag.upos));
    const hashes = tags[index]!.map(tag => hashText(tagLabelOf(tag)));
    parser.parse(words, hashes, kinds, heads, relations);
    for (const [at, word] of sentence.entries()) {
      all++;
      if (heads[at] !== word.head) continue;
      headsRight++;
      if (parser.relations[relations[at]!] === word.relation) bothRight++;
    }
  }
  return { uas: (100 * headsRight) / all, las: (100 * bothRight) / all };
}
