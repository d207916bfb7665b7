import type { TokenSpan } from '../../domain/index.ts';
import { covers } from '../../domain/index.ts';
import { type Account, placesOf } from '../accounts.ts';
import { remembered } from '../remembered.ts';
import type { Vocabulary, WordKeys } from '../words/vocabulary.ts';
import type { Unit } from './unit.ts';

/** A unit's words by sense, each with what it weighs in this story, and their sum. */
export type WeighedUnit = {
  readonly unit: Unit;
  /** Where its account stands in the story, from 0. */
  readonly place: number;
  readonly weights: ReadonlyMap<string, number>;
  /** The same words in the same order by number: a word has the same one in all units that are weighed together. */
  readonly senses: readonly number[];
  readonly total: number;
};

/** A number or a date that two units share says more than a word does. Weights and powers are set on the sentence pairs of ECB+. */
const numberWeight = 1.3;
/** What stands in between, as in "The ferry, built in 1990, sank", says less. */
const asideWeight = 0.5;
/** An aside begins within so many tokens of the unit's first. */
const asideFrom = 10;
/** The parts of a name say less each: the name counts two or three times. */
const nameWeight = 0.7;
/** How far rarity in the story counts: 0 not at all, 1 as an inverse document frequency. */
const rarityPower = 0.3;
/** The rest is Dice's coefficient. */
const containmentShare = 0.35;
/** A unit of fewer words is too easily contained. */
const leastContained = 3;

/** Weighs units of the given accounts, a story's. */
export type Weigher = (units: readonly Unit[], accounts: readonly Account[]) => WeighedUnit[];

/**
 * Makes what weighs each word of each unit: less where the word is common in news, less where many units of the story have it.
 * Linear in the words.
 */
export function createWeigher(vocabulary: Vocabulary): Weigher {
  const bagOfUnit = remembered((unit: Unit) => bagOf(unit, vocabulary));
  return (units, accounts) => weighBags(units, units.map(bagOfUnit), placesOf(accounts));
}

function weighBags(
  units: readonly Unit[],
  bags: readonly ReadonlyMap<string, number>[],
  places: ReadonlyMap<Account, number>,
): WeighedUnit[] {
  const numbers = new Map<string, number>();
  const unitsWith: number[] = [];
  const senses = bags.map(bag =>
    Array.from(bag.keys(), sense => {
      const number = numbers.get(sense) ?? numbers.size;
      numbers.set(sense, number);
      unitsWith[number] = (unitsWith[number] ?? 0) + 1;
      return number;
    }),
  );
  const scale = Math.log(units.length + 1);
  const rarities = unitsWith.map(
    count => (Math.log((units.length + 1) / (count + 0.5)) / scale + 0.05) ** rarityPower,
  );
  return units.map((unit, index) => {
    const own = senses[index]!;
    const weights = new Map<string, number>();
    let total = 0;
    for (const [sense, weight] of bags[index]!) {
      const weighed = weight * rarities[own[weights.size]!]!;
      weights.set(sense, weighed);
      total += weighed;
    }
    return { unit, place: places.get(unit.account)!, weights, senses: own, total };
  });
}

function bagOf({ account, tokens }: Unit, { commonness }: Vocabulary): Map<string, number> {
  const bag = new Map<string, number>();
  const aside = asideIn(account, tokens);
  for (let at = tokens.from; at < tokens.to; at++) {
    const keys = account.words[at];
    const weight = keys ? commonness(keys) : 0;
    if (!keys || weight === 0) continue;
    const share = aside && aside.from <= at && at < aside.to ? asideWeight : 1;
    const whole = weight * share * factorOf(account, at, keys, at === tokens.from);
    bag.set(keys.sense, Math.max(whole, bag.get(keys.sense) ?? 0));
  }
  return bag;
}

/** From the first comma to the next, where the first is near the start. */
function asideIn({ doc, text }: Account, { from, to }: TokenSpan): TokenSpan | null {
  const isComma = (at: number) => text[doc.tokens[at]!.start] === ',';
  let opens = from;
  while (opens < to && !isComma(opens)) opens++;
  if (opens - from > asideFrom) return null;
  for (let at = opens + 1; at < to - 1; at++) if (isComma(at)) return { from: opens, to: at };
  return null;
}

function factorOf({ doc, text }: Account, at: number, keys: WordKeys, isFirst: boolean): number {
  const token = doc.tokens[at]!;
  if (/^\d/.test(keys.form) || doc.times.some(time => covers(time, token))) return numberWeight;
  const capitals = text.slice(token.start, token.end).match(/\p{Lu}/gu)?.length ?? 0;
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
