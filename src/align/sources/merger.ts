/** Sets of numbers, from 0 to a size, that only ever grow together. */
export type Merger = {
  /** The least member of the set. */
  readonly rootOf: (at: number) => number;
  readonly merge: (a: number, b: number) => void;
};

export function createMerger(size: number): Merger {
  const parents = Array.from({ length: size }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root]!;
    parents[at] = root;
    return root;
  };
  const merge = (a: number, b: number): void => {
    const [first, second] = [rootOf(a), rootOf(b)].sort((p, q) => p - q);
    parents[second!] = first!;
  };
  return { rootOf, merge };
}
