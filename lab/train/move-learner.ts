import { mostNarrow, type WeightTable } from '../../src/learn/index.ts';
import { type Pruning, packTable } from './table-weights.ts';
import { joinWeights, type TrainedWeights } from './weights-file.ts';

/** So many keys are remembered before they have a row. */
const sightings = 1 << 23;

/** What is learnt of each feature, at the slots of an open-addressing table; key 0 is an empty slot. */
class Rows {
  readonly bits: number;
  readonly keys: Int32Array;
  readonly updates: Int32Array;
  readonly now: Float32Array;
  /** Sum of each update times the moment it was made at. */
  readonly late: Float64Array;
  /** The averages of the runs before, summed up. */
  readonly total: Float32Array;

  constructor(bits: number, columns: number) {
    const slots = 1 << bits;
    this.bits = bits;
    this.keys = new Int32Array(slots);
    this.updates = new Int32Array(slots);
    this.now = new Float32Array(slots * columns);
    this.late = new Float64Array(slots * columns);
    this.total = new Float32Array(slots * columns);
  }

  /** The slot of a key, or the empty one where it would be. */
  find(key: number): number {
    const { keys } = this;
    let slot = key >>> (32 - this.bits);
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
    return slot;
  }
}

/**
 * Weights of hashed features while they are learnt: rows come to be where an update needs them. A feature gets its row
 * when it is updated in a second example, since most features that are only ever in one say nothing of others. What a
 * run has learnt is its average over all moments, and what is learnt in the end is the mean of the runs.
 */
export class MoveLearner implements WeightTable {
  readonly #columns: number;
  /** By the last bits of a key: the moment at which such a key was first to be updated. */
  readonly #firstSeen = new Int32Array(sightings);
  #rows: Rows;
  #count = 0;

  constructor(columns: number) {
    if (columns > mostNarrow) throw new Error(`${columns} moves`);
    this.#columns = columns;
    this.#rows = new Rows(18, columns);
  }

  addAll(keys: Int32Array, start: number, end: number, scores: Float32Array, offset: number): void {
    const columns = this.#columns;
    const rows = this.#rows;
    for (let at = start; at < end; at++) {
      const slot = rows.find(keys[at]!);
      if (rows.keys[slot] === 0) continue;
      const row = slot * columns;
      for (let column = 0; column < columns; column++) scores[offset + column]! += rows.now[row + column]!;
    }
  }

  add(key: number, move: number, change: number, moment: number): void {
    const slot = this.#rowOf(key, moment);
    if (slot < 0) return;
    const at = slot * this.#columns + move;
    this.#rows.updates[slot]!++;
    this.#rows.now[at]! += change;
    this.#rows.late[at]! += change * moment;
  }

  /** -1 as long as the key is only known from the example of this moment. */
  #rowOf(key: number, moment: number): number {
    const slot = this.#rows.find(key);
    if (this.#rows.keys[slot] !== 0) return slot;
    const place = key & (sightings - 1);
    const first = this.#firstSeen[place]!;
    if (first === 0) this.#firstSeen[place] = moment;
    if (first === 0 || first === moment) return -1;
    if (this.#count > 0.6 * this.#rows.keys.length) this.#grow();
    const free = this.#rows.find(key);
    this.#rows.keys[free] = key;
    this.#count++;
    return free;
  }

  #grow(): void {
    const columns = this.#columns;
    const old = this.#rows;
    const rows = new Rows(old.bits + 1, columns);
    for (const [from, key] of old.keys.entries()) {
      if (key === 0) continue;
      const to = rows.find(key);
      rows.keys[to] = key;
      rows.updates[to] = old.updates[from]!;
      for (const name of ['now', 'late', 'total'] as const) {
        rows[name].set(old[name].subarray(from * columns, (from + 1) * columns), to * columns);
      }
    }
    this.#rows = rows;
  }

  /** Ends a run at a moment; the next one starts from nothing. */
  finishRun(moment: number): void {
    const { now, late, total } = this.#rows;
    for (let at = 0; at < now.length; at++) total[at]! += now[at]! - late[at]! / moment;
    now.fill(0);
    late.fill(0);
    this.#firstSeen.fill(0);
  }

  /** What the runs have learnt, of features that had at least `leastUpdates` updates: the table `moves`. */
  pack(leastUpdates: number, pruning: Pruning): TrainedWeights {
    const columns = this.#columns;
    const { keys, updates, total } = this.#rows;
    const often = Array.from(keys.keys()).filter(slot => keys[slot] !== 0 && updates[slot]! >= leastUpdates);
    const weightsAt = (slot: number) => total.subarray(slot * columns, (slot + 1) * columns);
    const step = stepOf(often.map(weightsAt));
    const all = Array.from({ length: columns }, (_, column) => column);
    const rows = often.map(slot => ({
      key: keys[slot]!,
      columns: all,
      weights: Array.from(weightsAt(slot)),
    }));
    return joinWeights(
      { about: { 'moves.step': step }, arrays: {} },
      packTable('moves', { columns, rows }, step, pruning),
    );
  }
}

/** What one step of int8 stands for, so that all but one in two thousand of the weights fit; those are cut to fit. */
function stepOf(rows: readonly Float32Array[]): number {
  const sizes = new Float32Array(rows.reduce((sum, row) => sum + row.length, 0));
  let count = 0;
  for (const row of rows) for (const weight of row) if (weight !== 0) sizes[count++] = Math.abs(weight);
  return (sizes.subarray(0, count).sort()[Math.floor(count * 0.9995)] ?? 1) / 127;
}
