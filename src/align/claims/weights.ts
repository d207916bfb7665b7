import type { Vocabulary, WordKeys } from '../words/vocabulary.ts';
import type { Unit } from './units.ts';

/** A unit's words by sense, each with what it weighs in this story, and their sum. */
export type WeighedUnit = {
  readonly unit: Unit;
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
};

/** A number that two units share says more than a word does. Weights and powers are set on the sentence pairs of ECB+. */
const numberWeight = 1.3;
/** The parts of a name say less each: the name counts two or three times. */
const nameWeight = 0.7;
/** How far rarity in the story counts: 0 not at all, 1 as an inverse document frequency. */
const rarityPower = 0.3;
/** The rest is Dice's coefficient. */
const containmentShare = 0.35;
/** A unit of fewer words is too easily contained. */
const leastContained = 3;

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
    if (keys && weight > 0) bag.set(keys.sense, weight * factorOf(account, at, keys, at === tokens.from));
  }
  return bag;
}

function factorOf({ doc, text }: Unit['account'], at: number, keys: WordKeys, isFirst: boolean): number {
  if (/^\d/.test(keys.form)) return numberWeight;
  const { start, end } = doc.tokens[at]!;
  const capitals = text.slice(start, end).match(/\p{Lu}/gu)?.length ?? 0;
  return capitals > (isFirst ? 1 : 0) ? nameWeight : 1;
}

/**
 * How alike two units are by the weight of their shared words: 0 where they share none, 1 where they have the same words.
 * Dice's coefficient, and in part the share of the smaller that the larger contains: a clause may tell what a sentence does.
 */
export function likeness(a: WeighedUnit, b: WeighedUnit, shared: number): number {
  if (shared === 0) return 0;
  const dice = Math.min(1, (2 * shared) / (a.total + b.total));
  const isBrief = Math.min(a.weights.size, b.weights.size) < leastContained;
  const contained = isBrief ? dice : Math.min(1, shared / Math.min(a.total, b.total));
  return (1 - containmentShare) * dice + containmentShare * contained;
}

/** The likeness of two units; the cost is the words of the smaller. */
export function similarity(a: WeighedUnit, b: WeighedUnit): number {
  const [few, many] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [sense, weight] of few.weights) if (many.weights.has(sense)) shared += weight;
  return likeness(a, b, shared);
}
