/** 0 to 100. */
export type BCubed = { readonly precision: number; readonly recall: number; readonly f: number };

/**
 * B-cubed (Bagga and Baldwin 1998): for each item the share of its found group that is of its true group, and the other
 * way round, in the mean over items; F of the two means. `scored` are the items that count, all when left out.
 */
export function bCubed(
  found: readonly string[],
  gold: readonly string[],
  scored: Iterable<number> = found.keys(),
): BCubed {
  const both = found.map((group, at) => JSON.stringify([group, gold[at]]));
  const [foundSizes, goldSizes, bothSizes] = [found, gold, both].map(sizesOf);
  let precision = 0;
  let recall = 0;
  let items = 0;
  for (const at of scored) {
    const together = bothSizes!.get(both[at]!)!;
    precision += together / foundSizes!.get(found[at]!)!;
    recall += together / goldSizes!.get(gold[at]!)!;
    items++;
  }
  precision *= 100 / items;
  recall *= 100 / items;
  return { precision, recall, f: (2 * precision * recall) / (precision + recall) };
}

function sizesOf(groups: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return sizes;
}
