import type { SourceKind } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import { keysOfRun } from '../words/account-words.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/** A name cut to the words by which it is compared. */
export type NameKey = { readonly person: boolean; readonly words: readonly string[] };

export type NameKeyMaker = (name: string, kind: SourceKind) => NameKey;

export function createNameKey(vocabulary: Vocabulary): NameKeyMaker {
  const titles = new Set(
    loadLexicon('person-titles').map(([title = '']) => title.toLowerCase().replaceAll('.', '')),
  );
  const isTitle = (word: string) => titles.has(word.toLowerCase().replaceAll('.', ''));
  return (name, kind) => {
    const person = kind === 'person' || kind === 'spokesperson';
    const words = (person ? lastNames(name) : name).replace(/['’]s?(?=\s|$)/g, '').split(/[\s,]+/);
    const compared = words.filter(word => !person || (!isTitle(word) && !/^\p{L}\.?$/u.test(word)));
    const keys = keysOfRun(compared, vocabulary).filter(keys => keys !== null);
    if (person) return { person, words: keys.map(({ form }) => form) };
    const senses = keys.filter(key => vocabulary.commonness(key) > 0).map(({ sense }) => sense);
    return { person, words: [...new Set(senses)].sort() };
  };
}

/** "Craig Lund and Ana Rao" are "Lund and Rao"; one name stays whole. */
function lastNames(name: string): string {
  const people = name.split(' and ');
  return people.length < 2 ? name : people.map(each => each.split(/\s+/).at(-1)).join(' and ');
}

/** Two keys that are the same name: for persons first and last word, for others the same words in any order. */
export const identityOf = ({ person, words }: NameKey): string =>
  person && words.length > 1 ? `person ${words[0]} ${words.at(-1)}` : `${person} ${words.join(' ')}`;

/** Whether a word's sense is a country's: "Iranian" and "Iran" are. */
export function createCountryTest(vocabulary: Vocabulary): (sense: string) => boolean {
  const countries = new Set(
    loadLexicon('demonyms').map(([, country = '']) => vocabulary.keysOf(country)?.sense),
  );
  return sense => countries.has(sense);
}

/**
 * Whether `short` is a shorter form of `long`: "Leavitt" of "Karoline Leavitt", "Trump team" of "Trump transition team". One
 * word stands for a body only where nothing but its country is left out: "DOJ" of "U.S. Justice Department".
 */
export function isShortFor(short: NameKey, long: NameKey, isCountry: (sense: string) => boolean): boolean {
  if (short.person !== long.person || short.words.length >= long.words.length || short.words.length === 0)
    return false;
  if (short.person) return short.words.every((word, at) => word === long.words.at(at - short.words.length));
  const leftOut = long.words.filter(word => !short.words.includes(word));
  if (leftOut.length !== long.words.length - short.words.length) return false;
  return short.words.length > 1 || (!isCountry(short.words[0]!) && leftOut.every(isCountry));
}
