import { loadLexicon, lowerHashOf, mix, type Words, wordPad } from '../../learn/index.ts';

/** What hand-written vocabulary says of a word: bits that may stand together. */
export const nameHints = {
  givenName: 1,
  country: 2,
  region: 4,
  city: 8,
  feature: 16,
  demonym: 32,
  organisationWord: 64,
  personTitle: 128,
  role: 256,
  outlet: 512,
  government: 1024,
  severalWords: 2048,
  facility: 4096,
  town: 8192,
  knownOrganisation: 16384,
  particle: 32768,
} as const;

/** Longest entry that is looked up, in words. */
const longestEntry = 4;

/** Words and runs of words that tell names apart, by the mixed hashes of their lower-case words. */
export type NameVocabulary = ReadonlyMap<number, number>;

export function loadNameVocabulary(): NameVocabulary {
  const hints = new Map<number, number>();
  const add = (entry: string, hint: number): void => {
    const key = runHash(entry.toLowerCase().split(' ').map(lowerHashOf));
    hints.set(key, (hints.get(key) ?? 0) | hint);
  };
  for (const [name = ''] of loadLexicon('given-names')) add(name, nameHints.givenName);
  for (const [place = '', kind] of loadLexicon('places')) add(place, nameHints[kind as 'city']);
  for (const [adjective = ''] of loadLexicon('demonyms')) add(adjective, nameHints.demonym);
  for (const [word = ''] of loadLexicon('organisations')) add(word, nameHints.organisationWord);
  for (const [name = ''] of loadLexicon('known-organisations')) {
    add(name, nameHints.knownOrganisation);
    if (name.includes('-')) add(name.replaceAll('-', ' - '), nameHints.knownOrganisation);
  }
  for (const [particle = ''] of loadLexicon('name-particles')) add(particle, nameHints.particle);
  for (const [town = ''] of loadLexicon('cities')) add(town, nameHints.town);
  for (const [word = ''] of loadLexicon('facilities')) add(word, nameHints.facility);
  for (const [title = ''] of loadLexicon('person-titles')) {
    add(title, nameHints.personTitle);
    add(`${title}.`, nameHints.personTitle);
  }
  for (const [role = ''] of loadLexicon('roles')) add(role, nameHints.role);
  for (const [outlet = ''] of loadLexicon('press-outlets')) add(outlet, nameHints.outlet);
  for (const [place = ''] of loadLexicon('governments')) add(place, nameHints.government);
  return hints;
}

const runHash = (words: readonly number[]): number =>
  words.reduce((hash, word) => mix(hash, word), 0x3c6ef372);

/** Writes the hints of each word of a sentence to `into`, in the places of `words`: those of the longest entry that it is in. */
export function markHints(vocabulary: NameVocabulary, words: Words, into: Int32Array): void {
  into.fill(0, 0, words.length + 2 * wordPad);
  const end = words.length + wordPad;
  for (let from = wordPad; from < end; ) {
    const length = longestRun(vocabulary, words, from, Math.min(end, from + longestEntry), into);
    from += Math.max(1, length);
  }
}

function longestRun(
  vocabulary: NameVocabulary,
  words: Words,
  from: number,
  end: number,
  into: Int32Array,
): number {
  let hash = 0x3c6ef372;
  let length = 0;
  let found = 0;
  for (let at = from; at < end; at++) {
    hash = mix(hash, words.lower[at]!);
    const hints = vocabulary.get(hash);
    if (hints === undefined) continue;
    length = at + 1 - from;
    found = hints;
  }
  for (let at = from; at < from + length; at++) {
    into[at] = found | (length > 1 ? nameHints.severalWords : 0);
  }
  return length;
}
