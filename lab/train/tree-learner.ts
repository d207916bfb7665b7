import { Beam } from '../../src/parse/tree/beam.ts';
import { stateFeatures } from '../../src/parse/tree/features.ts';
import { makeMove } from '../../src/parse/tree/transitions.ts';
import type { TreeWords } from '../../src/parse/tree/tree-words.ts';
import { goldMoves, projective } from './gold-moves.ts';
import { MoveLearner } from './move-learner.ts';
import { createRandom, shuffle } from './random.ts';
import { groupCount, groupOf } from './relation-groups.ts';
import type { Pruning } from './table-weights.ts';
import type { TrainedWeights } from './weights-file.ts';

/** A sentence with its projective tree: heads and groups of relations by word number from 1, and the moves that build it. */
export type TreeExample = {
  readonly words: TreeWords;
  readonly heads: readonly number[];
  readonly groups: readonly number[];
  readonly moves: readonly number[];
};

/** `heads` by word number from 1, 0 for the root; `relations` by word number from 0. */
export function treeExample(
  words: TreeWords,
  heads: readonly number[],
  relations: readonly string[],
): TreeExample {
  const lifted = projective([...heads]);
  const groups = [0, ...relations.map(groupOf)];
  return { words, heads: lifted, groups, moves: goldMoves(lifted, groups, groupCount) };
}

export type TreeTraining = {
  readonly epochs: number;
  /** The weights are the mean of so many runs, each with its own order of examples. */
  readonly runs: number;
  /** How many states are kept while learning. */
  readonly width: number;
  readonly seed: number;
  /** By how much a tree has to be better than others for each word that has another head there, in units of one update. */
  readonly margin: number;
  readonly leastUpdates: number;
  readonly pruning: Pruning;
};

/** The weights of what finds heads. */
export function learnTrees(examples: readonly TreeExample[], training: TreeTraining): TrainedWeights {
  const learner = new TreeLearner(training);
  const random = createRandom(training.seed);
  const order = Array.from(examples.keys());
  for (let run = 1; run <= training.runs; run++) {
    for (let epoch = 1; epoch <= training.epochs; epoch++) {
      shuffle(order, random);
      const wrong = order.filter(index => !learner.learn(examples[index]!)).length;
      const share = ((100 * wrong) / examples.length).toFixed(1);
      console.error(`run ${run}, epoch ${epoch}: ${share}% of sentences wrong while learning`);
    }
    learner.finishRun();
  }
  return learner.weights();
}

/**
 * A structured perceptron over beam search, updated where the beam is furthest ahead of the gold moves (maximum
 * violation: Huang, Fayong and Guo 2012).
 */
class TreeLearner {
  readonly #training: TreeTraining;
  readonly #table = new MoveLearner(1 + 2 * groupCount);
  readonly #beam: Beam;
  #moment = 1;

  constructor(training: TreeTraining) {
    this.#training = training;
    this.#beam = new Beam(this.#table, groupCount, training.width, Number.POSITIVE_INFINITY);
  }

  /** Whether the best path was the gold one. */
  learn(example: TreeExample): boolean {
    this.#moment++;
    const { words, moves } = example;
    const beam = this.#beam;
    beam.start(words, 1, (word, head, group) => this.#costOf(example, word, head, group));
    const gold = 2 * beam.width;
    beam.states.start(gold);
    let goldScore = 0;
    let goldPlace = 0;
    let worst = 0;
    let worstStep = 0;
    for (const move of moves) {
      goldScore += beam.scoreMoves(gold)[move]!;
      makeMove(beam.states, gold, move, groupCount);
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

  /** What wrong heads, and half as much what wrong groups are given on top of their scores while learning. */
  #costOf({ heads, groups }: TreeExample, word: number, head: number, group: number): number {
    if (heads[word] !== head) return this.#training.margin;
    return groups[word] === group ? 0 : this.#training.margin / 2;
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

  /** Changes the weights of the moves from `from` on. */
  #replay(words: TreeWords, moves: readonly number[], from: number, change: number): void {
    const { states, features } = this.#beam;
    states.start(0);
    for (const [step, move] of moves.entries()) {
      if (step >= from) {
        features.lookAt(states, 0, words);
        features.makeKeys(words);
        for (let at = 0; at < stateFeatures; at++) {
          this.#table.add(features.keys[at]!, move, change, this.#moment);
        }
      }
      makeMove(states, 0, move, groupCount);
    }
  }

  finishRun(): void {
    this.#table.finishRun(this.#moment);
    this.#moment = 1;
  }

  weights = (): TrainedWeights => this.#table.pack(this.#training.leastUpdates, this.#training.pruning);
}
