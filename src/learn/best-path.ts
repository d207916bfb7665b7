/**
 * The scores of every labelling of a sequence: one for each label at each position, one for each pair of neighbours,
 * and, where a model has them, pair scores of single positions. Arrays grow and are used again.
 */
export class Lattice {
  readonly labels: number;
  /** Score of label `b` after label `a` at `a * labels + b`; row `labels` is what a sequence starts with. */
  readonly transitions: Float32Array;
  /** Pairs that may never stand together have 1 here, in the layout of `transitions`. */
  readonly forbidden: Uint8Array;
  /** Score of a label at a position, at `position * labels + label`. */
  unary: Float32Array;
  /** As `transitions`, one for each position, holding what leads to it; null where the model has no such features. */
  edges: Float32Array | null;
  length = 0;
  #back: Uint8Array;
  #best: Float32Array;
  #next: Float32Array;
  readonly #choices: Uint8Array;
  readonly #others: Uint8Array;

  constructor(labelNames: readonly string[], transitions: Float32Array, hasEdges: boolean) {
    this.labels = labelNames.length;
    this.transitions = transitions;
    this.forbidden = forbiddenPairs(labelNames);
    this.unary = new Float32Array(0);
    this.edges = hasEdges ? new Float32Array(0) : null;
    this.#back = new Uint8Array(0);
    this.#best = new Float32Array(this.labels);
    this.#next = new Float32Array(this.labels);
    this.#choices = new Uint8Array(this.labels);
    this.#others = new Uint8Array(this.labels);
  }

  /** Makes room for a sequence and sets its scores to nothing. */
  clear(length: number): void {
    const { labels } = this;
    this.length = length;
    if (this.unary.length < length * labels) {
      this.unary = new Float32Array(2 * length * labels);
      this.#back = new Uint8Array(2 * length * labels);
      if (this.edges) this.edges = new Float32Array(2 * length * (labels + 1) * labels);
    }
    this.unary.fill(0, 0, length * labels);
    this.edges?.fill(0, 0, length * (labels + 1) * labels);
  }

  /**
   * Writes the labels of the best path (Viterbi, first order) and gives back its score: exact, or among the `candidates`
   * best labels of each position, where there are many.
   */
  bestPath(into: Uint8Array, candidates = this.labels): number {
    const { labels, length, unary } = this;
    if (length === 0) return 0;
    let before = this.#choices;
    let here = this.#others;
    let best = this.#best;
    let next = this.#next;
    let beforeCount = chooseBest(unary, 0, labels, candidates, before);
    for (let choice = 0; choice < beforeCount; choice++) {
      const label = before[choice]!;
      best[label] = unary[label]! + this.#pairScore(0, labels, label);
    }
    for (let at = 1; at < length; at++) {
      const count = chooseBest(unary, at * labels, labels, candidates, here);
      for (let choice = 0; choice < count; choice++) {
        const label = here[choice]!;
        next[label] = unary[at * labels + label]! + this.#reach(at, label, best, before, beforeCount);
      }
      [best, next] = [next, best];
      [before, here] = [here, before];
      beforeCount = count;
    }
    return this.#follow(best, before, beforeCount, into);
  }

  #pairScore(at: number, from: number, to: number): number {
    const pair = from * this.labels + to;
    if (this.forbidden[pair]) return -1e9;
    const edge = this.edges ? this.edges[at * (this.labels + 1) * this.labels + pair]! : 0;
    return this.transitions[pair]! + edge;
  }

  #reach(at: number, label: number, best: Float32Array, choices: Uint8Array, count: number): number {
    let score = Number.NEGATIVE_INFINITY;
    for (let choice = 0; choice < count; choice++) {
      const from = choices[choice]!;
      const reached = best[from]! + this.#pairScore(at, from, label);
      if (reached <= score) continue;
      score = reached;
      this.#back[at * this.labels + label] = from;
    }
    return score;
  }

  #follow(best: Float32Array, choices: Uint8Array, count: number, into: Uint8Array): number {
    let label = choices[0]!;
    for (let choice = 1; choice < count; choice++)
      if (best[choices[choice]!]! > best[label]!) label = choices[choice]!;
    const score = best[label]!;
    for (let at = this.length - 1; at >= 0; at--) {
      into[at] = label;
      label = this.#back[at * this.labels + label]!;
    }
    return score;
  }
}

/** Writes the `most` labels with the highest scores from `offset` on, best first; gives back how many there are. */
function chooseBest(
  scores: Float32Array,
  offset: number,
  labels: number,
  most: number,
  into: Uint8Array,
): number {
  if (most >= labels) {
    for (let label = 0; label < labels; label++) into[label] = label;
    return labels;
  }
  let count = 0;
  for (let label = 0; label < labels; label++) {
    const score = scores[offset + label]!;
    if (count === most && score <= scores[offset + into[count - 1]!]!) continue;
    let place = count < most ? count++ : count - 1;
    for (; place > 0 && scores[offset + into[place - 1]!]! < score; place--) into[place] = into[place - 1]!;
    into[place] = label;
  }
  return count;
}

/** Labels named `I-x` may only follow `B-x` or `I-x`; labels named in any other way may stand anywhere. */
function forbiddenPairs(labelNames: readonly string[]): Uint8Array {
  const labels = labelNames.length;
  const forbidden = new Uint8Array((labels + 1) * labels);
  for (let to = 0; to < labels; to++) {
    if (!labelNames[to]!.startsWith('I-')) continue;
    for (let from = 0; from <= labels; from++) {
      if (labelNames[from]?.slice(1) !== labelNames[to]!.slice(1)) forbidden[from * labels + to] = 1;
    }
  }
  return forbidden;
}
