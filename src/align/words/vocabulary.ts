import { loadLexicon } from '../../learn/index.ts';
import { createSpellingFold } from './spelling.ts';
import { stem } from './stem.ts';

/**
 * Two keys of a word. `form` is the same for the same word however it is typed ("programme", "Program"): wording and
 * quotations are compared by it. `sense` is also the same for its other forms and its family ("met", "meetings"): claims
 * are compared by it. Punctuation has neither.
 */
export type WordKeys = { readonly form: string; readonly sense: string };

/** How much a shared word says before the story is known: 0 for grammar and negations, less than 1 for frequent words. */
export type Commonness = (keys: WordKeys) => number;

export type Vocabulary = {
  /** Null for punctuation. */
  readonly keysOf: (word: string) => WordKeys | null;
  readonly commonness: Commonness;
  readonly isNegation: (keys: WordKeys) => boolean;
  /** Names in full by their first word, longest first: "United" → [["United", "Nations"] → "UN", …]. */
  readonly initialisms: ReadonlyMap<string, readonly Initialism[]>;
};

export type Initialism = { readonly words: readonly string[]; readonly short: string };

function loadInitialisms(): Map<string, Initialism[]> {
  const all = loadLexicon('initialisms').map(([full = '', short = '']) => ({
    words: full.split(' '),
    short,
  }));
  return Map.groupBy(
    all.sort((a, b) => b.words.length - a.words.length),
    ({ words }) => words[0]!,
  );
}

const firstColumn = (name: string): string[] => loadLexicon(name).map(([word = '']) => word);

/** "U.S." → "US"; null for a word that is not all capitals */
const initials = (word: string): string | null =>
  /^(\p{Lu}\.?){2,6}$/u.test(word) ? word.replaceAll('.', '') : null;

const plain = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[^\p{L}\p{N}']+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, '')
    .replace(/(?<=\d),(?=\d{3})/g, '');

function loadFamilies(): Map<string, string> {
  const families = new Map<string, string>();
  for (const [name = '', members = ''] of loadLexicon('word-families'))
    for (const member of [name, ...members.split(' ')])
      for (const key of [member, stem(member)]) if (!families.has(key)) families.set(key, name);
  return families;
}

/** Loads the word lists of the room. What `keysOf` gives is kept: a word costs its rules once. */
export function createVocabulary(): Vocabulary {
  const spelling = createSpellingFold();
  const families = loadFamilies();
  const demonyms = new Map(loadLexicon('demonyms').map(([people = '', country = '']) => [people, country]));
  const numbers = new Map(
    loadLexicon('number-words').flatMap(([word = '', kind = '', value = '']) =>
      kind === 'number' ? [[word, value] as const] : [],
    ),
  );
  const senseOf = (form: string): string => families.get(form) ?? families.get(stem(form)) ?? stem(form);
  const keep = new Map<string, WordKeys | null>();

  const makeKeys = (word: string): WordKeys | null => {
    const short = initials(word);
    if (short) return { form: short, sense: short };
    const lower = plain(word);
    if (lower === '') return null;
    const form = numbers.get(lower) ?? spelling(lower);
    const country = demonyms.get(word);
    const sense = country ? (initials(country) ?? senseOf(country.toLowerCase())) : senseOf(form);
    return { form, sense };
  };
  const keysOf = (word: string): WordKeys | null => {
    const known = keep.get(word);
    if (known !== undefined) return known;
    const keys = makeKeys(word);
    if (keep.size < 100_000) keep.set(word, keys);
    return keys;
  };

  const senses = (name: string) => new Set(firstColumn(name).map(word => keysOf(word)?.sense ?? word));
  const functionWords = new Set(firstColumn('function-words').map(word => keysOf(word)?.form ?? word));
  const commonWords = senses('common-words');
  const negations = new Set(firstColumn('negations').map(word => keysOf(word)?.form ?? word));
  return {
    keysOf,
    commonness: ({ form, sense }) =>
      functionWords.has(form) || negations.has(form) ? 0 : commonWords.has(sense) ? 0.5 : 1,
    isNegation: ({ form }) => negations.has(form),
    initialisms: loadInitialisms(),
  };
}
