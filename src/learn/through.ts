import type { Lattice } from './best-path.ts';

/**
 * Writes for each position and label, at `position * labels + label`, how much worse than the best labelling of all the best
 * one is that has the label there: 0 on the best path (Viterbi forwards and backwards). For models without edges.
 */
export function gapsOf(lattice: Lattice, into: Float32Array): void {
  const { labels, length, unary } = lattice;
  const back = new Float32Array(length * labels);
  for (let label = 0; label < labels; label++)
    into[label] = unary[label]! + pairScore(lattice, labels, label);
  for (let at = 1; at < length; at++)
    for (let label = 0; label < labels; label++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let from = 0; from < labels; from++)
        best = Math.max(best, into[(at - 1) * labels + from]! + pairScore(lattice, from, label));
      into[at * labels + label] = best + unary[at * labels + label]!;
    }
  for (let at = length - 2; at >= 0; at--)
    for (let label = 0; label < labels; label++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let to = 0; to < labels; to++) {
        const next = (at + 1) * labels + to;
        best = Math.max(best, back[next]! + unary[next]! + pairScore(lattice, label, to));
      }
      back[at * labels + label] = best;
    }
  let top = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < labels; label++) top = Math.max(top, into[(length - 1) * labels + label]!);
  for (let place = 0; place < length * labels; place++) into[place] = top - into[place]! - back[place]!;
}

const pairScore = ({ transitions, forbidden, labels }: Lattice, from: number, to: number): number =>
  forbidden[from * labels + to] ? -1e9 : transitions[from * labels + to]!;
