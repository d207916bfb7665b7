import { grown } from './columns.ts';

/** Pairs of articles with log-odds that they tell one story. A pair that is not there is held to be improbable. */
export type Links = {
  readonly size: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly odds: Float32Array;
};

/** Links that grow. */
export class LinkList implements Links {
  size = 0;
  a = new Int32Array(1024);
  b = new Int32Array(1024);
  odds = new Float32Array(1024);

  add(a: number, b: number, odds: number): void {
    if (this.size === this.a.length) {
      this.a = grown(this.a, 2 * this.size);
      this.b = grown(this.b, 2 * this.size);
      this.odds = grown(this.odds, 2 * this.size);
    }
    this.a[this.size] = a;
    this.b[this.size] = b;
    this.odds[this.size++] = odds;
  }
}

/** Log-odds are cut to this on both sides, so that no one pair decides for a story. */
export const surest = 6;

/** Stories are put together as long as the log-odds of their pairs are more than this in the mean. */
export const leastOdds = 0;

/**
 * Average-link clustering, the best pair of stories first (Sokal and Michener 1958), over the pairs that are there.
 * Gives for each article the number of one member of its story. `isCrowded` tells of an article that has as many
 * neighbours as are kept: that it lacks a pair with another such says nothing.
 */
export function linkStories(
  count: number,
  links: Links,
  isCrowded: (article: number) => boolean,
): Int32Array {
  const parts = componentsOf(count, links);
  const storyOf = Int32Array.from({ length: count }, (_, article) => article);
  for (const edges of parts.values()) linkPart(edges, links, isCrowded, storyOf);
  return storyOf;
}

/** The pairs of each part of the graph that likely pairs hold together: stories never reach beyond one. */
function componentsOf(count: number, { size, a, b, odds }: Links): Map<number, number[]> {
  const parent = Int32Array.from({ length: count }, (_, article) => article);
  const rootOf = (article: number): number => {
    let root = article;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[article] !== root) {
      const next = parent[article]!;
      parent[article] = root;
      article = next;
    }
    return root;
  };
  for (let edge = 0; edge < size; edge++)
    if (odds[edge]! > leastOdds) parent[rootOf(a[edge]!)] = rootOf(b[edge]!);
  const parts = new Map<number, number[]>();
  for (let edge = 0; edge < size; edge++) {
    const root = rootOf(a[edge]!);
    if (root !== rootOf(b[edge]!)) continue;
    const part = parts.get(root);
    if (part) part.push(edge);
    else parts.set(root, [edge]);
  }
  return parts;
}

type Tie = { sum: number; known: number };

type Cluster = {
  readonly members: number[];
  crowded: number;
  readonly ties: Map<Cluster, Tie>;
  isGone: boolean;
};

type Merge = {
  readonly a: Cluster;
  readonly b: Cluster;
  readonly odds: number;
  /** Articles of both together. */
  readonly size: number;
};

function linkPart(
  edges: readonly number[],
  { a, b, odds }: Links,
  isCrowded: (article: number) => boolean,
  storyOf: Int32Array,
): void {
  const clusters = new Map<number, Cluster>();
  const clusterOf = (article: number): Cluster => {
    const known = clusters.get(article);
    if (known) return known;
    const made = { members: [article], crowded: isCrowded(article) ? 1 : 0, ties: new Map(), isGone: false };
    clusters.set(article, made);
    return made;
  };
  const queue = new MergeQueue();
  for (const edge of edges) {
    const one = clusterOf(a[edge]!);
    const other = clusterOf(b[edge]!);
    const tie = { sum: odds[edge]!, known: 1 };
    one.ties.set(other, tie);
    other.ties.set(one, tie);
  }
  for (const cluster of clusters.values()) queue.offer(cluster);
  for (let next = queue.take(); next; next = queue.take()) {
    const [into, from] = next.a.members.length >= next.b.members.length ? [next.a, next.b] : [next.b, next.a];
    merge(into, from);
    queue.offer(into);
  }
  for (const { members, isGone } of clusters.values())
    if (!isGone) for (const member of members) storyOf[member] = Math.min(...members);
}

function merge(into: Cluster, from: Cluster): void {
  from.isGone = true;
  into.ties.delete(from);
  from.ties.delete(into);
  into.members.push(...from.members);
  into.crowded += from.crowded;
  for (const [other, tie] of from.ties) {
    other.ties.delete(from);
    const own = into.ties.get(other);
    const both = own ? { sum: own.sum + tie.sum, known: own.known + tie.known } : tie;
    into.ties.set(other, both);
    other.ties.set(into, both);
  }
}

/** The mean log-odds between two groups of articles of which some pairs are known. */
export function meanOdds(pairs: number, known: number, sum: number, crowdedPairs: number): number {
  const excused = Math.max(0, Math.min(crowdedPairs, pairs) - known);
  return (sum - surest * (pairs - known - excused)) / (pairs - excused);
}

/** A heap with the best merge of each cluster, the best of all first; of equals, the one whose members came first. */
class MergeQueue {
  readonly #heap: Merge[] = [];

  /** Takes in the best merge of a cluster, if it has a likely one. */
  offer(a: Cluster): void {
    let b: Cluster | null = null;
    let odds = leastOdds;
    for (const [other, { sum, known }] of a.ties) {
      const pairs = a.members.length * other.members.length;
      const own = meanOdds(pairs, known, sum, a.crowded * other.crowded);
      if (own < odds || (own === odds && (b === null || b.members[0]! < other.members[0]!))) continue;
      b = other;
      odds = own;
    }
    if (b) this.#push({ a, b, odds, size: a.members.length + b.members.length });
  }

  /** The best merge of two clusters as they are now. Links only get weaker by a merge, so none better was overlooked. */
  take(): Merge | undefined {
    for (;;) {
      const best = this.#pop();
      if (!best) return undefined;
      const { a, b, size } = best;
      if (a.isGone) continue;
      if (!b.isGone && a.members.length + b.members.length === size) return best;
      this.offer(a);
    }
  }

  #push(merge: Merge): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(merge);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(merge, heap[above]!)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = merge;
  }

  #pop(): Merge | undefined {
    const heap = this.#heap;
    const best = heap[0];
    const last = heap.pop();
    if (!last || heap.length === 0) return best;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below++;
      if (!isBefore(heap[below]!, last)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
    return best;
  }
}

const isBefore = (one: Merge, other: Merge): boolean =>
  one.odds > other.odds ||
  (one.odds === other.odds &&
    Math.min(one.a.members[0]!, one.b.members[0]!) < Math.min(other.a.members[0]!, other.b.members[0]!));
