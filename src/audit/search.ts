import type { CharSpan } from '../domain/index.ts';

/** Index of the first of ordered spans that ends after `offset`; their number where none does. Costs log of their number. */
export function firstWithEndAfter(spans: readonly CharSpan[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
