/** What is indexed of one text at most, in UTF-16 units: PostgreSQL's index of a text has a limit. */
const searchedUnits = 200_000;
const maxParts = 32;

/**
 * Text as it is searched: letters and digits in small letters without accents, words apart by one space. Both engines are given
 * nothing else, so that they find the same.
 * @example
 * searchText('The U.N.’s café') // 'the u n s cafe'
 */
export const searchText = (text: string): string =>
  text
    .slice(0, searchedUnits)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\S{60})\S+/gu, '$1')
    .trim();

/** Words that must stand together, in order; `prefix`: the last one only begins so, with two letters at least. */
export type SearchPart = { readonly words: readonly string[]; readonly prefix: boolean };

/**
 * Reads what somebody types into a search: words, `"words that stand together"` and `begin*`. Nothing is an error.
 * @example
 * searchParts('minister "cease fire" negotia*') // all three must be found
 */
export const searchParts = (query: string): readonly SearchPart[] =>
  [...query.slice(0, 1000).matchAll(/["“”]([^"“”]*)["“”]?|([^\s"“”]+)/g)]
    .flatMap(([, phrase, word = '']) => {
      const words = searchText(phrase ?? word)
        .split(' ')
        .filter(Boolean);
      return words.length ? [{ words, prefix: word.endsWith('*') && words.at(-1)!.length > 1 }] : [];
    })
    .slice(0, maxParts);
