import type { Weights } from './weights.ts';

/** A small number for each of many hashed words: a word cluster, the class of tags it takes. 0 is for all others. */
export class ClassMap {
  readonly #keys: Int32Array;
  readonly #values: Uint16Array;
  readonly #buckets: Int32Array;
  readonly #shift: number;

  /** Reads arrays `NAME.keys`, sorted as unsigned, and `NAME.values`. */
  constructor(weights: Weights, name: string) {
    this.#keys = weights.int32(`${name}.keys`);
    this.#values = weights.uint16(`${name}.values`);
    const bits = bucketBits(this.#keys.length);
    this.#shift = 32 - bits;
    this.#buckets = bucketStarts(this.#keys, bits);
  }

  get(key: number): number {
    const bucket = key >>> this.#shift;
    const end = this.#buckets[bucket + 1]!;
    for (let row = this.#buckets[bucket]!; row < end; row++)
      if (this.#keys[row] === key) return this.#values[row]!;
    return 0;
  }
}

/** With so many first bits, a bucket of hashed keys holds about one. */
export const bucketBits = (keys: number): number => Math.max(1, Math.ceil(Math.log2(keys + 1)));

/** Where in sorted `keys` each run of the same first `bits` bits starts, and one more place for the end. */
export function bucketStarts(keys: Int32Array, bits: number): Int32Array {
  const starts = new Int32Array((1 << bits) + 1);
  const shift = 32 - bits;
  for (let row = 0; row < keys.length; row++) starts[(keys[row]! >>> shift) + 1]!++;
  for (let bucket = 0; bucket < 1 << bits; bucket++) starts[bucket + 1]! += starts[bucket]!;
  return starts;
}
