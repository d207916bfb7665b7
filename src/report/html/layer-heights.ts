import type { Stop } from './layers.ts';

/** Between two boxes, and between a line and what is next to it; in pixels. */
const betweenNodes = 14;
const betweenLines = 8;

const sweeps = 10;

/** A line that only passes is kept straight before a node is moved to the middle of its lines. */
const straightness = 6;

/** Puts the stops of each column, in its order, as near as they can stand to the middle of where their lines lead. */
export function placeInColumns(columns: readonly Stop[][]): void {
  for (const column of columns) settle(column, () => 0);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    if (sweep % 2 === 0) for (const column of columns) settle(column, stop => wished(stop, stop.before));
    else for (const column of columns.toReversed()) settle(column, stop => wished(stop, stop.after));
  }
  for (const column of columns) settle(column, stop => wished(stop, [...stop.before, ...stop.after]));
}

function wished(stop: Stop, neighbours: readonly Stop[]): number {
  if (neighbours.length === 0) return stop.y;
  const weights = neighbours.map(each => weightBetween(stop, each));
  const sum = neighbours.reduce((total, { y }, at) => total + y * weights[at]!, 0);
  return sum / weights.reduce((total, each) => total + each, 0);
}

const weightBetween = (a: Stop, b: Stop): number => (a.isNode || b.isNode ? 1 : straightness);

const gap = (a: Stop, b: Stop): number =>
  (a.height + b.height) / 2 + (a.isNode && b.isNode ? betweenNodes : betweenLines);

/** Stops that want the same room, and share out how far each is from its wish. */
type Heap = { wish: number; weight: number; count: number };

/** The least squares of what they are from their wishes, none too near to the next: stops that collide move as one. */
function settle(column: readonly Stop[], wish: (stop: Stop) => number): void {
  const offsets: number[] = [];
  const heaps: Heap[] = [];
  for (const [at, stop] of column.entries()) {
    offsets.push(at === 0 ? 0 : offsets[at - 1]! + gap(column[at - 1]!, stop));
    let heap: Heap = { wish: wish(stop) - offsets[at]!, weight: stop.isNode ? 1 : straightness, count: 1 };
    for (let last = heaps.at(-1); last && last.wish >= heap.wish; last = heaps.at(-1)) {
      heaps.pop();
      heap = together(last, heap);
    }
    heaps.push(heap);
  }
  let at = 0;
  for (const { wish: found, count } of heaps)
    for (let member = 0; member < count; member++, at++) column[at]!.y = found + offsets[at]!;
}

function together(a: Heap, b: Heap): Heap {
  const weight = a.weight + b.weight;
  return { wish: (a.wish * a.weight + b.wish * b.weight) / weight, weight, count: a.count + b.count };
}
