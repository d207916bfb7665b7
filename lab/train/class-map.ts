import type { TrainedWeights } from './weights-file.ts';

/** The arrays that `ClassMap` of src/learn reads. */
export function packClassMap(name: string, classes: ReadonlyMap<number, number>): TrainedWeights {
  const sorted = [...classes].sort(([a], [b]) => (a >>> 0) - (b >>> 0));
  return {
    about: {},
    arrays: {
      [`${name}.keys`]: Int32Array.from(sorted, ([key]) => key),
      [`${name}.values`]: Uint16Array.from(sorted, ([, value]) => value),
    },
  };
}
