import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { trainLogistic } from '../../lab/train/logistic.ts';
import { packWeights, prefixed } from '../../lab/train/weights-file.ts';
import { FeatureLists, feature1, gapsOf, Lattice, LogisticModel, Weights } from '../../src/learn/index.ts';

test('a gap is by how much the best labelling with a label at a place is worse than the best of all', () => {
  const labels = ['O', 'B-x', 'I-x'];
  const length = 4;
  const lattice = new Lattice(
    labels,
    Float32Array.from({ length: 12 }, (_, at) => (at * 7) % 5),
    false,
  );
  lattice.clear(length);
  for (let at = 0; at < length * labels.length; at++) lattice.unary[at] = (at * 11) % 7;
  const gaps = new Float32Array(length * labels.length);
  gapsOf(lattice, gaps);
  deepEqual(Array.from(gaps), slowGaps(lattice, length));
});

/** By trying every labelling. */
function slowGaps(lattice: Lattice, length: number): number[] {
  const { labels, unary, transitions, forbidden } = lattice;
  const best = new Array<number>(length * labels).fill(-1e9);
  for (let number = 0; number < labels ** length; number++) {
    const path = Array.from({ length }, (_, at) => Math.floor(number / labels ** at) % labels);
    let score = 0;
    for (const [at, label] of path.entries()) {
      const pair = (at === 0 ? labels : path[at - 1]!) * labels + label;
      score += unary[at * labels + label]! + (forbidden[pair] ? -1e9 : transitions[pair]!);
    }
    if (score < -1e8) continue;
    for (const [at, label] of path.entries())
      best[at * labels + label] = Math.max(best[at * labels + label]!, score);
  }
  const top = Math.max(...best);
  return best.map((score, place) => (score < -1e8 ? gapOfImpossible(lattice, place) : top - score));
}

/** An inside label at the start can only be forced: its gap is what a forbidden pair costs. */
function gapOfImpossible(lattice: Lattice, place: number): number {
  const gaps = new Float32Array(lattice.length * lattice.labels);
  gapsOf(lattice, gaps);
  ok(gaps[place]! > 1e8);
  return gaps[place]!;
}

const oneFeature = (value: number): FeatureLists => {
  const lists = new FeatureLists();
  lists.add(feature1(0, value));
  lists.next();
  return lists.snapshot();
};

test('logistic regression learns how often a feature goes with yes, and is read back as part of a file', () => {
  const examples = Array.from({ length: 400 }, (_, at) => ({
    features: oneFeature(at % 2),
    yes: at % 2 === 0 ? at % 8 !== 0 : at % 8 === 1,
  }));
  const trained = trainLogistic({ examples, epochs: 30, seed: 1, leastCount: 1, rate: 0.1, decay: 0 });
  const model = new LogisticModel(new Weights(packWeights(prefixed('judge', trained))).part('judge'));
  ok(Math.abs(model.probability(oneFeature(0)) - 0.75) < 0.06);
  ok(Math.abs(model.probability(oneFeature(1)) - 0.25) < 0.06);
});
