import type { Lexicon } from './lexicon.ts';

/** A phrase found at a token: where it ends, exclusive, and the lexicon's other columns. */
export type FoundPhrase = { readonly to: number; readonly row: readonly string[] };

type Entry = { readonly words: readonly string[]; readonly row: readonly string[] };

/**
 * Finds the longest phrase of a lexicon that starts at a token. Phrases are compared token by token, in lower case.
 * @example
 * createPhrases([['close to']])(['a', 'person', 'close', 'to'], 2) // { to: 4, row: ['close to'] }
 */
export function createPhrases(
  lexicon: Lexicon,
): (lower: readonly string[], at: number) => FoundPhrase | null {
  const byFirst = new Map<string, Entry[]>();
  for (const row of lexicon) {
    for (const words of spellingsOf(row[0]!.toLowerCase())) {
      const entries = byFirst.get(words[0]!);
      if (entries) entries.push({ words, row });
      else byFirst.set(words[0]!, [{ words, row }]);
    }
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return (lower, at) => {
    for (const { words, row } of byFirst.get(lower[at]!) ?? [])
      if (words.every((word, offset) => lower[at + offset] === word)) return { to: at + words.length, row };
    return null;
  };
}

/** "president-elect" is one token or three. */
const spellingsOf = (phrase: string): string[][] =>
  [...new Set([phrase, phrase.replaceAll('-', ' - ')])].map(spelling => spelling.split(' '));
