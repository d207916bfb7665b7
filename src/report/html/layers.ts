import type { LineageGraph } from './lineage-graph.ts';

/** What stands in a column: a node, or a line on its way past the column or with its label in it. */
export type Stop = {
  readonly height: number;
  readonly isNode: boolean;
  /** The stops to which lines lead, in the column before and in the next. */
  readonly before: Stop[];
  readonly after: Stop[];
  column: number;
  /** The place in its column, from 0. */
  place: number;
  /** The middle, in pixels. */
  y: number;
};

/** The stops of a line, from its start to its end, and the one that holds its label. */
export type Route = { readonly stops: readonly Stop[]; readonly label: Stop };

export type Layers = {
  readonly columns: readonly Stop[][];
  readonly nodes: ReadonlyMap<string, Stop>;
  /** In the order of the graph’s edges. */
  readonly routes: readonly Route[];
};

const lineHeight = 4;
const labelHeight = 16;

/** Nodes in every second column, each after all that lead to it; labels, and lines on their way, between and beside them. */
export function layersOf({ nodes, edges }: Graph, heightOf: (id: string) => number): Layers {
  const ranks = ranksOf({ nodes, edges });
  const columns: Stop[][] = [];
  const stopIn = (column: number, height: number, isNode: boolean): Stop => {
    while (columns.length <= column) columns.push([]);
    const stop: Stop = {
      height,
      isNode,
      before: [],
      after: [],
      column,
      place: columns[column]!.length,
      y: 0,
    };
    columns[column]!.push(stop);
    return stop;
  };
  const stops = new Map(nodes.map(({ id }) => [id, stopIn(2 * ranks.get(id)!, heightOf(id), true)]));
  const routes = edges.map(({ from, to, label }): Route => {
    const ends = [stops.get(from)!, stops.get(to)!] as const;
    const [first, last] = ends[0].column <= ends[1].column ? ends : [ends[1], ends[0]];
    const middle = first.column + 2 * Math.floor((last.column - first.column - 1) / 4) + 1;
    const between: Stop[] = [];
    for (let column = first.column + 1; column < last.column; column++)
      between.push(stopIn(column, column === middle && label !== '' ? labelHeight : lineHeight, false));
    const route = [first, ...between, last];
    for (let at = 1; at < route.length; at++) {
      route[at - 1]!.after.push(route[at]!);
      route[at]!.before.push(route[at - 1]!);
    }
    const stop = between[middle - first.column - 1] ?? last;
    return { stops: first === ends[0] ? route : route.toReversed(), label: stop };
  });
  return { columns, nodes: stops, routes };
}

type Graph = Pick<LineageGraph, 'nodes' | 'edges'>;
type Ends = { readonly from: string; readonly to: string };

/** The longest way to each node, then those with more lines onwards than back as near to the next as they can stand. */
function ranksOf({ nodes, edges }: Graph): ReadonlyMap<string, number> {
  const ids = nodes.map(({ id }) => id);
  const outOf = Map.groupBy(edges, ({ from }) => from);
  const { order, turned } = orderOf(ids, outOf);
  const straight = edges.map((edge): Ends => (turned.has(edge) ? { from: edge.to, to: edge.from } : edge));
  const [onwards, back] = [Map.groupBy(straight, ({ from }) => from), Map.groupBy(straight, ({ to }) => to)];
  const ranks = new Map<string, number>();
  for (const id of order)
    ranks.set(id, Math.max(0, ...(back.get(id) ?? []).map(({ from }) => ranks.get(from)! + 1)));
  for (const id of order.toReversed()) {
    const next = (onwards.get(id) ?? []).map(({ to }) => ranks.get(to)! - 1);
    if (next.length > (back.get(id)?.length ?? 0)) ranks.set(id, Math.min(...next));
  }
  return ranks;
}

/** Each node before those to which it leads; lines that go round in a circle are turned. */
function orderOf<Edge extends Ends>(
  ids: readonly string[],
  outOf: ReadonlyMap<string, readonly Edge[]>,
): { readonly order: readonly string[]; readonly turned: ReadonlySet<Edge> } {
  const turned = new Set<Edge>();
  const [open, done] = [new Set<string>(), new Set<string>()];
  const visit = (id: string): void => {
    if (done.has(id)) return;
    open.add(id);
    for (const edge of outOf.get(id) ?? [])
      if (open.has(edge.to)) turned.add(edge);
      else visit(edge.to);
    open.delete(id);
    done.add(id);
  };
  for (const id of ids) visit(id);
  return { order: [...done].reverse(), turned };
}
