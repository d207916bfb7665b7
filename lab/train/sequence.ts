import { type FeatureLists, Lattice } from '../../src/learn/index.ts';
import { FeatureIds, numberFeatures } from './feature-ids.ts';
import { createRandom, shuffle } from './random.ts';
import { packTable, sparseRowsOf, stepOf } from './table-weights.ts';
import { joinWeights, type TrainedWeights } from './weights-file.ts';

/** A sequence with its gold labels, as numbers into the labels' names. `edges` as in `SequenceModel.label`. */
export type SequenceExample = {
  readonly features: FeatureLists;
  readonly edges?: FeatureLists;
  readonly gold: ArrayLike<number>;
};

export type SequenceTraining = {
  readonly labels: readonly string[];
  readonly examples: readonly SequenceExample[];
  readonly epochs: number;
  readonly seed: number;
  /** The weights are the mean of so many runs, each with its own order of examples: one differs from another by chance. 1, if left out. */
  readonly runs?: number;
  /** Features that occur less often are left out. */
  readonly leastCount: number;
  /**
   * Training sees every wrong label as this much better than it is (in units of one update), which leaves a margin
   * around the best path. 0 is the plain perceptron.
   */
  readonly margin?: number;
  /** Weights of fewer whole steps than this are left out: 1 for none. */
  readonly leastWeight?: number;
  /** Where there are many labels: only so many of the best at each position are weighed. All, if left out. */
  readonly candidates?: number;
};

/**
 * Trains a `SequenceModel` as an averaged structured perceptron (Collins 2002): where the best path is wrong, the
 * weights move from it to the gold path. Costs memory of 12 bytes for each feature and label.
 */
export function trainSequence(training: SequenceTraining): TrainedWeights {
  const { seed, runs = 1 } = training;
  const means = Array.from({ length: runs }, (_, run) => learnOnce(training, seed + run));
  return packed(training, meanOf(means));
}

function learnOnce(training: SequenceTraining, seed: number): LearntWeights {
  const learner = new SequenceLearner(training);
  const random = createRandom(seed);
  const order = Array.from(training.examples.keys());
  for (let epoch = 1; epoch <= training.epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    let all = 0;
    for (const index of order) {
      wrong += learner.learn(index);
      all += training.examples[index]!.gold.length;
    }
    console.error(`epoch ${epoch}: ${((100 * wrong) / all).toFixed(2)}% of labels wrong while learning`);
  }
  return learner.weights();
}

/** What a run ends with: weights of features by label, of features by pair of labels, of pairs of labels. */
type LearntWeights = {
  readonly ids: FeatureIds;
  readonly edgeIds: FeatureIds;
  readonly unary: Float32Array;
  readonly edges: Float32Array;
  readonly transitions: Float32Array;
};

/** The mean of runs over the same examples, whose features have the same numbers. */
function meanOf(runs: readonly LearntWeights[]): LearntWeights {
  const mean = (pick: (run: LearntWeights) => Float32Array): Float32Array =>
    pick(runs[0]!).map((_, at) => runs.reduce((sum, run) => sum + pick(run)[at]!, 0) / runs.length);
  return {
    ...runs[0]!,
    unary: mean(run => run.unary),
    edges: mean(run => run.edges),
    transitions: mean(run => run.transitions),
  };
}

function packed(training: SequenceTraining, learnt: LearntWeights): TrainedWeights {
  const { labels, candidates, leastWeight = 1 } = training;
  const { ids, edgeIds, unary, edges, transitions } = learnt;
  const step = stepOf(unary, edges, transitions);
  const sizes = { least: leastWeight, leastPeak: 1 };
  const parts = [
    {
      about: { labels, step, ...(candidates && { candidates }) },
      arrays: { transitions: transitions.map(weight => Math.round(weight / step)) },
    },
    packTable(
      'unary',
      sparseRowsOf({ columns: labels.length, keys: ids.keys(), weights: unary }),
      step,
      sizes,
    ),
  ];
  if (edgeIds.size > 0) {
    const columns = transitions.length;
    parts.push(
      packTable('edges', sparseRowsOf({ columns, keys: edgeIds.keys(), weights: edges }), step, sizes),
    );
  }
  return joinWeights(...parts);
}

/** A matrix of weights whose average over all moments of training is known at the end. */
class AveragedRows {
  readonly columns: number;
  readonly now: Float32Array;
  /** Sum of each update times the moment it was made at. */
  readonly #late: Float64Array;

  constructor(rows: number, columns: number) {
    this.columns = columns;
    this.now = new Float32Array(rows * columns);
    this.#late = new Float64Array(rows * columns);
  }

  add(at: number, change: number, moment: number): void {
    this.now[at]! += change;
    this.#late[at]! += change * moment;
  }

  averaged = (moment: number): Float32Array =>
    this.now.map((weight, at) => weight - this.#late[at]! / Math.max(moment, 1));
}

class SequenceLearner {
  readonly #training: SequenceTraining;
  readonly #lattice: Lattice;
  readonly #ids: FeatureIds;
  readonly #edgeIds: FeatureIds;
  readonly #rows: AveragedRows;
  readonly #edgeRows: AveragedRows;
  readonly #transitions: AveragedRows;
  readonly #features: readonly NumberedFeatures[];
  readonly #edgeFeatures: readonly (NumberedFeatures | undefined)[];
  #path = new Uint8Array(64);
  #moment = 0;

