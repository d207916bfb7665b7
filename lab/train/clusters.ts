/**
 * Sorts words into classes so that a class tells most about the class of the next word: the exchange algorithm (Kneser
 * and Ney 1993; Martin, Liermann and Ney 1998) for two-sided class bigrams. A word at a time is moved to the class
 * where the text is likeliest, the most frequent first, for some rounds.
 */
export function clusterWords(
  sentences: readonly (readonly string[])[],
  options: { readonly classes: number; readonly leastCount: number; readonly rounds: number },
): Map<string, number> {
  const words = frequentWords(sentences, options.leastCount);
  const exchange = new Exchange(sentences, words, options.classes);
  for (let round = 1; round <= options.rounds; round++) {
    const moved = exchange.round();
    console.error(`round ${round}: ${moved} of ${words.length} words moved`);
  }
  return new Map(words.map((word, index) => [word, exchange.classOf[index]!]));
}

function frequentWords(sentences: readonly (readonly string[])[], leastCount: number): string[] {
  const counts = new Map<string, number>();
  for (const sentence of sentences)
    for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= leastCount)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
}

/** Neighbours of each word on one side, as runs of (word, count). */
type Neighbours = { readonly starts: Int32Array; readonly words: Int32Array; readonly counts: Int32Array };

class Exchange {
  readonly classOf: Int32Array;
  readonly #classes: number;
  readonly #before: Neighbours;
  readonly #after: Neighbours;
  /** How often class `b` follows class `a`, at `a * classes + b`. The last class is the edge of a sentence. */
  readonly #pairs: Int32Array;
  readonly #firsts: Int32Array;
  readonly #seconds: Int32Array;
  readonly #xlogx: Float64Array;
  readonly #classesBefore = new Map<number, number>();
  readonly #classesAfter = new Map<number, number>();

  constructor(sentences: readonly (readonly string[])[], words: readonly string[], classes: number) {
    const edge = words.length;
    const pairs = pairCounts(sentences, words, edge);
    this.#classes = classes + 1;
    this.classOf = Int32Array.from({ length: edge + 1 }, (_, word) =>
      word === edge ? classes : word % classes,
    );
    this.#after = neighbours(pairs, edge + 1, false);
    this.#before = neighbours(pairs, edge + 1, true);
    this.#pairs = new Int32Array(this.#classes ** 2);
    this.#firsts = new Int32Array(this.#classes);
    this.#seconds = new Int32Array(this.#classes);
    let total = 0;
    for (const [pair, count] of pairs) {
      this.#count(Math.floor(pair / (edge + 1)), pair % (edge + 1), count);
      total += count;
    }
    this.#xlogx = Float64Array.from({ length: total + 1 }, (_, n) => (n === 0 ? 0 : n * Math.log(n)));
  }

  #count(first: number, second: number, count: number): void {
    const a = this.classOf[first]!;
    const b = this.classOf[second]!;
    this.#pairs[a * this.#classes + b]! += count;
    this.#firsts[a]! += count;
    this.#seconds[b]! += count;
  }

  round(): number {
    let moved = 0;
    for (let word = 0; word < this.classOf.length - 1; word++) {
      const old = this.classOf[word]!;
      this.#gather(this.#before, word, this.#classesBefore);
      this.#gather(this.#after, word, this.#classesAfter);
      this.#move(old, -1);
      const best = this.#bestClass(old);
      this.#move(best, 1);
      this.classOf[word] = best;
      if (best !== old) moved++;
    }
    return moved;
  }

  #gather(side: Neighbours, word: number, into: Map<number, number>): void {
    into.clear();
    for (let at = side.starts[word]!; at < side.starts[word + 1]!; at++) {
      if (side.words[at] === word) continue; // a word beside itself moves with itself
      const other = this.classOf[side.words[at]!]!;
      into.set(other, (into.get(other) ?? 0) + side.counts[at]!);
    }
  }

  #move(to: number, sign: number): void {
    for (const [other, count] of this.#classesBefore) {
      this.#pairs[other * this.#classes + to]! += sign * count;
      this.#seconds[to]! += sign * count;
    }
    for (const [other, count] of this.#classesAfter) {
      this.#pairs[to * this.#classes + other]! += sign * count;
      this.#firsts[to]! += sign * count;
    }
  }

  #bestClass(old: number): number {
    let best = old;
    let bestGain = this.#gain(old);
    for (let candidate = 0; candidate < this.#classes - 1; candidate++) {
      const gain = this.#gain(candidate);
      if (gain <= bestGain) continue;
      best = candidate;
      bestGain = gain;
    }
    return best;
  }

  /** How much likelier the text is with the word in class `to` than with the word nowhere. */
  #gain(to: number): number {
    const xlogx = this.#xlogx;
    let gain = 0;
    let before = 0;
    let after = 0;
    for (const [other, count] of this.#classesBefore) {
      const now = this.#pairs[other * this.#classes + to]!;
      gain += xlogx[now + count]! - xlogx[now]!;
      before += count;
    }
    for (const [other, count] of this.#classesAfter) {
      const now = this.#pairs[to * this.#classes + other]!;
      gain += xlogx[now + count]! - xlogx[now]!;
      after += count;
    }
    const firsts = this.#firsts[to]!;
    const seconds = this.#seconds[to]!;
    return gain - (xlogx[firsts + after]! - xlogx[firsts]!) - (xlogx[seconds + before]! - xlogx[seconds]!);
  }
}

/** How often each two words stand side by side, keyed by `first * (edge + 1) + second`; rare words are left out. */
function pairCounts(
  sentences: readonly (readonly string[])[],
  words: readonly string[],
  edge: number,
): Map<number, number> {
  const numbers = new Map(words.map((word, index) => [word, index]));
  const pairs = new Map<number, number>();
  for (const sentence of sentences) {
    let before: number | undefined = edge;
    for (const word of [...sentence, null]) {
      const here = word === null ? edge : numbers.get(word);
      if (before !== undefined && here !== undefined) {
        const pair = before * (edge + 1) + here;
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
      before = here;
    }
  }
  return pairs;
}

function neighbours(pairs: ReadonlyMap<number, number>, words: number, before: boolean): Neighbours {
  const starts = new Int32Array(words + 1);
  const ownerOf = (pair: number) => (before ? pair % words : Math.floor(pair / words));
  for (const pair of pairs.keys()) starts[ownerOf(pair) + 1]!++;
  for (let word = 0; word < words; word++) starts[word + 1]! += starts[word]!;
  const fill = starts.slice();
  const others = new Int32Array(pairs.size);
  const counts = new Int32Array(pairs.size);
  for (const [pair, count] of pairs) {
    const place = fill[ownerOf(pair)]!++;
    others[place] = before ? Math.floor(pair / words) : pair % words;
    counts[place] = count;
  }
  return { starts, words: others, counts };
}
