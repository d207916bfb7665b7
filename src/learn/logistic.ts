import type { FeatureLists } from './feature-lists.ts';
import { type WeightTable, weightTable } from './weight-table.ts';
import type { Weights } from './weights.ts';

/** Logistic regression over hashed features: how probable one of two answers is. */
export class LogisticModel {
  readonly #table: WeightTable;
  readonly #step: number;
  readonly #score = new Float32Array(1);

  constructor(weights: Weights) {
    this.#table = weightTable(weights, 'odds');
    this.#step = Number(weights.about.step);
  }

  /** From 0 to 1, for the features of the first position. */
  probability({ keys, ends }: FeatureLists): number {
    this.#score[0] = 0;
    this.#table.addAll(keys, 0, ends[0]!, this.#score, 0);
    return 1 / (1 + Math.exp(-this.#score[0] * this.#step));
  }
}
