/** Scores of moves from states that were looked at since the last `clear`, found again by what was seen there. */
export class Looks {
  readonly #size: number;
  readonly #looks: Int32Array;
  readonly #scores: readonly Float32Array[];
  #count = 0;

  /** Room for `most` states, of each of which `size` values tell it from others. */
  constructor(most: number, size: number, moves: number) {
    this.#size = size;
    this.#looks = new Int32Array(most * size);
    this.#scores = Array.from({ length: most }, () => new Float32Array(moves));
  }

  clear(): void {
    this.#count = 0;
  }

  /** The scores of a state that looked the same; null where there was none. */
  find(look: Int32Array): Float32Array | null {
    for (let place = 0; place < this.#count; place++) {
      if (this.#isAt(place * this.#size, look)) return this.#scores[place]!;
    }
    return null;
  }

  /** Keeps a look, and gives the array that its scores belong in. */
  keep(look: Int32Array): Float32Array {
    this.#looks.set(look, this.#count * this.#size);
    return this.#scores[this.#count++]!;
  }

  #isAt(start: number, look: Int32Array): boolean {
    const looks = this.#looks;
    for (let at = 0; at < look.length; at++) if (looks[start + at] !== look[at]) return false;
    return true;
  }
}
