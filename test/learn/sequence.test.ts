import { equal, ok, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { trainSequence } from '../../lab/train/sequence.ts';
import { packWeights } from '../../lab/train/weights-file.ts';
import { FeatureLists, feature1, hashText, Lattice, SequenceModel, Weights } from '../../src/learn/index.ts';

const labels = ['O', 'B-name', 'I-name'];

/** A word is known by itself and by the word before it. */
function featuresOf(words: readonly string[]): FeatureLists {
  const lists = new FeatureLists();
  for (const [at, word] of words.entries()) {
    lists.add(feature1(0, hashText(word)));
    lists.add(feature1(1, hashText(words[at - 1] ?? '')));
    lists.next();
  }
  return lists;
}

const example = (text: string, gold: readonly number[]) => ({ features: featuresOf(text.split(' ')), gold });
const examples = [
  example('Ms Rao said so', [1, 2, 0, 0]),
  example('so said Ms Rao', [0, 0, 1, 2]),
  example('the mayor met Rao', [0, 0, 0, 1]),
];
const train = (seed: number) =>
  packWeights(trainSequence({ labels, examples, epochs: 10, seed, leastCount: 1 }));

test('sequence: what was learnt from examples is found in a new sentence', () => {
  const model = new SequenceModel(new Weights(train(1)));
  const path = new Uint8Array(4);
  model.label(featuresOf('the mayor said Ms Rao'.split(' ').slice(1)), path);
  equal(path.join(' '), '0 0 1 2');
});

test('sequence: one seed trains the same weights, byte for byte', () => {
  equal(Buffer.compare(train(7), train(7)), 0);
});

test('sequence: features that look at a pair of labels can tell what single labels cannot', () => {
  // The words say nothing; only the edge feature at the second place tells "B I" from "B B".
  const blank = featuresOf(['x', 'x']);
  const edge = (word: string) => {
    const lists = new FeatureLists();
    lists.next();
    lists.add(feature1(9, hashText(word)));
    lists.next();
    return lists;
  };
  const pairs = [
    { features: blank, edges: edge('joins'), gold: [1, 2] },
    { features: blank, edges: edge('parts'), gold: [1, 1] },
  ];
  const weights = trainSequence({ labels, examples: pairs, epochs: 10, seed: 1, leastCount: 1 });
  const model = new SequenceModel(new Weights(packWeights(weights)));
  const path = new Uint8Array(2);
  model.label(blank, path, edge('joins'));
  equal(path.join(' '), '1 2');
  model.label(blank, path, edge('parts'));
  equal(path.join(' '), '1 1');
});

test('best path: it is the best of all labellings', () => {
  const transitions = Float32Array.from({ length: 12 }, (_, at) => ((at * 7919) % 13) - 6);
  const lattice = new Lattice(['a', 'b', 'c'], transitions, false);
  lattice.clear(4);
  for (let at = 0; at < 12; at++) lattice.unary[at] = ((at * 104729) % 17) - 8;
  const score = (path: readonly number[]) =>
    path.reduce(
      (sum, label, at) =>
        sum + lattice.unary[at * 3 + label]! + transitions[(path[at - 1] ?? 3) * 3 + label]!,
      0,
    );
  let best = Number.NEGATIVE_INFINITY;
  for (let code = 0; code < 81; code++) {
    best = Math.max(best, score([0, 1, 2, 3].map(at => Math.floor(code / 3 ** at) % 3)));
  }
  const path = new Uint8Array(4);
  equal(lattice.bestPath(path), best);
  equal(score([...path]), best);
});

test('best path: an inside label never starts a sequence or follows another class', () => {
  const lattice = new Lattice(['O', 'B-x', 'I-x', 'B-y', 'I-y'], new Float32Array(30), false);
  lattice.clear(3);
  lattice.unary.set([0, 0, 5, 0, 0, 0, 0, 0, 0, 5, 0, 0, 5, 0, 0]);
  const path = new Uint8Array(3);
  lattice.bestPath(path);
  for (const [at, label] of path.entries()) {
    if (label === 2) ok(path[at - 1] === 1 || path[at - 1] === 2);
    if (label === 4) ok(path[at - 1] === 3 || path[at - 1] === 4);
  }
});

test('weights: what is not a weights file is refused', () => {
  throws(() => new Weights(new Uint8Array(16)), /not a weights file/);
});
