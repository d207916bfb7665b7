import type { TrainedWeights } from './weights-file.ts';

/** Feature keys and, for each, a dense row of `columns` weights at `row * columns`. */
export type DenseTable = {
  readonly columns: number;
  readonly keys: Int32Array;
  readonly weights: Float32Array;
};

/** Rows of a table, of which only some columns are not zero. */
type SparseRows = {
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

/**
 * What one step of int8 stands for, so that all but one in ten thousand of the weights fit; those are cut to fit.
 * Tables and matrices whose scores are added need the same step.
 */
export function stepOf(...arrays: readonly Float32Array[]): number {
  const sizes = Float32Array.from(
    (function* () {
      for (const array of arrays) for (const weight of array) if (weight !== 0) yield Math.abs(weight);
    })(),
  ).sort();
  return (sizes[Math.floor(sizes.length * 0.9999)] ?? 1) / 127;
}

/**
 * Rounds rows to whole steps and leaves out weights that are then below `least` steps, and rows of which no weight is
 * `leastPeak`. `SparseTable` of src/learn reads them back.
 */
export function packTable(
  name: string,
  { columns, rows }: SparseRows,
  step: number,
  { least, leastPeak } = { least: 1, leastPeak: 1 },
): TrainedWeights {
  if (columns > 256) throw new Error(`${name} has ${columns} columns, and a column number is one byte`);
  const keys: number[] = [];
  const counts: number[] = [];
  const entryColumns: number[] = [];
  const entryWeights: number[] = [];
  for (const row of rows.toSorted((a, b) => (a.key >>> 0) - (b.key >>> 0))) {
    const whole = row.weights.map(weight => Math.max(-127, Math.min(127, Math.round(weight / step))));
    if (!whole.some(weight => Math.abs(weight) >= leastPeak)) continue;
    const before = entryColumns.length;
    for (const [at, column] of row.columns.entries()) {
      if (Math.abs(whole[at]!) < least) continue;
      entryColumns.push(column);
      entryWeights.push(whole[at]!);
    }
    if (entryColumns.length === before) continue;
    keys.push(row.key);
    counts.push((entryColumns.length - before) & 255);
  }
  return {
    about: { [`${name}.columns`]: columns },
    arrays: {
      [`${name}.keys`]: Int32Array.from(keys),
      [`${name}.counts`]: Uint8Array.from(counts),
      [`${name}.entry-columns`]: Uint8Array.from(entryColumns),
      [`${name}.entry-weights`]: Int8Array.from(entryWeights),
    },
  };
}
