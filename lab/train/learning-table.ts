import { FeatureIds } from './feature-ids.ts';
import type { DenseTable } from './table-weights.ts';

/**
 * Weights of hashed features while they are learnt: rows come to be where an update needs them, and hold only the
 * columns that were updated. The average over all moments of training is known at the end.
 */
export class LearningTable {
  readonly columns: number;
  readonly #ids = new FeatureIds();
  #starts = new Int32Array(1 << 16);
  #counts = new Uint8Array(1 << 16);
  #rooms = new Uint8Array(1 << 16);
  #updates = new Uint16Array(1 << 16);
  #entryColumns = new Uint8Array(1 << 18);
  #now = new Float32Array(1 << 18);
  /** Sum of each update times the moment it was made at. */
  #late = new Float64Array(1 << 18);
  #used = 0;

  constructor(columns: number) {
    if (columns > 127) throw new Error('a row has at most 127 columns');
    this.columns = columns;
  }

  addTo(key: number, scores: Float32Array, offset: number): void {
    const row = this.#ids.get(key);
    if (row < 0) return;
    const start = this.#starts[row]!;
    const end = start + this.#counts[row]!;
    for (let at = start; at < end; at++) scores[offset + this.#entryColumns[at]!]! += this.#now[at]!;
  }

  add(key: number, column: number, change: number, moment: number): void {
    const row = this.#row(key);
    if (this.#updates[row]! < 65535) this.#updates[row]!++;
    const start = this.#starts[row]!;
    const end = start + this.#counts[row]!;
    let at = start;
    while (at < end && this.#entryColumns[at] !== column) at++;
    if (at === end) at = this.#newEntry(row, column);
    this.#now[at]! += change;
    this.#late[at]! += change * moment;
  }

  #row(key: number): number {
    const before = this.#ids.size;
    const row = this.#ids.add(key);
    if (row < before) return row;
    if (row === this.#starts.length) {
      this.#starts = resized(this.#starts, Int32Array);
      this.#counts = resized(this.#counts, Uint8Array);
      this.#rooms = resized(this.#rooms, Uint8Array);
      this.#updates = resized(this.#updates, Uint16Array);
    }
    this.#starts[row] = this.#take(2);
    this.#rooms[row] = 2;
    return row;
  }

  #newEntry(row: number, column: number): number {
    const count = this.#counts[row]!;
    if (count === this.#rooms[row]) {
      const old = this.#starts[row]!;
      const start = this.#take(count * 2);
      this.#entryColumns.copyWithin(start, old, old + count);
      this.#now.copyWithin(start, old, old + count);
      this.#late.copyWithin(start, old, old + count);
      this.#starts[row] = start;
      this.#rooms[row] = count * 2;
    }
    const at = this.#starts[row]! + count;
    this.#counts[row]!++;
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

  get rows(): number {
    return this.#ids.size;
  }

  /** The averaged rows that had at least `leastUpdates` updates. */
  averaged(moment: number, leastUpdates: number): SparseRows {
    const kept: { key: number; columns: number[]; weights: number[] }[] = [];
    for (const [row, key] of this.#ids.keys().entries()) {
      if (this.#updates[row]! < leastUpdates) continue;
      const start = this.#starts[row]!;
      const places = Array.from({ length: this.#counts[row]! }, (_, index) => start + index);
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

type Growing = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array;

function resized<Kind extends Growing>(array: Kind, make: new (length: number) => Kind): Kind {
  const larger = new make(array.length * 2);
  larger.set(array as never);
  return larger;
}
