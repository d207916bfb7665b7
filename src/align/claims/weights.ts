import type { Vocabulary } from '../words/vocabulary.ts';
import type { Unit } from './units.ts';

/** A unit's words by sense, each with what it weighs in this story, and their sum. */
export type WeighedUnit = {
  readonly unit: Unit;
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
};

/** A number that two units share says more than a word does. */
const numberWeight = 1.3;
/** How far rarity in the story counts: 0 not at all, 1 as an inverse document frequency. Set on ECB+ sentence pairs. */
const rarityPower = 0.5;

/**
 * Weighs each word of each unit: less where the word is common in news, less where many units of the story have it.
 * Linear in the words.
 */
export function weigh(units: readonly Unit[], vocabulary: Vocabulary): WeighedUnit[] {
  const bags = units.map(unit => bagOf(unit, vocabulary));
  const unitsWith = new Map<string, number>();
  for (const bag of bags)
    for (const sense of bag.keys()) unitsWith.set(sense, (unitsWith.get(sense) ?? 0) + 1);
  const scale = Math.log(units.length + 1);
  const rarity = (sense: string): number =>
    (Math.log((units.length + 1) / (unitsWith.get(sense)! + 0.5)) / scale + 0.05) ** rarityPower;
  return units.map((unit, index) => {
    const weights = new Map(
      [...bags[index]!].map(([sense, weight]): [string, number] => [sense, weight * rarity(sense)]),
    );
    return { unit, weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
  });
}

function bagOf({ account, tokens }: Unit, { commonness }: Vocabulary): Map<string, number> {
  const bag = new Map<string, number>();
  for (let at = tokens.from; at < tokens.to; at++) {
    const keys = account.words[at];
    const weight = keys ? commonness(keys) : 0;
    if (keys && weight > 0) bag.set(keys.sense, /^\d/.test(keys.form) ? numberWeight : weight);
  }
  return bag;
}

/** Dice's coefficient over weights: 1 where the two have the same words, 0 where they share none. */
export function similarity(a: WeighedUnit, b: WeighedUnit): number {
  const [few, many] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [sense, weight] of few.weights) if (many.weights.has(sense)) shared += weight;
  return a.total + b.total === 0 ? 0 : (2 * shared) / (a.total + b.total);
}
