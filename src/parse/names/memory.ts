import { lowerHashOf, type Words, wordPad, wordTraits } from '../../learn/index.ts';
import { nameHints } from './vocabulary.ts';

/** What the rest of the article says of a word that is written with a capital: bits that may stand together. */
const seen = {
  /** In the middle of a sentence, where a capital means something. */
  capital: 1,
  lowerCase: 2,
  afterTitle: 4,
  afterGivenName: 8,
  afterCapital: 16,
  beforeCapital: 32,
  afterThe: 64,
  /** After "in" or "at": where places stand. */
  afterIn: 128,
  beforePossessive: 256,
  beforeOrganisationWord: 512,
} as const;

const the = lowerHashOf('the');
const places = new Set(['in', 'at'].map(lowerHashOf));
const possessive = lowerHashOf("'s");

/**
 * Remembers how each word is written over a whole article, so that "Leavitt" in one sentence is known by "Karoline
 * Leavitt" in another (global features: Chieu and Ng 2003).
 */
export class NameMemory {
  readonly #seen = new Map<number, number>();
  clear(): void {
    this.#seen.clear();
  }

  /** Reads a sentence; `hints` as `markHints` writes them. A sentence in capitals teaches nothing. */
  read(words: Words, hints: Int32Array): void {
    if (isInCapitals(words)) return;
    const end = words.length + wordPad;
    for (let at = wordPad; at < end; at++) {
      const word = words.lower[at]!;
      const traits = words.traits[at]!;
      if ((traits & wordTraits.letter) === 0) continue;
      const note = traits & wordTraits.upperFirst ? this.#surroundings(words, hints, at) : seen.lowerCase;
      this.#seen.set(word, (this.#seen.get(word) ?? 0) | note);
    }
  }

  /** What the article says of a lower-case word. */
  recall = (word: number): number => this.#seen.get(word) ?? 0;

  #surroundings(words: Words, hints: Int32Array, at: number): number {
    const capitalBefore = at - 1 > wordPad && (words.traits[at - 1]! & wordTraits.upperFirst) !== 0;
    let note = at > wordPad ? seen.capital : 0;
    if (hints[at - 1]! & nameHints.personTitle) note |= seen.afterTitle;
    if (hints[at - 1]! & nameHints.givenName) note |= seen.afterGivenName;
    if (capitalBefore) note |= seen.afterCapital;
    if (words.traits[at + 1]! & wordTraits.upperFirst) note |= seen.beforeCapital;
    if (words.lower[at - 1] === the) note |= seen.afterThe;
    if (places.has(words.lower[at - 1]!)) note |= seen.afterIn;
    if (words.lower[at + 1] === possessive) note |= seen.beforePossessive;
    if (hints[at + 1]! & nameHints.organisationWord) note |= seen.beforeOrganisationWord;
    return note;
  }
}

/** Whether most words have a capital, as in a headline: then a capital says little. */
export function isInCapitals(words: Words): boolean {
  let capitals = 0;
  let letters = 0;
  for (let at = wordPad; at < words.length + wordPad; at++) {
    if ((words.traits[at]! & wordTraits.letter) === 0) continue;
    letters++;
    if (words.traits[at]! & wordTraits.upperFirst) capitals++;
  }
  return letters > 3 && capitals > 0.6 * letters;
}
