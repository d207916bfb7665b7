import { termFlags } from './article-terms.ts';
import { type Profiles, viewCount, viewsOf } from './profiles.ts';

/** What two articles share: filled anew by each comparison. */
export type Comparison = {
  /** Cosine of each view, 0 to 1. */
  readonly likeness: Float64Array;
  dates: number;
  years: number;
};

export const createComparison = (): Comparison => ({
  likeness: new Float64Array(viewCount),
  dates: 0,
  years: 0,
});

/** Goes once through the terms of two articles, which are in order. */
export function compare(profiles: Profiles, a: number, b: number, into: Comparison): void {
  const { from, terms, flags, weights, norms } = profiles;
  const { likeness } = into;
  likeness.fill(0);
  into.dates = into.years = 0;
  let i = from[a]!;
  let j = from[b]!;
  const endA = from[a + 1]!;
  const endB = from[b + 1]!;
  const timeFlags = termFlags.date | termFlags.year;
  while (i < endA && j < endB) {
    const termA = terms[i]!;
    const termB = terms[j]!;
    if (termA < termB) {
      i++;
      continue;
    }
    if (termB < termA) {
      j++;
      continue;
    }
    const flagsA = flags[i]!;
    const flagsB = flags[j]!;
    const bits = viewsOf(flagsA) & viewsOf(flagsB);
    const product = weights[i]! * weights[j]!;
    for (let view = 0; view < viewCount; view++) if (bits & (1 << view)) likeness[view]! += product;
    if (flagsA & timeFlags) {
      if (flagsA & termFlags.date) into.dates++;
      else into.years++;
    }
    i++;
    j++;
  }
  for (let view = 0; view < viewCount; view++) {
    const norm = norms[a * viewCount + view]! * norms[b * viewCount + view]!;
    likeness[view] = norm > 0 ? Math.min(1, likeness[view]! / norm) : 0;
  }
}