  constructor(training: SequenceTraining) {
    const { labels, examples, leastCount } = training;
    const edges = examples.flatMap(example => example.edges ?? []);
    const pairs = (labels.length + 1) * labels.length;
    this.#training = training;
    this.#ids = numberFeatures(
      examples.map(example => example.features),
      leastCount,
    );
    this.#edgeIds = edges.length > 0 ? numberFeatures(edges, leastCount) : new FeatureIds();
    this.#features = examples.map(example => numbered(example.features, this.#ids));
    this.#edgeFeatures = examples.map(example => example.edges && numbered(example.edges, this.#edgeIds));
    this.#rows = new AveragedRows(this.#ids.size, labels.length);
    this.#edgeRows = new AveragedRows(this.#edgeIds.size, edges.length > 0 ? pairs : 0);
    this.#transitions = new AveragedRows(1, pairs);
    this.#lattice = new Lattice(labels, this.#transitions.now, edges.length > 0);
  }

  /** Learns from an example; gives back how many of its labels were wrong. */
  learn(index: number): number {
    const { gold } = this.#training.examples[index]!;
    const features = this.#features[index]!;
    const edges = this.#edgeFeatures[index];
    const { length } = features;
    const lattice = this.#lattice;
    if (this.#path.length < length) this.#path = new Uint8Array(2 * length);
    lattice.clear(length);
    addRows(features, this.#rows, lattice.unary);
    if (edges && lattice.edges) addRows(edges, this.#edgeRows, lattice.edges);
    this.#widen(gold, length);
    lattice.bestPath(this.#path, this.#training.candidates);
    this.#moment++;
    let wrong = 0;
    for (let at = 0; at < length; at++) if (this.#path[at] !== gold[at]) wrong++;
    if (wrong > 0) this.#update(features, edges, gold, length);
    return wrong;
  }

  #widen(gold: ArrayLike<number>, length: number): void {
    const { margin = 0, labels } = this.#training;
    if (margin === 0) return;
    for (let at = 0; at < length; at++) this.#lattice.unary[at * labels.length + gold[at]!]! -= margin;
  }

  #update(
    features: NumberedFeatures,
    edges: NumberedFeatures | undefined,
    gold: ArrayLike<number>,
    length: number,
  ) {
    const labels = this.#training.labels.length;
    for (let at = 0; at < length; at++) {
      const right = gold[at]!;
      const chosen = this.#path[at]!;
      if (right !== chosen) moveRow(features, at, this.#rows, right, chosen, this.#moment);
      const rightPair = (at === 0 ? labels : gold[at - 1]!) * labels + right;
      const chosenPair = (at === 0 ? labels : this.#path[at - 1]!) * labels + chosen;
      if (rightPair === chosenPair) continue;
      this.#transitions.add(rightPair, 1, this.#moment);
      this.#transitions.add(chosenPair, -1, this.#moment);
      if (edges) moveRow(edges, at, this.#edgeRows, rightPair, chosenPair, this.#moment);
    }
  }

  weights(): LearntWeights {
    return {
      ids: this.#ids,
      edgeIds: this.#edgeIds,
      unary: this.#rows.averaged(this.#moment),
      edges: this.#edgeRows.averaged(this.#moment),
      transitions: this.#transitions.averaged(this.#moment),
    };
  }
}

/** The known features of an example's positions by their numbers; `ends` as in `FeatureLists`. */
type NumberedFeatures = { readonly ids: Int32Array; readonly ends: Int32Array; readonly length: number };

function numbered({ keys, ends, length }: FeatureLists, known: FeatureIds): NumberedFeatures {
  const ids: number[] = [];
  const places = new Int32Array(length);
  for (let position = 0, at = 0; position < length; position++) {
    for (const end = ends[position]!; at < end; at++) {
      const id = known.get(keys[at]!);
      if (id >= 0) ids.push(id);
    }
    places[position] = ids.length;
  }
  return { ids: Int32Array.from(ids), ends: places, length };
}

function addRows({ ids, ends, length }: NumberedFeatures, rows: AveragedRows, scores: Float32Array): void {
  const { columns, now } = rows;
  let at = 0;
  for (let position = 0; position < length; position++) {
    const place = position * columns;
    for (const end = ends[position]!; at < end; at++) {
      const row = ids[at]! * columns;
      for (let column = 0; column < columns; column++) scores[place + column]! += now[row + column]!;
    }
  }
}

function moveRow(
  { ids, ends }: NumberedFeatures,
  position: number,
  rows: AveragedRows,
  right: number,
  chosen: number,
  moment: number,
): void {
  const end = ends[position]!;
  for (let at = position === 0 ? 0 : ends[position - 1]!; at < end; at++) {
    const row = ids[at]! * rows.columns;
    rows.add(row + right, 1, moment);
    rows.add(row + chosen, -1, moment);
  }
}
