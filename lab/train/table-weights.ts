import { mostNarrow } from '../../src/learn/index.ts';
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

/** What is left out of a file, in whole steps: rows of which no weight is `leastPeak`, and weights below `least`. */
export type Pruning = { readonly least: number; readonly leastPeak: number };

/** Rounds rows to whole steps, and prunes them. `weightTable` of src/learn reads them back. */
export function packTable(
  name: string,
  { columns, rows }: SparseRows,
  step: number,
  { least, leastPeak }: Pruning = { least: 1, leastPeak: 1 },
): TrainedWeights {
  const whole = (weight: number): number => Math.max(-127, Math.min(127, Math.round(weight / step)));
  const kept = rows
    .toSorted((a, b) => (a.key >>> 0) - (b.key >>> 0))
    .map(row => ({ key: row.key, columns: row.columns, weights: row.weights.map(whole) }))
    .filter(({ weights }) => weights.some(weight => Math.abs(weight) >= leastPeak))
    .map(({ key, columns, weights }) => {
      const places = [...columns.keys()].filter(at => Math.abs(weights[at]!) >= least);
      return { key, columns: places.map(at => columns[at]!), weights: places.map(at => weights[at]!) };
    })
    .filter(({ weights }) => weights.length > 0);
  return {
    about: { [`${name}.columns`]: columns },
    arrays: {
      [`${name}.keys`]: Int32Array.from(kept, ({ key }) => key),
      ...columnsOf(name, columns, kept),
      [`${name}.weights`]: Int8Array.from(kept.flatMap(({ weights }) => weights)),
    },
  };
}

/** Which columns the weights of each row belong to. */
function columnsOf(name: string, columns: number, rows: SparseRows['rows']): TrainedWeights['arrays'] {
  if (columns <= mostNarrow) {
    const maskOf = (own: readonly number[]): number => own.reduce((mask, column) => mask | (1 << column), 0);
    return { [`${name}.masks`]: Uint16Array.from(rows, row => maskOf(row.columns)) };
  }
  if (columns > 256) throw new Error(`${name} has ${columns} columns, and a column number is one byte`);
  return {
    // a row is never empty, and 0 stands for 256
    [`${name}.counts`]: Uint8Array.from(rows, row => row.columns.length & 255),
    [`${name}.columns`]: Uint8Array.from(rows.flatMap(row => row.columns)),
  };
}
