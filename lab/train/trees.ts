import {
  FeatureLists,
  hashText,
  loadWeights,
  loadWordClasses,
  Weights,
  Words,
} from '../../src/learn/index.ts';
import { Tagger, type TagPair, tagKind, tagLabelOf } from '../../src/parse/tag/tagger.ts';
import { Beam } from '../../src/parse/tree/beam.ts';
import { mostTreeFeatures, treeFeatures, treeFeaturesVersion } from '../../src/parse/tree/features.ts';
import { addRelationFeatures } from '../../src/parse/tree/relation-features.ts';
import { makeMove } from '../../src/parse/tree/transitions.ts';
import { TreeParser } from '../../src/parse/tree/tree-parser.ts';
import { TreeWords } from '../../src/parse/tree/tree-words.ts';
import type { ConlluWord } from '../corpora/conllu.ts';
import { readTreebank } from '../corpora/treebank.ts';
import { goldMoves, projective } from './gold-moves.ts';
import { LearningTable } from './learning-table.ts';
import { writeModel } from './model-folder.ts';
import { createRandom, shuffle } from './random.ts';
import { trainSequence } from './sequence.ts';
import { packTable, stepOf } from './table-weights.ts';
import { jackknifeTags, tagSentences } from './tags.ts';
import { joinWeights, packWeights, prefixed, type TrainedWeights } from './weights-file.ts';

type Sentence = readonly ConlluWord[];

const seed = 1;
/** How many states are kept while learning, and how many are enough when it is done. */
const learningWidth = 8;
const searchWidth = 4;
/** Small weights cost size and time, and are as likely wrong as right: without them, dev scores are the same. */
const leastUpdates = 6;
const pruning = { least: 8, leastPeak: 12 };

export function train(): void {
  const sentences = readTreebank('en_ewt-ud-train');
  const dev = readTreebank('en_ewt-ud-dev');
  const tags = jackknifeTags(sentences, 5, 4);
  const weights = joinWeights(
    trainTrees(sentences, tags, { epochs: 9, width: learningWidth, seed }),
    prefixed('relations', trainRelations(sentences, tags)),
  );
  writeTrees(weights, dev);
}

function writeTrees(weights: TrainedWeights, dev: readonly Sentence[]): void {
  const devTags = tagSentences(new Tagger(loadWeights('tags')), dev);
  const { uas, las } = scoreTrees(weights, dev, devTags);
  writeModel(
    {
      job: 'trees',
      version: 1,
      featuresVersion: treeFeaturesVersion,
      corpora: [{ file: 'treebank/en_ewt-ud-train', licence: 'CC BY-SA 4.0' }],
      seed,
      scores: { 'dev uas': uas, 'dev las': las },
      card: `Gives each sentence a tree of heads and Universal Dependencies relations: arc-hybrid transitions scored by a
structured perceptron, searched with a beam; when the tree is there, a second perceptron names its relations anew. Trained
on web text (the English Web Treebank), with tags as models/tags gives them: train \`tags\` first, then this. Every sentence gets one root. Arcs never cross, so the few that do in English (about
one word in a hundred) hang one step too high.`,
    },
    weights,
  );
}

type TreeTraining = {
  readonly epochs: number;
  readonly width: number;
  readonly seed: number;
  /** After each epoch, if given: what to do with the weights so far. */
  readonly report?: (epoch: number, weights: () => TrainedWeights) => void;
};

/** The weights of what names the relations of a finished tree, trained on gold trees with the tags that it will see. */
export function trainRelations(
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
    addRelationFeatures(treeWords, [0, ...sentence.map(word => word.head + 1)], lists);
    return { features: lists.snapshot(), gold: sentence.map(word => numbers.get(word.relation)!) };
  });
  // with one candidate each word is named for itself, without regard to the one before
  return trainSequence({ labels, examples, epochs: 6, seed, leastCount: 2, margin: 5, candidates: 1 });
}

function fillTreeWords(into: TreeWords, words: Words, sentence: Sentence, tags: readonly TagPair[]): void {
  words.fill(sentence.length, at => sentence[at]!.form);
  const hashes = tags.map(tag => hashText(tagLabelOf(tag)));
  const kinds = tags.map(tag => tagKind(tag.upos));
  into.fill(words, 0, sentence.length, hashes, kinds);
}

