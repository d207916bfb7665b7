import { Lattice } from './best-path.ts';
import type { FeatureLists } from './feature-lists.ts';
import { gapsOf } from './through.ts';
import { type WeightTable, weightTable } from './weight-table.ts';
import type { Weights } from './weights.ts';

/**
 * A first-order linear model over sequences: label scores from hashed features, pair scores from a matrix and, where
 * it was trained with them, from features of a position that look at two neighbouring labels.
 *
 * One at a time: a model holds the arrays that it works in. What it gives back depends on its arguments only.
 */
export class SequenceModel {
  readonly labels: readonly string[];
  readonly #unary: WeightTable;
  readonly #edges: WeightTable | null;
  readonly #candidates: number;
  readonly #lattice: Lattice;
  /** What one whole step of the weights stands for. */
  readonly #step: number;

  constructor(weights: Weights) {
    this.labels = weights.about.labels as string[];
    this.#unary = weightTable(weights, 'unary');
    this.#edges = 'edges.columns' in weights.about ? weightTable(weights, 'edges') : null;
    this.#candidates = Number(weights.about.candidates ?? this.labels.length);
    this.#step = Number(weights.about.step ?? 1);
    this.#lattice = new Lattice(this.labels, weights.float32('transitions'), this.#edges !== null);
  }

  /**
   * Writes the number of each position's label in the best labelling. `into` has at least `features.length` places.
   * `edges`, for a model that was trained with them, holds the features that look at a pair: each position's own label
   * and the one before.
   */
  label(features: FeatureLists, into: Uint8Array, edges?: FeatureLists): void {
    const lattice = this.#lattice;
    lattice.clear(features.length);
    addScores(this.#unary, features, lattice.unary, this.labels.length);
    if (this.#edges && edges) {
      addScores(this.#edges, edges, lattice.edges!, (this.labels.length + 1) * this.labels.length);
    }
    lattice.bestPath(into, this.#candidates);
  }

  /**
   * As `label`, for a model without edges, and writes into `gaps`, at `position * labels + label`, by how many units of training
   * the best labelling with that label there is worse than the best of all.
   */
  labelWithGaps(features: FeatureLists, into: Uint8Array, gaps: Float32Array): void {
    this.label(features, into);
    if (features.length === 0) return;
    gapsOf(this.#lattice, gaps);
    for (let at = 0; at < features.length * this.labels.length; at++) gaps[at]! *= this.#step;
  }
}

function addScores(table: WeightTable, features: FeatureLists, scores: Float32Array, stride: number): void {
  const { keys, ends, length } = features;
  for (let position = 0, start = 0; position < length; position++) {
    const end = ends[position]!;
    table.addAll(keys, start, end, scores, position * stride);
    start = end;
  }
}
