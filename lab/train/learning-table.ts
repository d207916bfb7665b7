import type { DenseTable } from './table-weights.ts';

/** As in `SparseTable`: one bit of this many stands for a key. */
const filterBits = 1 << 26;

/** So many keys are remembered before they have a row. */
const sightings = 1 << 23;

/**
 * Weights of hashed features while they are learnt: rows come to be where an update needs them, and hold only the
 * columns that were updated. A feature gets its row when it is updated in a second example, since most features that are
 * only ever in one say nothing of others. The average over all moments of training is known at the end.
 */
export class LearningTable {
  readonly columns: number;
  readonly #filter = new Int32Array(filterBits / 32);
  /** By the last bits of a key: the moment at which such a key was first to be updated. */
  readonly #firstSeen = new Int32Array(sightings);
  /** A key, then its row from 1; 0 is an empty slot. */
  #slots = new Int32Array(2 << 18);
  #keys = new Int32Array(1 << 16);
  rows = 0;
  /** For each row: where its entries start, how many it has, how many it has room for, how often it was updated. */
  #spans = new Int32Array(4 << 16);
  #entryColumns = new Uint8Array(1 << 18);
  #now = new Float32Array(1 << 18);
  /** Sum of each update times the moment it was made at. */
  #late = new Float64Array(1 << 18);
  #used = 0;

  constructor(columns: number) {
    if (columns > 256) throw new Error('a column number is one byte');
    this.columns = columns;
  }

  addTo(key: number, scores: Float32Array, offset: number): void {
    const bit = key & (filterBits - 1);
    if (((this.#filter[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return;
    const row = this.#slots[2 * this.#find(key) + 1]!;
    if (row === 0) return;
    const start = this.#spans[4 * row - 4]!;
    const end = start + this.#spans[4 * row - 3]!;
    for (let at = start; at < end; at++) scores[offset + this.#entryColumns[at]!]! += this.#now[at]!;
  }

  addAll(keys: Int32Array, start: number, end: number, scores: Float32Array, offset: number): void {
    for (let at = start; at < end; at++) this.addTo(keys[at]!, scores, offset);
  }

  add(key: number, column: number, change: number, moment: number): void {
    const row = this.#row(key, moment);
    if (row === 0) return;
    const span = 4 * (row - 1);
    this.#spans[span + 3]!++;
    const start = this.#spans[span]!;
    const end = start + this.#spans[span + 1]!;
    let at = start;
    while (at < end && this.#entryColumns[at] !== column) at++;
    if (at === end) at = this.#newEntry(span, column);
    this.#now[at]! += change;
    this.#late[at]! += change * moment;
  }

  #find(key: number): number {
    const mask = this.#slots.length / 2 - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 4) & mask;
    while (this.#slots[2 * slot + 1] !== 0 && this.#slots[2 * slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** 0 as long as the key is only known from the example of this moment. */
  #row(key: number, moment: number): number {
    const slot = this.#find(key);
    const row = this.#slots[2 * slot + 1]!;
    if (row !== 0) return row;
    const first = this.#firstSeen[key & (sightings - 1)]!;
    if (first === 0) this.#firstSeen[key & (sightings - 1)] = moment;
    if (first === 0 || first === moment) return 0;
    if (this.rows === this.#keys.length) {
      this.#grow();
      return this.#row(key, moment);
    }
    const bit = key & (filterBits - 1);
    this.#filter[bit >>> 5]! |= 1 << (bit & 31);
    this.#keys[this.rows] = key;
    this.#spans[4 * this.rows] = this.#take(2);
    this.#spans[4 * this.rows + 2] = 2;
    this.#slots[2 * slot] = key;
    this.#slots[2 * slot + 1] = ++this.rows;
    return this.rows;
  }

  #grow(): void {
    this.#keys = resized(this.#keys, Int32Array);
    this.#spans = resized(this.#spans, Int32Array);
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let row = 0; row < this.rows; row++) {
      const slot = this.#find(this.#keys[row]!);
      this.#slots[2 * slot] = this.#keys[row]!;
      this.#slots[2 * slot + 1] = row + 1;
    }
  }

  #newEntry(span: number, column: number): number {
    const count = this.#spans[span + 1]!;
    if (count === this.#spans[span + 2]) {
      const old = this.#spans[span]!;
      const start = this.#take(count * 2);
      this.#entryColumns.copyWithin(start, old, old + count);
      this.#now.copyWithin(start, old, old + count);
      this.#late.copyWithin(start, old, old + count);
      this.#spans[span] = start;
      this.#spans[span + 2] = count * 2;
    }
    const at = this.#spans[span]! + count;
    this.#spans[span + 1]!++;
    this.#entryColumns[at] = column;
    this.#now[at] = 0;
    this.#late[at] = 0;
    return at;
  }

  /** Places for so many entries. What a row leaves behind when it moves is not used again. */
  #take(room: number): number {
    const start = this.#used;
    this.#used += room;
    while (this.#used > this.#now.length) {
      this.#entryColumns = resized(this.#entryColumns, Uint8Array);
      this.#now = resized(this.#now, Float32Array);
      this.#late = resized(this.#late, Float64Array);
    }
    return start;
  }

  /** The averaged rows that had at least `leastUpdates` updates. */
  averaged(moment: number, leastUpdates: number): SparseRows {
    const kept: { key: number; columns: number[]; weights: number[] }[] = [];
    for (let row = 0; row < this.rows; row++) {
      if (this.#spans[4 * row + 3]! < leastUpdates) continue;
      const key = this.#keys[row]!;
      const start = this.#spans[4 * row]!;
      const places = Array.from({ length: this.#spans[4 * row + 1]! }, (_, index) => start + index);
      const columns = places.map(at => this.#entryColumns[at]!);
      const weights = places.map(at => this.#now[at]! - this.#late[at]! / Math.max(1, moment));
      kept.push({ key, columns, weights });
    }
    return { columns: this.columns, rows: kept };
  }
}

/** Rows of a table, of which only some columns are not zero. */
export type SparseRows = {
  readonly columns: number;
  readonly rows: readonly {
    readonly key: number;
    readonly columns: readonly number[];
    readonly weights: readonly number[];
  }[];
};

/** The rows of a table that holds every column. */
export function sparseRowsOf({ columns, keys, weights }: DenseTable): SparseRows {
  const all = Array.from({ length: columns }, (_, column) => column);
  return {
    columns,
    rows: Array.from(keys, (key, row) => {
      const some = all.filter(column => weights[row * columns + column] !== 0);
      return { key, columns: some, weights: some.map(column => weights[row * columns + column]!) };
    }),
  };
}

type Growing = Uint8Array | Int32Array | Float32Array | Float64Array;

function resized<Kind extends Growing>(array: Kind, make: new (length: number) => Kind): Kind {
  const larger = new make(array.length * 2);
  larger.set(array as never);
  return larger;
}
