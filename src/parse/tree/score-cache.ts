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
    const start = place * this.#columns;
    for (let column = 0; column < this.#columns; column++) scores[column]! += this.#vectors[start + column]!;
    return true;
  }

  keep(number: number, vector: Float32Array): void {
    const place = placeOf(number);
    this.#numbers[place] = number;
    this.#sentences[place] = this.#sentence;
    this.#vectors.set(vector, place * this.#columns);
  }
}

const placeOf = (number: number): number => (Math.imul(number, 0x9e3779b1) >>> 22) & (places - 1);
