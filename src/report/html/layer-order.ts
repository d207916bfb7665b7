import type { Stop } from './layers.ts';

const sweeps = 12;

/**
 * Orders each column by the middle of where its lines come from, there and back, and keeps the order with the fewest
 * crossings (Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures", 1981).
 */
export function orderColumns(columns: readonly Stop[][]): void {
  let [best, fewest] = [placesOf(columns), crossingsIn(columns)];
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    if (sweep % 2 === 0) for (const column of columns) orderBy(column, ({ before }) => before);
    else for (const column of columns.toReversed()) orderBy(column, ({ after }) => after);
    const crossings = crossingsIn(columns);
    if (crossings < fewest) [best, fewest] = [placesOf(columns), crossings];
  }
  for (const [at, column] of columns.entries()) column.splice(0, column.length, ...best[at]!);
  number(columns);
}

const placesOf = (columns: readonly Stop[][]): readonly (readonly Stop[])[] => columns.map(each => [...each]);

function number(columns: readonly Stop[][]): void {
  for (const column of columns) for (const [at, stop] of column.entries()) stop.place = at;
}

function orderBy(column: Stop[], neighbours: (stop: Stop) => readonly Stop[]): void {
  const middles = new Map(column.map(stop => [stop, middleOf(neighbours(stop)) ?? stop.place]));
  column.sort((a, b) => middles.get(a)! - middles.get(b)!);
  number([column]);
}

const middleOf = (stops: readonly Stop[]): number | null =>
  stops.length === 0 ? null : stops.reduce((sum, { place }) => sum + place, 0) / stops.length;

/** How many pairs of lines cross between the columns. */
function crossingsIn(columns: readonly Stop[][]): number {
  let crossings = 0;
  for (const [at, column] of columns.entries()) {
    const ended = new Array<number>(columns[at + 1]?.length ?? 0).fill(0);
    for (const { after } of column) {
      for (const { place } of after)
        for (let below = place + 1; below < ended.length; below++) crossings += ended[below]!;
      for (const { place } of after) ended[place]!++;
    }
  }
  return crossings;
}
