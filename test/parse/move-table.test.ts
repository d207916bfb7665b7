import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MoveLearner } from '../../lab/train/move-learner.ts';
import { packWeights } from '../../lab/train/weights-file.ts';
import { Weights } from '../../src/learn/index.ts';
import { MoveTable, mostMoves } from '../../src/parse/tree/move-table.ts';

/** Keys are hashes; some are alike in their first or last bits, and share slots. */
const key = fc.oneof(
  fc.integer(),
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 40 }).map(few => few << 26),
);
const update = fc.record({
  key,
  move: fc.integer({ min: 0, max: mostMoves - 1 }),
  change: fc.constantFrom(-1, 1),
});

test('weights of moves: a file has the whole steps that were learnt, whatever their keys', () => {
  fc.assert(
    fc.property(
      fc.array(update, { minLength: 1, maxLength: 60 }),
      fc.array(key, { maxLength: 60 }),
      (updates, others) => {
        const learner = new MoveLearner(mostMoves);
        // of two moments of learning, the first makes a key known and the second counts
        for (const moment of [1, 2])
          for (const { key, move, change } of updates) learner.add(key, move, change, moment);
        learner.finishRun(1e9);
        const packed = learner.pack(1, { least: 1, leastPeak: 1 });
        const step = Number(packed.about['moves.step']);
        const table = new MoveTable(new Weights(packWeights(packed)));
        const keys = Int32Array.from([...updates.map(({ key }) => key), ...others]);
        const scores = new Float32Array(mostMoves);
        table.addAll(keys, keys.length, scores);
        const sums = new Array(mostMoves).fill(0);
        for (const asked of keys) {
          const own = new Array(mostMoves).fill(0);
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
