import { bucketBits, bucketStarts } from './class-map.ts';
import type { Weights } from './weights.ts';

/**
 * The weights of hashed sparse features: a row for each feature key, of which only what is not zero is kept.
 *
 * Keys are sorted as unsigned numbers; an index over their first bits, made at load, leaves about one to compare. Rows
 * are counted runs of (column, weight). Weights are int8 and the sums whole numbers, so that scores are the same on
 * every machine.
 */
export class SparseTable {
  /** How many columns a row has: labels, or actions. */
  readonly columns: number;
  readonly #keys: Int32Array;
  readonly #starts: Int32Array;
  readonly #entryColumns: Uint8Array;
  readonly #entryWeights: Int8Array;
  readonly #buckets: Int32Array;
  readonly #shift: number;

  /** `name` tells the table from others in the same file. */
  constructor(weights: Weights, name: string) {
    this.columns = Number(weights.about[`${name}.columns`]);
    this.#keys = weights.int32(`${name}.keys`);
    this.#starts = runStarts(weights.uint8(`${name}.counts`));
    this.#entryColumns = weights.uint8(`${name}.entry-columns`);
    this.#entryWeights = weights.int8(`${name}.entry-weights`);
    const bits = bucketBits(this.#keys.length);
    this.#shift = 32 - bits;
    this.#buckets = bucketStarts(this.#keys, bits);
  }

  /** Adds the weights of a feature to `scores`, from `offset` on; a feature without a row adds nothing. */
  addTo(key: number, scores: Float32Array, offset: number): void {
    const keys = this.#keys;
    const bucket = key >>> this.#shift;
    const end = this.#buckets[bucket + 1]!;
    for (let row = this.#buckets[bucket]!; row < end; row++) {
      if (keys[row] !== key) continue;
      const last = this.#starts[row + 1]!;
      for (let entry = this.#starts[row]!; entry < last; entry++) {
        scores[offset + this.#entryColumns[entry]!]! += this.#entryWeights[entry]!;
      }
      return;
    }
  }
}

/** A count of 0 stands for 256, since a row is never empty. */
function runStarts(counts: Uint8Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let row = 0, sum = 0; row < counts.length; row++) {
    sum += counts[row] || 256;
    starts[row + 1] = sum;
  }
  return starts;
}
