import { KeyFilter } from './key-filter.ts';
import type { Weights } from './weights.ts';

/** Columns that a row of `NarrowTable` has room for. */
export const mostNarrow = 12;

/** Makes four weights 128 larger each, so that none is below 0. */
const bias = 0x80808080 | 0;

/** How many keys are looked up at once: of more rows the sums would not fit 16 bits. */
const mostKeys = 256;

/**
 * A table of few columns, laid out at load for looking up many features at once. A slot is four words: the key, and
 * twelve weights of a byte, which are added four at a time, as two pairs of sums of 16 bits. Key 0 marks an empty slot, so the one feature in four thousand million that has it has no row.
 */
export class NarrowTable {
  readonly #slots: Int32Array;
  readonly #shift: number;
  readonly #columns: number;
  readonly #filter = new KeyFilter(21);
  readonly #known = new Int32Array(mostKeys);
  readonly #sums = new Int32Array(mostNarrow / 2 + 1);

  /** `name` tells the table from others in the same file. */
  constructor(weights: Weights, name: string) {
    const keys = weights.int32(`${name}.keys`);
    const bits = Math.ceil(Math.log2(keys.length * 1.4 + 2));
    this.#columns = Number(weights.about[`${name}.columns`]);
    this.#shift = 32 - bits;
    this.#slots = new Int32Array(4 << bits);
    this.#layOut(keys, weights.uint16(`${name}.masks`), weights.int8(`${name}.weights`));
  }

  /** Keys are sorted, and their first bits say where they lie: the table is filled from its start to its end. */
  #layOut(keys: Int32Array, masks: Uint16Array, weights: Int8Array): void {
    const slots = this.#slots;
    const bytes = new Int8Array(slots.buffer);
    const shift = this.#shift;
    const last = slots.length - 1;
    for (let row = 0, entry = 0; row < keys.length; row++) {
      const key = keys[row]!;
      this.#filter.add(key);
      let slot = (key >>> shift) * 4;
      while (slots[slot] !== 0) slot = (slot + 4) & last;
      slots[slot] = key;
      const first = 4 * slot + 4;
      for (let mask = masks[row]!; mask !== 0; mask &= mask - 1) {
        bytes[first + 31 - Math.clz32(mask & -mask)] = weights[entry++]!;
      }
    }
  }

  addAll(keys: Int32Array, start: number, end: number, scores: Float32Array, offset: number): void {
    for (let from = start; from < end; from += mostKeys) {
      const count = this.#filter.pass(keys, from, Math.min(end, from + mostKeys), this.#known);
      this.#addSome(count, scores, offset);
    }
  }

  /**
   * Adds the rows of so many keys of `#known`. First all slots are read once for nothing, so that the processor waits for memory
   * for many of them at once.
   */
  #addSome(count: number, scores: Float32Array, offset: number): void {
    const known = this.#known;
    const slots = this.#slots;
    const shift = this.#shift;
    const last = slots.length - 1;
    let touched = 0;
    for (let at = 0; at < count; at++) touched ^= slots[(known[at]! >>> shift) * 4]!;
    let found = 0;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    for (let at = 0; at < count; at++) {
      const key = known[at]!;
      let slot = (key >>> shift) * 4;
      while (slots[slot] !== key && slots[slot] !== 0) slot = (slot + 4) & last;
      if (slots[slot] === 0) continue;
      const first = slots[slot + 1]! ^ bias;
      const second = slots[slot + 2]! ^ bias;
      const third = slots[slot + 3]! ^ bias;
      a = (a + (first & 0xff00ff)) | 0;
      b = (b + ((first >>> 8) & 0xff00ff)) | 0;
      c = (c + (second & 0xff00ff)) | 0;
      d = (d + ((second >>> 8) & 0xff00ff)) | 0;
      e = (e + (third & 0xff00ff)) | 0;
      f = (f + ((third >>> 8) & 0xff00ff)) | 0;
      found++;
    }
    const sums = this.#sums;
    sums[6] = touched; // so that the reads are not left out as useless
    sums[0] = a;
    sums[1] = b;
    sums[2] = c;
    sums[3] = d;
    sums[4] = e;
    sums[5] = f;
    for (let column = 0; column < this.#columns; column++) {
      const pair = sums[(column >> 2) * 2 + (column & 1)]!;
      scores[offset + column]! += ((column & 2) === 0 ? pair & 0xffff : pair >>> 16) - 128 * found;
    }
  }
}
