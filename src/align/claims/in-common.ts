import type { ProfileWord } from './profile.ts';
import { isSameSense } from './word-pairs.ts';

/** By sense: the lengths of the longest common subsequence and run, and how many pairs of neighbours both have. */
export function commonSubsequence(
  a: readonly ProfileWord[],
  b: readonly ProfileWord[],
): { length: number; run: number; pairs: number } {
  /** Up to the words before: of the subsequence, and of the run that ends there. */
  const lengths = new Int16Array(b.length + 1);
  const runs = new Int16Array(b.length + 1);
  let run = 0;
  let pairs = 0;
  for (const word of a) {
    let lengthBefore = 0;
    let runBefore = 0;
    let hasPair = false;
    for (let at = 1; at <= b.length; at++) {
      const lengthAbove = lengths[at]!;
      const runAbove = runs[at]!;
      if (isSameSense(word, b[at - 1]!)) {
        lengths[at] = lengthBefore + 1;
        runs[at] = runBefore + 1;
        if (runBefore > 0) hasPair = true;
        run = Math.max(run, runBefore + 1);
      } else {
        lengths[at] = Math.max(lengthAbove, lengths[at - 1]!);
        runs[at] = 0;
      }
      lengthBefore = lengthAbove;
      runBefore = runAbove;
    }
    if (hasPair && word.isNewPair) pairs++;
  }
  return { length: lengths[b.length]!, run, pairs };
}

/** The length of the longest subsequence that only rises. */
export function longestRising(values: readonly number[]): number {
  const ends: number[] = [];
  for (const value of values) {
    const at = ends.findIndex(end => end >= value);
    if (at < 0) ends.push(value);
    else ends[at] = value;
  }
  return ends.length;
}

/** How many members two ordered lists share, each as often as both have it. */
export function sharedMembers(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  let here = 0;
  let there = 0;
  while (here < a.length && there < b.length) {
    const apart = a[here]! - b[there]!;
    if (apart === 0) shared++;
    if (apart <= 0) here++;
    if (apart >= 0) there++;
  }
  return shared;
}
