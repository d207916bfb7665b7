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

/** Whether `short` is a shorter form of `long`: "Leavitt" of "Karoline Leavitt", "Trump team" of "Trump transition team". */
export function isShortFor(short: NameKey, long: NameKey): boolean {
  if (short.person !== long.person || short.words.length >= long.words.length || short.words.length === 0)
    return false;
  if (short.person) return short.words.length === 1 && short.words[0] === long.words.at(-1);
  return short.words.length > 1 && short.words.every(word => long.words.includes(word));
}
