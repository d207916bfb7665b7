import { type Comparison, compare, createComparison } from './comparison.ts';
import type { Neighbours } from './neighbours.ts';
import { type Profiles, viewCount } from './profiles.ts';

/** Raised when what `PairReader` writes changes. */
export const pairFeaturesVersion = 1;

/** How many features `PairReader` writes. */
export const pairFeatureCount = 2 * viewCount + 15;

/** Neighbours less alike than this say nothing of who else tells the story. */
const leastShared = 0.08;

/** What is looked at to judge whether two articles tell one story. */
export class PairReader {
  readonly #profiles: Profiles;
  readonly #neighbours: Neighbours;
  readonly comparison: Comparison = createComparison();
  #marks = new Float32Array(1024);

  constructor(profiles: Profiles, neighbours: Neighbours) {
    this.#profiles = profiles;
    this.#neighbours = neighbours;
  }

  /** Writes the features of two articles, of which it does not matter which is which. */
  read(a: number, b: number, into: Float64Array): void {
    const profiles = this.#profiles;
    const { comparison } = this;
    compare(profiles, a, b, comparison);
    const { likeness, dates, years } = comparison;
    let at = 0;
    const put = (value: number): void => {
      into[at++] = value;
    };
    for (let view = 0; view < viewCount; view++) {
      put(likeness[view]!);
      put(Math.sqrt(likeness[view]!));
    }
    const all = likeness[0]!;
    put(Math.sqrt(all * likeness[5]!));
    put(dates > 0 ? 1 : 0);
    put(dates === 0 && profiles.dates[a]! > 0 && profiles.dates[b]! > 0 ? 1 : 0);
    put(years > 0 ? 1 : 0);
    put(years === 0 && profiles.years[a]! > 0 && profiles.years[b]! > 0 ? 1 : 0);
    const daysA = profiles.weekdays[a]!;
    const daysB = profiles.weekdays[b]!;
    put(daysA & daysB ? 1 : 0);
    put(daysA && daysB && !(daysA & daysB) ? 1 : 0);
    const lengthA = Math.log(10 + profiles.lengths[a]!) - 5;
    const lengthB = Math.log(10 + profiles.lengths[b]!) - 5;
    put(Math.min(lengthA, lengthB));
    put(Math.max(lengthA, lengthB));
    const nearA = this.#nearness(a);
    const nearB = this.#nearness(b);
    put(Math.min(2, all / Math.max(nearA, nearB, 0.05)));
    put(Math.min(2, all / Math.max(Math.min(nearA, nearB), 0.05)));
    put(nearA + nearB);
    const crowdA = Math.log(1 + this.#crowd(a));
    const crowdB = Math.log(1 + this.#crowd(b));
    put(Math.min(crowdA, crowdB));
    put(Math.max(crowdA, crowdB));
    put(this.#sharedNeighbours(a, b));
  }

  /** How much alike an article and its three nearest are. */
  #nearness(article: number): number {
    const neighbours = this.#neighbours;
    let sum = 0;
    for (let at = 0; at < Math.min(3, neighbours.sizeOf(article)); at++)
      sum += neighbours.likeness(article, at);
    return sum / 3;
  }

  #crowd(article: number): number {
    const neighbours = this.#neighbours;
    let sum = 0;
    for (let at = 0; at < neighbours.sizeOf(article); at++)
      if (neighbours.likeness(article, at) > 0.15) sum++;
    return sum;
  }

  /** How much two articles have the same neighbours: the cosine of their rows, each its own neighbour too. */
  #sharedNeighbours(a: number, b: number): number {
    const neighbours = this.#neighbours;
    if (this.#marks.length < neighbours.count) this.#marks = new Float32Array(2 * neighbours.count);
    const marks = this.#marks;
    const square = this.#mark(a, 1);
    let squareB = 1;
    let product = marks[b]!;
    for (let at = 0; at < neighbours.sizeOf(b); at++) {
      const likeness = neighbours.likeness(b, at);
      if (likeness < leastShared) break;
      squareB += likeness * likeness;
      product += likeness * marks[neighbours.neighbour(b, at)]!;
    }
    this.#mark(a, 0);
    return product / Math.sqrt(square * squareB);
  }

  #mark(article: number, factor: number): number {
    const neighbours = this.#neighbours;
    let square = 1;
    this.#marks[article] = factor;
    for (let at = 0; at < neighbours.sizeOf(article); at++) {
      const likeness = neighbours.likeness(article, at);
      if (likeness < leastShared) break;
      square += likeness * likeness;
      this.#marks[neighbours.neighbour(article, at)] = factor * likeness;
    }
    return square;
  }
}
