import type { ClaimScorer } from './scorer.ts';
import { weighInStory } from './story-weights.ts';
import { likeness, similarity, type WeighedUnit } from './weights.ts';

/** Two units below this are not the same claim. */
const sameClaim = 0.57;
/** Where an account already tells a claim, a second passage of it must be so like the others' on average. */
const secondTelling = 0.78;
/** Less, where the two passages of the account follow one another. */
const nextTelling = 0.7;
/** Two groups of tellings are joined where their cross pairs reach this share of `sameClaim` on average. */
const linkShare = 0.7;
/** Pairs that share less of their weight are not worth scoring. */
const candidate = 0.24;
/** Words in more units than this are not used to find candidates: they find everything. */
const frequent = 80;
/** The same word weighs at most so much more in one unit than in another: as a name less than as a word. */
const slack = 1.5;
/** Units that share this much of their weight are as good as surely the same by that alone, and half of it is even odds. */
const surelyAlike = 0.66;

/** The same people may do two things: what shares names and nothing else with another is so much less likely to tell the same. */
const namesAlone = 0.7;

type Pair = { readonly a: number; readonly b: number; readonly score: number };

type PairScore = (a: number, b: number) => number;

/**
 * How probable it is that two units tell the same claim: what the trained scorer makes of the two alone, and how much of
 * their weight in this story they share, in equal parts. Each pair is scored once.
 */
function scoreFor(units: readonly WeighedUnit[], { profileOf, score }: ClaimScorer): PairScore {
  const profiles = weighInStory(units.map(({ unit }) => profileOf(unit)));
  const known = new Map<number, number>();
  return (a, b) => {
    const key = Math.min(a, b) * units.length + Math.max(a, b);
    const found = known.get(key);
    if (found !== undefined) return found;
    const alike = similarity(units[a]!, units[b]!);
    const probable =
      alike < candidate ? 0 : score(profiles[Math.min(a, b)]!, profiles[Math.max(a, b)]!, 'unit', 'event');
    const both = (probable + Math.min(1, alike / surelyAlike)) / 2;
    const telling = shareSense(profiles[a]!.profile.told, profiles[b]!.profile.told)
      ? both
      : both * namesAlone;
    known.set(key, telling);
    return telling;
  };
}

function shareSense(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const sense of a) if (b.has(sense)) return true;
  return false;
}

/**
 * Pairs of units of different accounts that are alike enough, most alike first. Through an inverted index of the words that
 * few units have; what the frequent ones can add at most decides whether a pair is worth comparing.
 */
function candidatePairs(units: readonly WeighedUnit[], scoreOf: PairScore): Pair[] {
  const weights = units.map(unit => [...unit.weights.values()]);
  const postings: (number[] | undefined)[] = [];
  const shared = new Float64Array(units.length);
  const pairs: Pair[] = [];
  for (const [b, unit] of units.entries()) {
    const met: number[] = [];
    let unseen = 0;
    for (const [at, sense] of unit.senses.entries()) {
      const weight = weights[b]![at]!;
      const posting = postings[sense] ?? [];
      if (posting.length >= frequent) unseen += weight;
      else
        for (const a of posting) {
          if (shared[a] === 0) met.push(a);
          shared[a]! += weight;
        }
      posting.push(b);
      postings[sense] = posting;
    }
    for (const a of met) {
      const most = (shared[a]! + unseen) * slack;
      shared[a] = 0;
      if (units[a]!.unit.account === unit.unit.account || likeness(units[a]!, unit, most) < candidate)
        continue;
      if (similarity(units[a]!, unit) < candidate) continue;
      const score = scoreOf(a, b);
      if (score >= sameClaim) pairs.push({ a, b, score });
    }
  }
  return pairs.sort((p, q) => q.score - p.score || p.a - q.a || p.b - q.b);
}

/**
 * The pairs whose members would both do better crosswise: where a–b is a good pair, but a–b′ and a′–b together
 * are better than a–b and a′–b′, the two sentences of each account tell two claims, and a–b mixes them.
 */
function crosswise(pairs: readonly Pair[], units: readonly WeighedUnit[], scoreOf: PairScore): Set<Pair> {
  const byUnit = new Map<number, Pair[]>();
  for (const pair of pairs)
    for (const member of [pair.a, pair.b]) byUnit.set(member, [...(byUnit.get(member) ?? []), pair]);
  const accountOf = (at: number) => units[at]!.unit.account;
  const nextBest = (at: number, not: number): { partner: number; score: number } | null => {
    for (const { a, b, score } of byUnit.get(at)!) {
      const partner = a === at ? b : a;
      if (partner !== not && accountOf(partner) === accountOf(not)) return { partner, score };
    }
    return null;
  };
  const isCrossed = ({ a, b, score }: Pair): boolean => {
    const [forA, forB] = [nextBest(a, b), nextBest(b, a)];
    if (!forA || !forB) return false;
    const rest = scoreOf(forA.partner, forB.partner);
    return forA.score + forB.score > score + rest;
  };
  return new Set(pairs.filter(isCrossed));
}

/**
 * Groups units that tell the same claim: agglomerative, best pair first, by average link. Every unit is in one group,
 * alone if nothing is like it. Groups and their members keep the order of the units.
 */
export function groupUnits(units: readonly WeighedUnit[], scorer: ClaimScorer): WeighedUnit[][] {
  const scorePair = scoreFor(units, scorer);
  const pairs = candidatePairs(units, scorePair);
  const scores = new Map(pairs.map(({ a, b, score }) => [a * units.length + b, score]));
  const scoreOf = (a: number, b: number) => scores.get(Math.min(a, b) * units.length + Math.max(a, b)) ?? 0;
  const accountOf = (at: number) => units[at]!.unit.account;
  const groups: number[][] = units.map((_, at) => [at]);

  const mayJoin = (left: readonly number[], right: readonly number[], isCrossed: boolean): boolean => {
    let sum = 0;
    let count = 0;
    let farthest = 0;
    for (const a of left)
      for (const b of right)
        if (accountOf(a) === accountOf(b)) farthest = Math.max(farthest, Math.abs(a - b));
        else {
          sum += scoreOf(a, b);
          count++;
        }
    if (farthest === 0) return sum / count >= linkShare * sameClaim;
    return !isCrossed && sum / count >= (farthest === 1 ? nextTelling : secondTelling);
  };
  const join = ({ a, b }: Pair, isCrossed: boolean): void => {
    const [left, right] = [groups[a]!, groups[b]!];
    if (left === right || !mayJoin(left, right, isCrossed)) return;
    left.push(...right);
    for (const member of right) groups[member] = left;
  };
  const crossed = crosswise(pairs, units, scorePair);
  for (const pair of pairs) if (!crossed.has(pair)) join(pair, false);
  for (const pair of crossed) join(pair, true);
  return [...new Set(groups)].map(group => group.sort((a, b) => a - b).map(at => units[at]!));
}
