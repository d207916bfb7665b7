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
import { pairFeatures } from './pair-features.ts';
import { createProfiler, type Profile, type WordKnowledge } from './profile.ts';
import type { Unit } from './unit.ts';

/**
 * What can be asked of two units: whether all of the one is all of the other but for details (`paraphrase`, `equivalence`),
 * whether they have one thing told in common (`unit`), whether they tell of one event (`event`).
 */
export const pairQuestions = ['paraphrase', 'equivalence', 'unit', 'event'] as const;
export type PairQuestion = (typeof pairQuestions)[number];

export type ClaimScorer = {
  readonly profileOf: (unit: Unit) => Profile;
  /** From 0 to 1; yes from 0.5 on. The mean of the answers, where several questions are asked. Hardly another whichever comes first. */
  readonly score: (a: Profile, b: Profile, ...asked: readonly PairQuestion[]) => number;
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

/** Loads `models/claims`: logistic regression over `pairFeatures`, with weights of its own for each question, the bias last. */
export function createClaimScorer(vocabulary: Vocabulary): ClaimScorer {
  const weights = loadWeights('claims');
  const questions = new Map(pairQuestions.map(question => [question, weights.float32(question)] as const));
  return {
    profileOf: remembered(createProfiler(vocabulary, wordKnowledgeOf(weights))),
    score: (a, b, ...asked) => {
      const features = pairFeatures(a, b);
      return asked.reduce(
        (mean, question) => mean + probability(questions.get(question)!, features) / asked.length,
        0,
      );
    },
  };
}

function probability(row: Float32Array, features: readonly number[]): number {
  let sum = row.at(-1)!;
  for (let at = 0; at < features.length; at++) sum += row[at]! * features[at]!;
  return 1 / (1 + Math.exp(-sum));
}
