import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MoveLearner } from '../../lab/train/move-learner.ts';
import { packTable } from '../../lab/train/table-weights.ts';
import { packWeights } from '../../lab/train/weights-file.ts';
import { mostNarrow, Weights, weightTable } from '../../src/learn/index.ts';

/** Keys are hashes; some are alike in their first or last bits, and share slots. */
const key = fc.oneof(
  fc.integer(),
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 40 }).map(few => few << 26),
);
const update = fc.record({
  key,
  move: fc.integer({ min: 0, max: mostNarrow - 1 }),
  change: fc.constantFrom(-1, 1),
});

test('weights of moves: a file has the whole steps that were learnt, whatever their keys', () => {
  fc.assert(
    fc.property(
      fc.array(update, { minLength: 1, maxLength: 60 }),
      fc.array(key, { maxLength: 60 }),
      (updates, others) => {
        const learner = new MoveLearner(mostNarrow);
        // of two moments of learning, the first makes a key known and the second counts
        for (const moment of [1, 2])
          for (const { key, move, change } of updates) learner.add(key, move, change, moment);
        learner.finishRun(1e9);
        const packed = learner.pack(1, { least: 1, leastPeak: 1 });
        const step = Number(packed.about['moves.step']);
        const table = weightTable(new Weights(packWeights(packed)), 'moves');
        const keys = Int32Array.from([...updates.map(({ key }) => key), ...others]);
        const scores = new Float32Array(mostNarrow);
        table.addAll(keys, 0, keys.length, scores, 0);
        const sums = new Array(mostNarrow).fill(0);
        for (const asked of keys) {
          const own = new Array(mostNarrow).fill(0);
          for (const { key, move, change } of updates) if (key === asked && key !== 0) own[move] += change;
          for (const [move, sum] of own.entries())
            sums[move] += Math.max(-127, Math.min(127, Math.round(sum / step)));
        }
        deepEqual(
          Array.from(scores),
          sums.map(sum => sum + 0),
        );
      },
    ),
    { numRuns: 20 },
  );
});

test('weights of any number of columns: what is looked up is the sum of the rows, and a feature without one adds nothing', () => {
  const columnsAndKeys = fc.record({
    columns: fc.constantFrom(1, 5, mostNarrow, mostNarrow + 1, 115, 256),
    known: fc.uniqueArray(
      key.filter(each => each !== 0),
      { maxLength: 60 },
    ),
    asked: fc.array(key, { maxLength: 700 }),
  });
  fc.assert(
    fc.property(columnsAndKeys, ({ columns, known, asked }) => {
      const weightOf = (key: number, column: number): number => ((key ^ (column * 7919)) % 128) | 0;
      const all = Array.from({ length: columns }, (_, column) => column);
      const some = (key: number) => all.filter(column => weightOf(key, column) !== 0);
      const rows = known.map(key => ({
        key,
        columns: some(key),
        weights: some(key).map(column => weightOf(key, column)),
      }));
      const table = weightTable(new Weights(packWeights(packTable('t', { columns, rows }, 1))), 't');
      const keys = Int32Array.from([...known, ...asked]);
      const scores = new Float32Array(2 + columns);
      table.addAll(keys, 0, keys.length, scores, 2);
      const found = [...keys].filter(key => known.includes(key));
      const sums = all.map(column => found.reduce((sum, key) => sum + weightOf(key, column), 0));
      deepEqual([...scores], [0, 0, ...sums]);
    }),
    { numRuns: 60 },
  );
});
