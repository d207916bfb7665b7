/** Sets of mention numbers; a number is in at most one set. */
export type Chains = readonly (readonly number[])[];

export type Tally = {
  readonly hits: number;
  readonly found: number;
  readonly gold: number;
  readonly foundHits: number;
};

/** Sums over articles, then one F1: `recall = hits / gold`, `precision = foundHits / found`. */
export class CoreferenceTally {
  #hits = 0;
  #gold = 0;
  #foundHits = 0;
  #found = 0;

  add({ hits, gold, foundHits, found }: Tally): void {
    this.#hits += hits;
    this.#gold += gold;
    this.#foundHits += foundHits;
    this.#found += found;
  }

  get recall(): number {
    return this.#gold === 0 ? 0 : (100 * this.#hits) / this.#gold;
  }
  get precision(): number {
    return this.#found === 0 ? 0 : (100 * this.#foundHits) / this.#found;
  }
  get f1(): number {
    const { recall, precision } = this;
    return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  }
}

/** Links that hold (Vilain et al. 1995). */
export function muc(gold: Chains, found: Chains): Tally {
  const links = (chains: Chains, others: Chains): [number, number] => {
    const otherOf = chainOf(others);
    let hits = 0;
    let all = 0;
    for (const chain of chains) {
      const parts = new Set(chain.map(mention => otherOf.get(mention) ?? -1 - mention));
      hits += chain.length - parts.size;
      all += chain.length - 1;
    }
    return [hits, all];
  };
  const [hits, all] = links(gold, found);
  const [foundHits, allFound] = links(found, gold);
  return { hits, gold: all, foundHits, found: allFound };
}

/** Mention by mention, how much of its chain is right (Bagga and Baldwin 1998). */
export function bCubed(gold: Chains, found: Chains): Tally {
  const shares = (chains: Chains, others: Chains): [number, number] => {
    const otherOf = chainOf(others);
    let hits = 0;
    let all = 0;
    for (const chain of chains) {
      for (const count of countsOf(chain, otherOf).values()) hits += (count * count) / chain.length;
      all += chain.length;
    }
    return [hits, all];
  };
  const [hits, all] = shares(gold, found);
  const [foundHits, allFound] = shares(found, gold);
  return { hits, gold: all, foundHits, found: allFound };
}

/** Chains paired one to one so that they are most alike (Luo 2005, entity-based). */
export function ceafE(gold: Chains, found: Chains): Tally {
  const foundOf = chainOf(found);
  const alike = gold.map(chain => {
    const row = new Float64Array(found.length);
    for (const [other, count] of countsOf(chain, foundOf))
      row[other] = (2 * count) / (chain.length + found[other]!.length);
    return row;
  });
  const hits = bestPairing(alike, found.length);
  return { hits, gold: gold.length, foundHits: hits, found: found.length };
}

const chainOf = (chains: Chains): Map<number, number> =>
  new Map(chains.flatMap((chain, index) => chain.map(mention => [mention, index] as const)));

function countsOf(chain: readonly number[], otherOf: ReadonlyMap<number, number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const mention of chain) {
    const other = otherOf.get(mention);
    if (other !== undefined) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return counts;
}

/** The largest sum of values, at most one in each row and column (the Hungarian method, with potentials). */
function bestPairing(values: readonly Float64Array[], columns: number): number {
  const size = Math.max(values.length, columns);
  const cost = (row: number, column: number): number => -(values[row - 1]?.[column - 1] ?? 0);
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const way = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(size + 1);
    let column = 0;
    rowOf[0] = row;
    while (rowOf[column] !== 0) {
      used[column] = 1;
      const from = rowOf[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let to = 1; to <= size; to++) {
        if (used[to]) continue;
        const reduced = cost(from, to) - rowPotential[from]! - columnPotential[to]!;
        if (reduced < least[to]!) [least[to], way[to]] = [reduced, column];
        if (least[to]! < delta) [delta, next] = [least[to]!, to];
      }
      for (let to = 0; to <= size; to++) {
        if (used[to]) {
          rowPotential[rowOf[to]!]! += delta;
          columnPotential[to]! -= delta;
        } else least[to]! -= delta;
      }
      column = next;
    }
    while (column !== 0) {
      rowOf[column] = rowOf[way[column]!]!;
      column = way[column]!;
    }
  }
  let sum = 0;
  for (let column = 1; column <= size; column++) sum -= cost(rowOf[column]!, column);
  return sum;
}
