import { loadLexicon } from '../../learn/index.ts';

/** What may follow an abbreviation: see the head of lexicons/abbreviations.txt. */
export type AbbreviationKind = 'name' | 'number' | 'time' | 'any' | 'last';

/** The word lists that the tokeniser asks; keys are in small letters, where nothing else is said. */
export type TokenVocabulary = {
  /** By exact writing, full stop included. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  readonly prefixes: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  /** The length of the first part: 3 for "cannot". */
  readonly contractions: ReadonlyMap<string, number>;
  /** By its exact writing; true where it is one only of money. */
  readonly units: ReadonlyMap<string, boolean>;
  readonly wholeWords: ReadonlySet<string>;
  readonly webEndings: ReadonlySet<string>;
};

/** Reads the word lists of the tokeniser. */
export function loadTokenVocabulary(): TokenVocabulary {
  const affixes = loadLexicon('affixes');
  const affixesOf = (kind: string) => new Set(affixes.filter(row => row[1] === kind).map(row => row[0]!));
  return {
    abbreviations: new Map(
      loadLexicon('abbreviations').flatMap(([written, kind]) =>
        writingsOf(written!).map(writing => [writing, kind as AbbreviationKind]),
      ),
    ),
    prefixes: affixesOf('prefix'),
    suffixes: affixesOf('suffix'),
    contractions: new Map(
      loadLexicon('contractions').map(([first, second]) => [`${first}${second}`, first!.length]),
    ),
    units: new Map(loadLexicon('units').map(([unit, only]) => [unit!, only === 'money'])),
    wholeWords: wordsOf('whole-words'),
    webEndings: wordsOf('web-endings'),
  };
}

/** As listed; and in capitals, but for small letters without a stop inside ("est." is no "EST."). */
const writingsOf = (written: string): string[] =>
  /^[^.A-Z]+\.$/.test(written) ? [written] : [written, written.toUpperCase()];

const wordsOf = (lexicon: string): ReadonlySet<string> => new Set(loadLexicon(lexicon).map(row => row[0]!));
