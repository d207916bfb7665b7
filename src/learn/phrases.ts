import type { Lexicon } from './lexicon.ts';

/** A phrase found at a token: where it ends, exclusive, and the lexicon's other columns. */
export type FoundPhrase = { readonly to: number; readonly row: readonly string[] };

/** Where the phrases that begin alike go on, and the row of the one that ends here. */
type Branch = { row: readonly string[] | null; readonly next: Map<string, Branch> };

/**
 * Finds the longest phrase of a lexicon that starts at a token. Phrases are compared token by token, in lower case; a phrase that the
 * lexicon has twice counts as it stands first. Costs as much as the phrase is long, however many there are.
 * @example
 * createPhrases([['close to']])(['a', 'person', 'close', 'to'], 2) // { to: 4, row: ['close to'] }
 */
export function createPhrases(
  lexicon: Lexicon,
): (lower: readonly string[], at: number) => FoundPhrase | null {
  const root = branch();
  for (const row of lexicon) for (const words of spellingsOf(row[0]!.toLowerCase())) plant(root, words, row);
  return (lower, at) => {
    let found: FoundPhrase | null = null;
    let here = root.next.get(lower[at]!);
    for (let to = at + 1; here; here = here.next.get(lower[to++]!))
      if (here.row) found = { to, row: here.row };
    return found;
  };
}

const branch = (): Branch => ({ row: null, next: new Map() });

function plant(root: Branch, words: readonly string[], row: readonly string[]): void {
  let here = root;
  for (const word of words) {
    const next = here.next.get(word) ?? branch();
    here.next.set(word, next);
    here = next;
  }
  here.row ??= row;
}

/** "president-elect" is one token or three. */
const spellingsOf = (phrase: string): string[][] =>
  [...new Set([phrase, phrase.replaceAll('-', ' - ')])].map(spelling => spelling.split(' '));
