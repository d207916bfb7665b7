import type { TokenSpan } from '../../src/domain/index.ts';
import type { CandidateAttribution } from '../../src/extract/model/candidate.ts';
import type { JudgedAttribution } from '../../src/extract/model/finder.ts';
import { addJudgeFeatures } from '../../src/extract/model/judge-features.ts';
import { FeatureLists, LogisticModel, Weights } from '../../src/learn/index.ts';
import type { AnnotatedDoc, GoldAttribution } from '../corpora/attributions.ts';
import type { CueRates } from './attribution-rates.ts';
import { createLayout, layOut, type RolesOf, seed } from './attribution-taggers.ts';
import { type LogisticExample, trainLogistic } from './logistic.ts';
import { packWeights, type TrainedWeights } from './weights-file.ts';

export type CandidatesOf = ReadonlyMap<AnnotatedDoc, readonly CandidateAttribution[]>;

/** Trains what tells whether a candidate is right, on candidates of taggers that have not learnt from their articles. */
export function trainJudge(
  docs: readonly AnnotatedDoc[],
  rates: CueRates,
  roles: RolesOf,
  candidates: CandidatesOf,
  options: { epochs: number; rate: number; decay: number; leastCount: number },
): TrainedWeights {
  const layout = createLayout();
  const lists = new FeatureLists();
  const examples = docs.flatMap(doc => {
    layOut(layout, doc, rates);
    const own = candidates.get(doc)!;
    return own.flatMap((candidate, index): LogisticExample[] => {
      if (candidate.contents.length === 0) return [];
      lists.clear();
      addJudgeFeatures(layout.columns, roles.get(doc)!.labels, own, index, lists);
      return [{ features: lists.snapshot(), yes: isRight(candidate, doc.gold) }];
    });
  });
  return trainLogistic({ examples, seed, ...options });
}

/** Every candidate with its confidence. */
export function judgeCandidates(
  docs: readonly AnnotatedDoc[],
  rates: CueRates,
  roles: RolesOf,
  candidates: CandidatesOf,
  weights: TrainedWeights,
): Map<AnnotatedDoc, JudgedAttribution[]> {
  const layout = createLayout();
  const lists = new FeatureLists();
  const judge = new LogisticModel(new Weights(packWeights(weights)));
  return new Map(
    docs.map(doc => {
      layOut(layout, doc, rates);
      const own = candidates.get(doc)!;
      const judged = own.map((candidate, index) => {
        lists.clear();
        addJudgeFeatures(layout.columns, roles.get(doc)!.labels, own, index, lists);
        return { ...candidate, confidence: judge.probability(lists) };
      });
      return [doc, judged];
    }),
  );
}

/** Content and source are both at least half the same as in one gold attribution: `e2e` of the scorer. */
export const isRight = (candidate: CandidateAttribution, gold: readonly GoldAttribution[]): boolean =>
  gold.some(
    ({ sources, contents }) =>
      jaccard(contents, candidate.contents) >= 0.5 && jaccard(sources, candidate.sources) >= 0.5,
  );

function jaccard(some: readonly TokenSpan[], others: readonly TokenSpan[]): number {
  const size = (spans: readonly TokenSpan[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0);
  let shared = 0;
  for (const a of some)
    for (const b of others) shared += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
  const all = size(some) + size(others) - shared;
  return all === 0 ? 1 : shared / all;
}
