import type { Weights } from './weights.ts';

/**
 * A network with one hidden layer beside a linear one: a number for some features. Weights are those of standardised
 * features, folded back, so that it reads them as they are.
 */
export class SmallNetwork {
  readonly #hidden: Float32Array;
  readonly #bias: Float32Array;
  readonly #output: Float32Array;
  readonly #linear: Float32Array;
  readonly #constant: number;

  constructor(weights: Weights) {
    this.#hidden = weights.float32('hidden');
    this.#bias = weights.float32('bias');
    this.#output = weights.float32('output');
    this.#linear = weights.float32('linear');
    this.#constant = Number(weights.about.constant);
  }

  /** How many features it reads. */
  get width(): number {
    return this.#linear.length;
  }

  /** Log-odds, where it was trained for that. */
  score(features: Float64Array): number {
    const width = this.width;
    let score = this.#constant;
    for (let at = 0; at < width; at++) score += this.#linear[at]! * features[at]!;
    for (let unit = 0; unit < this.#bias.length; unit++) {
      let sum = this.#bias[unit]!;
      for (let at = 0; at < width; at++) sum += this.#hidden[unit * width + at]! * features[at]!;
      score += this.#output[unit]! * Math.tanh(sum);
    }
    return score;
  }
}
