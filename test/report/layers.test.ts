import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeInColumns } from '../../src/report/html/layer-heights.ts';
import { orderColumns } from '../../src/report/html/layer-order.ts';
import { type Layers, layersOf } from '../../src/report/html/layers.ts';
import type { LineageEdge, LineageNode } from '../../src/report/html/lineage-graph.ts';

function laidOut(count: number, pairs: readonly (readonly [number, number])[]): Layers {
  const nodes = Array.from(
    { length: count },
    (_, at): LineageNode => ({ id: String(at), kind: 'account', number: at + 1, label: 'Courier' }),
  );
  const edges = pairs.map(
    ([from, to], at): LineageEdge => ({
      from: String(from),
      to: String(to),
      kind: 'copy',
      label: at % 2 === 0 ? 'copy' : '',
      isDirected: true,
    }),
  );
  const layers = layersOf({ nodes, edges }, id => 29 + Number(id));
  orderColumns(layers.columns);
  placeInColumns(layers.columns);
  return layers;
}

const crossings = ({ routes }: Layers): number =>
  routes.flatMap(({ stops: a }) =>
    routes.filter(({ stops: b }) => a[0]!.y < b[0]!.y && a.at(-1)!.y > b.at(-1)!.y),
  ).length;

test('lineage drawing: whatever leads to whatever, boxes and lines keep apart and lines go from column to column', () => {
  const graph = fc
    .integer({ min: 2, max: 12 })
    .chain(count => fc.tuple(fc.constant(count), fc.array(pairBelow(count), { maxLength: 30 })));
  fc.assert(
    fc.property(graph, ([count, pairs]) => {
      const { columns, nodes, routes } = laidOut(count, pairs);
      for (const column of columns)
        for (const [at, stop] of column.entries())
          if (at > 0) assert.ok(stop.y - column[at - 1]!.y >= (stop.height + column[at - 1]!.height) / 2);
      for (const [at, { stops, label }] of routes.entries()) {
        assert.deepEqual(
          [stops[0], stops.at(-1)],
          pairs[at]!.map(each => nodes.get(String(each))),
        );
        const steps = stops.slice(1).map(({ column }, before) => column - stops[before]!.column);
        assert.ok(steps.every(step => step === steps[0] && Math.abs(step) === 1));
        assert.ok(!label.isNode && stops.includes(label) && label.column % 2 === 1);
      }
    }),
  );
});

const pairBelow = (count: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: count - 1 }), fc.integer({ min: 1, max: count - 1 }))
    .map(([from, further]) => [from, (from + further) % count] as const);

test('lineage drawing: what is taken from an account stands behind it, a source next before what it says', () => {
  const { nodes } = laidOut(4, [
    [0, 1],
    [1, 2],
    [3, 2],
  ]);
  assert.deepEqual(
    [...nodes.values()].map(({ column }) => column),
    [0, 2, 4, 2],
  );
});

test('lineage drawing: lines that need not cross do not', () => {
  assert.equal(
    crossings(
      laidOut(6, [
        [0, 5],
        [1, 4],
        [2, 3],
      ]),
    ),
    0,
  );
});
