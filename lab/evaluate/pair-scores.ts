/** A pair's score, and whether the pair is one of those looked for. */
export type ScoredPair = { readonly score: number; readonly yes: boolean };

/** In hundred, how often a yes scores higher than a no; a tie is half. NaN without both. */
export function areaUnderCurve(pairs: readonly ScoredPair[]): number {
  const sorted = [...pairs].sort((p, q) => p.score - q.score);
  const yes = pairs.filter(pair => pair.yes).length;
  const no = pairs.length - yes;
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to++;
    ranks += sorted.slice(from, to).filter(pair => pair.yes).length * ((from + to + 1) / 2);
    from = to;
  }
  return (100 * (ranks - (yes * (yes + 1)) / 2)) / (yes * no);
}

/** In hundred, with yes said from `threshold` on. */
export function decisionScores(
  pairs: readonly ScoredPair[],
  threshold: number,
): { readonly accuracy: number; readonly precision: number; readonly recall: number; readonly f1: number } {
  const said = pairs.filter(({ score }) => score >= threshold);
  const hits = said.filter(({ yes }) => yes).length;
  const yes = pairs.filter(pair => pair.yes).length;
  const right = hits + (pairs.length - said.length) - (yes - hits);
  return {
    accuracy: (100 * right) / Math.max(1, pairs.length),
    precision: (100 * hits) / Math.max(1, said.length),
    recall: (100 * hits) / Math.max(1, yes),
    f1: (200 * hits) / Math.max(1, said.length + yes),
  };
}
