import type { FeatureLists } from '../../src/learn/index.ts';
import { numberFeatures } from './feature-ids.ts';
import { createRandom, shuffle } from './random.ts';
import { packTable, sparseRowsOf, stepOf } from './table-weights.ts';
import { joinWeights, type TrainedWeights } from './weights-file.ts';

/** One position of features, and whether the answer is yes. */
export type LogisticExample = { readonly features: FeatureLists; readonly yes: boolean };

export type LogisticTraining = {
  readonly examples: readonly LogisticExample[];
  readonly epochs: number;
  readonly seed: number;
  readonly leastCount: number;
  /** Size of the first steps. */
  readonly rate: number;
  /** Share of a weight that is lost at each update of it. */
  readonly decay: number;
};

/** Trains a `LogisticModel` by AdaGrad (Duchi, Hazan and Singer 2011) with weights that decay. */
export function trainLogistic(training: LogisticTraining): TrainedWeights {
  const { examples, epochs, seed, leastCount, rate, decay } = training;
  const ids = numberFeatures(
    examples.map(({ features }) => features),
    leastCount,
  );
  const weights = new Float32Array(ids.size);
  const squares = new Float32Array(ids.size).fill(1e-2);
  const rows = examples.map(({ features: { keys, size } }) =>
    Int32Array.from(keys.subarray(0, size), key => ids.get(key)).filter(id => id >= 0),
  );
  const random = createRandom(seed);
  const order = Array.from(examples.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const row = rows[index]!;
      let score = 0;
      for (const id of row) score += weights[id]!;
      const error = (examples[index]!.yes ? 1 : 0) - 1 / (1 + Math.exp(-score));
      for (const id of row) {
        const slope = error - decay * weights[id]!;
        squares[id]! += slope * slope;
        weights[id]! += (rate * slope) / Math.sqrt(squares[id]!);
      }
    }
  }
  const step = stepOf(weights);
  const table = packTable('odds', sparseRowsOf({ columns: 1, keys: ids.keys(), weights }), step);
  return joinWeights({ about: { step }, arrays: {} }, table);
}
