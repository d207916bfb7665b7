import type { Article } from '../../domain/index.ts';
import { TermReader } from './article-terms.ts';
import type { Background } from './background.ts';
import { CandidateIndex } from './candidates.ts';
import { compare, createComparison } from './comparison.ts';
import { leastLikeness, Neighbours } from './neighbours.ts';
import { PairReader } from './pair-features.ts';
import { Profiles } from './profiles.ts';
import { TermTable } from './term-table.ts';
import type { WordReader } from './vocabulary.ts';

/** Articles by number, in the order in which they came, each with those most like it. */
export class ArticleGraph {
  readonly table: TermTable;
  readonly profiles = new Profiles();
  readonly #terms: TermReader;
  readonly #comparison = createComparison();
  neighbours = new Neighbours();
  #index = new CandidateIndex(this.profiles);
  #pairs = new PairReader(this.profiles, this.neighbours);

  constructor(readWord: WordReader, background: Background) {
    this.table = new TermTable(background);
    this.#terms = new TermReader(this.table, readWord);
  }

  /** Takes an article, and gives its number; it has no neighbours yet. */
  add = (article: Article): number => this.profiles.add(this.#terms.read(article));

  /** Finds the neighbours of an article among those that met before, weighing its terms by what is known by now. */
  meet(number: number): void {
    this.profiles.weigh(number, this.table);
    this.neighbours.add();
    for (const other of this.#index.find(number)) {
      compare(this.profiles, number, other, this.#comparison);
      const likeness = this.#comparison.likeness[0]!;
      if (likeness >= leastLikeness) this.neighbours.join(number, other, likeness);
    }
    this.#index.add(number);
  }

  /** Has all articles meet anew, weighed by what all of them together tell. */
  meetAll(): void {
    this.#index = new CandidateIndex(this.profiles);
    this.neighbours = new Neighbours();
    this.#pairs = new PairReader(this.profiles, this.neighbours);
    for (let number = 0; number < this.profiles.count; number++) this.meet(number);
  }

  /** Every two neighbours, once. */
  eachPair(visit: (a: number, b: number) => void): void {
    const { neighbours } = this;
    for (let a = 0; a < neighbours.count; a++)
      for (let at = 0; at < neighbours.sizeOf(a); at++) {
        const b = neighbours.neighbour(a, at);
        if (a < b || !neighbours.has(b, a)) visit(a, b);
      }
  }

  readPair = (a: number, b: number, into: Float64Array): void => this.#pairs.read(a, b, into);
}
