import type { Account } from '../accounts.ts';

/** So many words running, found in both accounts, are a seed that is then followed as far as the two agree. */
export const seedLength = 5;

/** A seed that stands at more places than this in one account is a refrain: only the first places are tried. */
const mostPlaces = 16;

/** Words that two accounts have in common, running: places in each one's `WordRow`. As long as can be. */
export type SharedRun = { readonly here: number; readonly there: number; readonly length: number };

/** An account's words in order, punctuation left out, as numbers: the same word has the same number in every account. */
export type WordRow = {
  readonly account: Account;
  /** Indices of tokens. */
  readonly at: readonly number[];
  readonly forms: Int32Array;
  /** The places at which each seed stands, by its number. */
  readonly seeds: ReadonlyMap<number, readonly number[]>;
  /** The number of the seed that starts at each place; -1 where too few words are left. */
  readonly seedAt: Int32Array;
};

/** Numbers words and seeds as they come: equal ones get equal numbers. */
function createNumbering(): (key: string) => number {
  const numbers = new Map<string, number>();
  return key => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
}

/** Every account's row of words. Linear in the words. */
export function wordRows(accounts: readonly Account[]): WordRow[] {
  const numberOfForm = createNumbering();
  const numberOfSeed = createNumbering();
  return accounts.map(account => {
    const at = account.words.flatMap((keys, index) => (keys === null ? [] : [index]));
    const forms = Int32Array.from(at, index => numberOfForm(account.words[index]!.form));
    const seedAt = forms.map((_, place) =>
      place + seedLength > forms.length
        ? -1
        : numberOfSeed(forms.subarray(place, place + seedLength).join(' ')),
    );
    const seeds = new Map<number, number[]>();
    for (const [place, seed] of seedAt.entries()) {
      if (seed < 0) continue;
      const places = seeds.get(seed);
      if (!places) seeds.set(seed, [place]);
      else if (places.length < mostPlaces) places.push(place);
    }
    return { account, at, forms, seeds, seedAt };
  });
}

/** The other rows with which each row has a seed in common, in order: most pairs of a large story have none. */
export function partnersOf(rows: readonly WordRow[]): Map<WordRow, WordRow[]> {
  const rowsWith = new Map<number, WordRow[]>();
  for (const row of rows)
    for (const seed of row.seeds.keys()) {
      const known = rowsWith.get(seed);
      if (known) known.push(row);
      else rowsWith.set(seed, [row]);
    }
  return new Map(
    rows.map(row => {
      const met = new Set<WordRow>();
      for (const seed of row.seeds.keys()) for (const other of rowsWith.get(seed)!) met.add(other);
      return [row, rows.filter(other => other !== row && met.has(other))] as const;
    }),
  );
}

/**
 * The longest runs of words that stand in both, from left to right of the first: a seed (Schleimer, Wilkerson and Aiken,
 * "Winnowing", 2003, with every fingerprint kept) and its maximal extension. Linear but for refrains.
 */
export function sharedRuns(row: WordRow, other: WordRow): SharedRun[] {
  const runs: SharedRun[] = [];
  for (let here = 0; here < row.seedAt.length; here++) {
    const places = row.seedAt[here]! < 0 ? undefined : other.seeds.get(row.seedAt[here]!);
    let best: SharedRun | null = null;
    for (const there of places ?? []) {
      let length = seedLength;
      while (
        row.forms[here + length] !== undefined &&
        row.forms[here + length] === other.forms[there + length]
      )
        length++;
      if (!best || length > best.length) best = { here, there, length };
    }
    if (!best) continue;
    runs.push(best);
    here += best.length - 1;
  }
  return runs;
}
