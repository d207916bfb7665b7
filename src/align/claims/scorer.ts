import {
  ClassMap,
  hashText,
  loadWeights,
  loadWordClasses,
  lowerHashOf,
  type Weights,
} from '../../learn/index.ts';
import { remembered } from '../remembered.ts';
import type { Vocabulary, WordKeys } from '../words/vocabulary.ts';
import { type PairBasis, pairBasis } from './pair-features.ts';
import { createProfiler, type Profile, type WordKnowledge } from './profile.ts';
import type { WeighedProfile } from './story-weights.ts';
import type { Unit } from './unit.ts';
import { storyFeatures, weightFeatures } from './weight-features.ts';

/**
 * What can be asked of two units: whether all of the one is all of the other but for details (`paraphrase`, `equivalence`),
 * whether they have one thing told in common (`unit`), whether they tell of one event (`event`).
 */
export const pairQuestions = ['paraphrase', 'equivalence', 'unit', 'event'] as const;
export type PairQuestion = (typeof pairQuestions)[number];

export type ClaimScorer = {
  readonly profileOf: (unit: Unit) => Profile;
  /** From 0 to 1; yes from 0.5 on. The mean of the answers, where several questions are asked. Hardly another whichever comes first. */
  readonly score: (a: WeighedProfile, b: WeighedProfile, ...asked: readonly PairQuestion[]) => number;
};

/** Rarities are stored as whole numbers from 1 on; 0 is for what was never seen, which is rarest. */
export const rarityLevels = 200;
/** What the rarest word weighs. */
const mostRarity = 3;

/** How rare words are in news, as `models/claims` has it, and the classes of `models/words`. */
export function wordKnowledgeOf(weights: Weights): WordKnowledge {
  const rarities = new ClassMap(weights, 'rarity');
  const { fine } = loadWordClasses();
  const keep = new Map<string, number>();
  return {
    rarity: ({ sense }: WordKeys) => {
      const known = keep.get(sense);
      if (known !== undefined) return known;
      const rarity = (mostRarity * (rarities.get(hashText(sense)) || rarityLevels)) / rarityLevels;
      if (keep.size < 100_000) keep.set(sense, rarity);
      return rarity;
    },
    classOf: form => fine.get(lowerHashOf(form)),
  };
}

/**
 * Loads `models/claims`: logistic regression over `pairFeatures`, with weights of its own for each question, the bias last. What
 * two units have in common is found once for all stories in which both stand.
 */
export function createClaimScorer(vocabulary: Vocabulary): ClaimScorer {
  const weights = loadWeights('claims');
  const questions = Object.fromEntries(
    pairQuestions.map(question => [question, weights.float32(question)]),
  ) as Record<PairQuestion, Float32Array>;
  const basisOf = remembered((a: Profile) => remembered((b: Profile) => basisFor(a, b, questions)));
  return {
    profileOf: remembered(createProfiler(vocabulary, wordKnowledgeOf(weights))),
    score: (a, b, ...asked) => {
      const basis = basisOf(a.profile)(b.profile);
      const features = storyFeatures(a, b, basis);
      let sum = 0;
      for (const question of asked)
        sum += probability(basis.sums[question] + weighedSum(features, questions[question], weightFeatures));
      return sum / asked.length;
    },
  };
}

/** Of what all features but those of the story come to, by question. */
type ScoredBasis = Omit<PairBasis, 'features'> & { readonly sums: Readonly<Record<PairQuestion, number>> };

function basisFor(
  a: Profile,
  b: Profile,
  questions: Readonly<Record<PairQuestion, Float32Array>>,
): ScoredBasis {
  const { features, strengthsA, strengthsB } = pairBasis(a, b);
  const [first, rest] = [features.slice(0, weightFeatures), features.slice(weightFeatures)];
  const sumFor = (row: Float32Array) =>
    row.at(-1)! + weighedSum(first, row, 0) + weighedSum(rest, row, 2 * weightFeatures);
  const { paraphrase, equivalence, unit, event } = questions;
  const sums = {
    paraphrase: sumFor(paraphrase),
    equivalence: sumFor(equivalence),
    unit: sumFor(unit),
    event: sumFor(event),
  };
  return { strengthsA, strengthsB, sums };
}

/** Features by their weights, of which the first stands at `from`. */
function weighedSum(features: readonly number[], row: Float32Array, from: number): number {
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += row[from + at]! * features[at]!;
  return sum;
}

const probability = (sum: number): number => 1 / (1 + Math.exp(-sum));