/** The weights of what finds heads, trained on sentences with the tags that it will see. */
export function trainTrees(
  sentences: readonly Sentence[],
  tags: readonly (readonly TagPair[])[],
  training: TreeTraining,
): TrainedWeights {
  const names = new Set(sentences.flat().map(word => word.relation));
  const relations = [...names].filter(name => name !== 'root').sort();
  const learner = new TreeLearner(relations, training.width);
  const words = new Words(loadWordClasses());
  const examples = sentences.map((sentence, at) => exampleOf(words, sentence, tags[at]!, relations));
  const random = createRandom(training.seed);
  const order = Array.from(examples.keys());
  for (let epoch = 1; epoch <= training.epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    for (const index of order) if (!learner.learn(examples[index]!)) wrong++;
    console.error(
      `epoch ${epoch}: ${((100 * wrong) / examples.length).toFixed(1)}% of sentences wrong while learning`,
    );
    training.report?.(epoch, () => learner.weights());
  }
  return learner.weights();
}

type Example = { readonly words: TreeWords; readonly moves: readonly number[] };

function exampleOf(
  words: Words,
  sentence: Sentence,
  tags: readonly TagPair[],
  relations: readonly string[],
): Example {
  const treeWords = new TreeWords();
  fillTreeWords(treeWords, words, sentence, tags);
  const heads = projective([0, ...sentence.map(word => word.head + 1)]);
  const numbers = [0, ...sentence.map(word => relations.indexOf(word.relation))];
  return { words: treeWords, moves: goldMoves(heads, numbers, relations.length) };
}

/**
 * A structured perceptron over beam search, updated where the beam is furthest ahead of the gold moves (maximum
 * violation: Huang, Fayong and Guo 2012).
 */
class TreeLearner {
  readonly #relations: readonly string[];
  readonly #table: LearningTable;
  readonly #beam: Beam;
  readonly #keys = new Int32Array(mostTreeFeatures);
  #moment = 0;

  constructor(relations: readonly string[], width: number) {
    this.#relations = relations;
    this.#table = new LearningTable(1 + 2 * relations.length);
    this.#beam = new Beam(this.#table, relations.length, width, Number.POSITIVE_INFINITY);
  }

  /** Whether the best path was the gold one. */
  learn(example: Example): boolean {
    this.#moment++;
    const { words, moves } = example;
    const beam = this.#beam;
    beam.start(words, 1);
    const gold = 2 * beam.width;
    beam.states.start(gold);
    let goldScore = 0;
    let goldPlace = 0;
    let worst = 0;
    let worstStep = 0;
    for (const move of moves) {
      goldScore += beam.scoreMoves(gold)[move]!;
      makeMove(beam.states, gold, move, this.#relations.length);
      beam.advance();
      goldPlace = goldPlace < 0 ? -1 : this.#placeOf(goldPlace, move);
      const violation = beam.scores[0]! - goldScore;
      if (goldPlace !== 0 && violation >= worst) {
        worst = violation;
        worstStep = beam.step;
      }
    }
    if (goldPlace === 0) return true;
    this.#update(words, moves, worstStep);
    return false;
  }

  #placeOf(parent: number, move: number): number {
    const { step, count } = this.#beam;
    for (let place = 0; place < count; place++) {
      if (this.#beam.parent(step, place) === parent && this.#beam.move(step, place) === move) return place;
    }
    return -1;
  }

  #update(words: TreeWords, gold: readonly number[], steps: number): void {
    const beam = this.#beam;
    const chosen: number[] = [];
    for (let step = steps, place = 0; step > 0; step--) {
      chosen.unshift(beam.move(step, place));
      place = beam.parent(step, place);
    }
    const common = chosen.findIndex((move, at) => move !== gold[at]);
    this.#replay(words, gold.slice(0, steps), common, 1);
    this.#replay(words, chosen, common, -1);
  }

  /** Moves the weights of the moves from `from` on. */
  #replay(words: TreeWords, moves: readonly number[], from: number, change: number): void {
    const { states } = this.#beam;
    states.start(0);
    for (const [step, move] of moves.entries()) {
      if (step >= from) {
        const size = treeFeatures(states, 0, words, this.#keys);
        for (let at = 0; at < size; at++) this.#table.add(this.#keys[at]!, move, change, this.#moment);
      }
      makeMove(states, 0, move, this.#relations.length);
    }
  }

  weights(): TrainedWeights {
    const rows = this.#table.averaged(this.#moment, leastUpdates);
    const step = stepOf(Float32Array.from(rows.rows.flatMap(row => row.weights)));
    return joinWeights(packTable('moves', rows, step, pruning), {
      about: { relations: this.#relations, width: searchWidth, margin: 1e9 },
      arrays: {},
    });
  }
}

/** Shares of words with the right head, and with the right head and relation, 0 to 100. */
export function scoreTrees(
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
