/**
 * Which keys may have a row in a table: a bit stands for all keys that end alike, so most keys without a row are told from one
 * read of a small array.
 */
export class KeyFilter {
  readonly #mask: number;
  readonly #bits: Int32Array;

  /** Of 2 to the power of `size` bits. */
  constructor(size: number) {
    this.#mask = (1 << size) - 1;
    this.#bits = new Int32Array(1 << (size - 5));
  }

  add(key: number): void {
    const bit = key & this.#mask;
    this.#bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  /** Writes those of `keys`, from `start` to `end` (exclusive), that may have a row into `into`, and gives back how many they are. No branch depends on them. */
  pass(keys: Int32Array, start: number, end: number, into: Int32Array): number {
    const bits = this.#bits;
    const mask = this.#mask;
    let count = 0;
    for (let index = start; index < end; index++) {
      const key = keys[index]!;
      const bit = key & mask;
      into[count] = key;
      count += (bits[bit >>> 5]! >>> (bit & 31)) & 1;
    }
    return count;
  }
}
