import { KeyFilter } from './key-filter.ts';
import type { Weights } from './weights.ts';

/**
 * A table of many columns, of which a row has few that are not zero. At load the rows are laid out for looking up: a filter of
 * bits, an open-addressing table of (key, place), and runs of (column, weight).
 */
export class WideTable {
  readonly #filter = new KeyFilter(22);
  /** A key, then the place of its run in `#entries`, which is 0 where the slot is empty. */
  readonly #slots: Int32Array;
  readonly #shift: number;
  /** A count, then so many entries: a column in the lower byte, its weight in the upper. */
  readonly #entries: Int16Array;
  #known = new Int32Array(0);
  #places = new Int32Array(0);

  /** `name` tells the table from others in the same file. */
  constructor(weights: Weights, name: string) {
    const keys = weights.int32(`${name}.keys`);
    const counts = weights.uint8(`${name}.counts`);
    const bits = Math.ceil(Math.log2(keys.length * 1.5 + 2));
    this.#slots = new Int32Array(2 << bits);
    this.#shift = 32 - bits;
    this.#entries = layOutRuns(counts, weights.uint8(`${name}.columns`), weights.int8(`${name}.weights`));
    this.#layOut(keys, counts);
  }

  #layOut(keys: Int32Array, counts: Uint8Array): void {
    for (let row = 0, place = 1; row < keys.length; row++) {
      const key = keys[row]!;
      this.#filter.add(key);
      // keys are sorted, so their first bits give slots in order: the table is filled from its start to its end
      let slot = key >>> this.#shift;
      while (this.#slots[2 * slot + 1] !== 0) slot = this.#after(slot);
      this.#slots[2 * slot] = key;
      this.#slots[2 * slot + 1] = place;
      place += 1 + (counts[row] || 256);
    }
  }

  #after(slot: number): number {
    return 2 * slot + 2 === this.#slots.length ? 0 : slot + 1;
  }

  /**
   * First all places are looked up, then all counts read, so that the processor waits for memory for many of them at once.
   */
  addAll(keys: Int32Array, start: number, end: number, scores: Float32Array, offset: number): void {
    if (this.#known.length < end - start) {
      this.#known = new Int32Array(2 * (end - start));
      this.#places = new Int32Array(2 * (end - start));
    }
    const found = this.#findPlaces(this.#filter.pass(keys, start, end, this.#known));
    const places = this.#places;
    const entries = this.#entries;
    for (let index = 0; index < found; index++) {
      const place = places[index]!;
      const last = place + entries[place]!;
      for (let at = place + 1; at <= last; at++) {
        const entry = entries[at]!;
        scores[offset + (entry & 255)]! += entry >> 8;
      }
    }
  }

  /**
   * Writes where the runs of the known keys are into `#places`, and gives back how many there are. Slots and runs are
   * read once for nothing before they are needed, which lets all of them come from memory at the same time.
   */
  #findPlaces(known: number): number {
    const keys = this.#known;
    const slots = this.#slots;
    const places = this.#places;
    const shift = this.#shift;
    let touched = 0;
    for (let index = 0; index < known; index++) touched ^= slots[2 * (keys[index]! >>> shift)]!;
    let found = 0;
    for (let index = 0; index < known; index++) {
      const key = keys[index]!;
      let slot = key >>> shift;
      while (slots[2 * slot] !== key && slots[2 * slot + 1] !== 0) slot = this.#after(slot);
      const place = slots[2 * slot + 1]!;
      places[found] = place;
      found += place === 0 ? 0 : 1;
    }
    for (let index = 0; index < found; index++) touched ^= this.#entries[places[index]!]!;
    places[found] = touched; // so that the reads are not left out as useless
    return found;
  }
}

/** A count of 0 stands for 256, since a row is never empty. Place 0 is left out. */
function layOutRuns(counts: Uint8Array, columns: Uint8Array, weights: Int8Array): Int16Array {
  const entries = new Int16Array(1 + counts.length + columns.length);
  for (let row = 0, entry = 0, place = 1; row < counts.length; row++) {
    const count = counts[row] || 256;
    entries[place++] = count;
    for (const end = entry + count; entry < end; entry++) {
      entries[place++] = (weights[entry]! << 8) | columns[entry]!;
    }
  }
  return entries;
}
