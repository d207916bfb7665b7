import { seedLength, type WordRow } from './word-row.ts';

/** A seed that stands at more places than this in one account is a refrain: only the first places are tried. */
const mostPlaces = 16;

/** Words that two accounts have in common, running: places in each one's `WordRow`. As long as can be. */
export type SharedRun = { readonly here: number; readonly there: number; readonly length: number };

/** The other rows with which each row has a seed in common, in order: most pairs of a large story have none. */
export function partnersOf(rows: readonly WordRow[]): Map<WordRow, WordRow[]> {
  const firstWith = new Map<number, WordRow>();
  const rowsWith = new Map<number, WordRow[]>();
  for (const row of rows)
    for (const seed of row.seeds.keys()) {
      const first = firstWith.get(seed);
      const known = rowsWith.get(seed);
      if (!first) firstWith.set(seed, row);
      else if (known) known.push(row);
      else rowsWith.set(seed, [first, row]);
    }
  const met = new Map(rows.map(row => [row, new Set<WordRow>()] as const));
  for (const sharing of rowsWith.values())
    for (const row of sharing) for (const other of sharing) met.get(row)!.add(other);
  return new Map(
    rows.map(row => [row, rows.filter(other => other !== row && met.get(row)!.has(other))] as const),
  );
}

/**
 * The longest runs of words that stand in both, from left to right of the first: a seed (Schleimer, Wilkerson and Aiken,
 * "Winnowing", 2003, with every fingerprint kept) and its maximal extension. Linear but for refrains.
 */
export function sharedRuns(row: WordRow, other: WordRow): SharedRun[] {
  const runs: SharedRun[] = [];
  for (let here = 0; here < row.seedAt.length; here++) {
    let there = row.seedAt[here]! < 0 ? -1 : (other.seeds.get(row.seedAt[here]!) ?? -1);
    let best: SharedRun | null = null;
    for (let tried = 0; there >= 0 && tried < mostPlaces; tried++, there = other.nextAt[there]!) {
      const most = Math.min(row.forms.length - here, other.forms.length - there);
      let length = seedLength;
      while (length < most && row.forms[here + length] === other.forms[there + length]) length++;
      if (!best || length > best.length) best = { here, there, length };
    }
    if (!best) continue;
    runs.push(best);
    here += best.length - 1;
  }
  return runs;
}
