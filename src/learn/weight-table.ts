import { mostNarrow, NarrowTable } from './narrow-table.ts';
import type { Weights } from './weights.ts';
import { WideTable } from './wide-table.ts';

/** The weights of hashed sparse features: a row for each feature key, a column for each label or move. */
export type WeightTable = {
  /**
   * Adds the rows of features `start` to `end` (exclusive) to `scores`, from `offset` on; a feature without a row adds nothing.
   * Weights are int8 and the sums whole numbers, so that scores are the same on every machine.
   */
  addAll(keys: Int32Array, start: number, end: number, scores: Float32Array, offset: number): void;
};

/** The table of that name among the weights, laid out for looking up. Its number of columns says how it is kept. */
export const weightTable = (weights: Weights, name: string): WeightTable =>
  Number(weights.about[`${name}.columns`]) <= mostNarrow
    ? new NarrowTable(weights, name)
    : new WideTable(weights, name);
