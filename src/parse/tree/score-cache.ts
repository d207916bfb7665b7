import type { SparseTable } from '../../learn/index.ts';

/** Weights of features: a column for each move. `SparseTable` is one; a trainer has its own. */
export type MoveWeights = Pick<SparseTable, 'addAll'>;

/** How many of a sentence's score vectors are kept; two that want the same place take it from each other. */
const places = 1024;

/**
 * Score vectors of a sentence by a number that says what they are of, so that they are summed up once: many states of a
 * beam have the same words on top.
 */
export class ScoreCache {
  readonly #columns: number;
  readonly #vectors: Float32Array;
  readonly #numbers = new Int32Array(places);
  readonly #sentences = new Int32Array(places);
  #sentence = 0;

  constructor(columns: number) {
    this.#columns = columns;
    this.#vectors = new Float32Array(places * columns);
  }

  /** Forgets all. */
  clear(): void {
    this.#sentence++;
  }

  /** Adds the vector of a number to `scores`; false if it is not there. */
  addTo(number: number, scores: Float32Array): boolean {
    const place = placeOf(number);
    if (this.#numbers[place] !== number || this.#sentences[place] !== this.#sentence) return false;
    this.#add(place * this.#columns, scores);
    return true;
  }

  /** Sums up the first `size` features as the vector of a number, and adds it to `scores`. */
  fill(number: number, weights: MoveWeights, keys: Int32Array, size: number, scores: Float32Array): void {
    const place = placeOf(number);
    const start = place * this.#columns;
    this.#numbers[place] = number;
    this.#sentences[place] = this.#sentence;
    this.#vectors.fill(0, start, start + this.#columns);
    weights.addAll(keys, 0, size, this.#vectors, start);
    this.#add(start, scores);
  }

  #add(start: number, scores: Float32Array): void {
    const vectors = this.#vectors;
    for (let column = 0; column < this.#columns; column++) scores[column]! += vectors[start + column]!;
  }
}

const placeOf = (number: number): number => (Math.imul(number, 0x9e3779b1) >>> 22) & (places - 1);
