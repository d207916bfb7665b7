import { grown } from './columns.ts';

/** How many neighbours an article has, at most. */
export const mostNeighbours = 64;

/** Articles less alike than this are not neighbours. */
export const leastLikeness = 0.04;

/** For each article those most like it, whichever came first. */
export class Neighbours {
  count = 0;
  #articles = new Int32Array(256 * mostNeighbours);
  #likeness = new Float32Array(256 * mostNeighbours);
  #sizes = new Uint8Array(256);

  add(): void {
    this.count++;
    if (this.count <= this.#sizes.length) return;
    const room = 2 * this.count;
    this.#sizes = grown(this.#sizes, room);
    this.#articles = grown(this.#articles, room * mostNeighbours);
    this.#likeness = grown(this.#likeness, room * mostNeighbours);
  }

  /** Makes two articles neighbours, unless one has nearer ones enough. */
  join(a: number, b: number, likeness: number): void {
    this.#put(a, b, likeness);
    this.#put(b, a, likeness);
  }

  sizeOf = (article: number): number => this.#sizes[article]!;
  isFull = (article: number): boolean => this.#sizes[article] === mostNeighbours;
  neighbour = (article: number, at: number): number => this.#articles[article * mostNeighbours + at]!;
  likeness = (article: number, at: number): number => this.#likeness[article * mostNeighbours + at]!;

  has(article: number, other: number): boolean {
    for (let at = 0; at < this.sizeOf(article); at++) if (this.neighbour(article, at) === other) return true;
    return false;
  }

  #put(article: number, other: number, likeness: number): void {
    const base = article * mostNeighbours;
    let at = this.#sizes[article]!;
    if (at === mostNeighbours) {
      if (likeness <= this.#likeness[base + at - 1]!) return;
      at--;
    } else this.#sizes[article]!++;
    while (at > 0 && this.#likeness[base + at - 1]! < likeness) {
      this.#likeness[base + at] = this.#likeness[base + at - 1]!;
      this.#articles[base + at] = this.#articles[base + at - 1]!;
      at--;
    }
    this.#likeness[base + at] = likeness;
    this.#articles[base + at] = other;
  }
}
