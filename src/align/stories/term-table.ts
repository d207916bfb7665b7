import type { Background } from './background.ts';
import { grown } from './columns.ts';

/** The terms of all articles together: the number of each, and in how many articles it stands. */
export class TermTable {
  readonly #background: Background;
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #spellings: string[] = [];
  readonly #spellingNumbers = new Map<string, number>();
  #counts = new Int32Array(1024);
  #elsewhere = new Float32Array(1024);
  #articles = 0;

  constructor(background: Background) {
    this.#background = background;
  }

  /** The number of a term, a new one where it was not seen before. */
  numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    if (number >= this.#counts.length) {
      this.#counts = grown(this.#counts, 2 * number);
      this.#elsewhere = grown(this.#elsewhere, 2 * number);
    }
    this.#elsewhere[number] = this.#background.count(term);
    return number;
  }

  termOf = (number: number): string => this.#terms[number]!;

  /** The number of a word as it is written. */
  spellingOf(word: string): number {
    const known = this.#spellingNumbers.get(word);
    if (known !== undefined) return known;
    this.#spellings.push(word);
    this.#spellingNumbers.set(word, this.#spellings.length - 1);
    return this.#spellings.length - 1;
  }

  /** The word that `spellingOf` numbered. */
  spelt = (spelling: number): string => this.#spellings[spelling]!;

  /** Whether a capital at the start of a sentence says nothing of a term. */
  isMostlySmall = (number: number): boolean => this.#background.isMostlySmall(this.termOf(number));

  /** Counts an article with these terms, each once. */
  countArticle(occurrences: readonly { readonly term: number }[]): void {
    this.#articles++;
    for (const { term } of occurrences) this.#counts[term]!++;
  }

  /** What a term tells by being there: the fewer articles have it, here and elsewhere, the more. */
  rarity(number: number): number {
    const all = this.#articles + this.#background.articles;
    const having = this.#counts[number]! + this.#elsewhere[number]!;
    return Math.max(0, Math.log((all + 1) / (having + 0.5))) ** 1.5;
  }
}
