import { commonSubsequence, longestRising, sharedMembers } from './in-common.ts';
import type { Profile } from './profile.ts';
import type { WeighedProfile } from './story-weights.ts';
import {
  addOrdered,
  addWeightFeatures,
  dice,
  matchedWeights,
  type Strengths,
  share,
  storyFeatures,
  weightFeatures,
} from './weight-features.ts';
import { type Matching, pairWords } from './word-pairs.ts';

/** Of the code below: a model fits only the features that it was trained with. */
export const pairFeaturesVersion = 2;

type Side = { readonly profile: Profile; readonly matching: Matching };

/** What two units share and where they part, but for what that weighs in their story: the same in every story. */
export type PairBasis = Strengths & {
  /** All but the features of what words weigh in the story. */
  readonly features: readonly number[];
};

/** Costs the product of the units' lengths. */
export function pairBasis(a: Profile, b: Profile): PairBasis {
  const pairs = pairWords(a, b);
  const left = { profile: a, matching: pairs.a };
  const right = { profile: b, matching: pairs.b };
  const strengthsA = strengthsIn(left);
  const strengthsB = strengthsIn(right);
  const features: number[] = [];
  addWeightFeatures(
    features,
    matchedWeights(a, a.weights, strengthsA),
    matchedWeights(b, b.weights, strengthsB),
  );
  addLeftoverFeatures(features, leftoversOf(left), leftoversOf(right));
  addOrderFeatures(features, left, b);
  addTreeFeatures(features, left, right);
  addWritingFeatures(features, a, b);
  addValueFeatures(features, left, right);
  return { features, strengthsA, strengthsB };
}

const strengthsIn = ({ profile, matching }: Side): number[] =>
  profile.content.map(at => matching.strength[at]!);

/** All features in the order of the model's weights: numbers mostly between 0 and 1; hardly others whichever unit comes first. */
export function pairFeatures(a: WeighedProfile, b: WeighedProfile): number[] {
  const basis = pairBasis(a.profile, b.profile);
  return basis.features.toSpliced(weightFeatures, 0, ...storyFeatures(a, b, basis));
}

type Leftovers = {
  count: number;
  rarest: number;
  names: number;
  numbers: number;
  verbs: number;
  nouns: number;
};

function leftoversOf({ profile: { words, content }, matching }: Side): Leftovers {
  const rest = { count: 0, rarest: 0, names: 0, numbers: 0, verbs: 0, nouns: 0 };
  let lastName = -1;
  for (const at of content) {
    if (matching.strength[at]! >= 0.5) continue;
    const { weight, kind, name } = words[at]!;
    rest.count++;
    rest.rarest = Math.max(rest.rarest, weight);
    if (name > lastName) {
      rest.names++;
      lastName = name;
    }
    if (kind === 'number') rest.numbers++;
    if (kind === 'verb') rest.verbs++;
    if (kind === 'noun') rest.nouns++;
  }
  return rest;
}

/** What is left without a match: how many words, how rare the rarest, of what kind. */
function addLeftoverFeatures(features: number[], a: Leftovers, b: Leftovers): void {
  addOrdered(features, a.count, b.count);
  addOrdered(features, a.rarest, b.rarest);
  addOrdered(features, a.names, b.names);
  addOrdered(features, a.numbers, b.numbers);
  addOrdered(features, a.verbs, b.verbs);
  addOrdered(features, a.nouns, b.nouns);
}

/** Runs of words in the same order: pairs of neighbours, the longest common subsequence, the longest common run. */
function addOrderFeatures(features: number[], { profile: a, matching }: Side, b: Profile): void {
  const common = commonSubsequence(a.words, b.words);
  const short = Math.min(a.words.length, b.words.length);
  const long = Math.max(a.words.length, b.words.length);
  const partners = a.content.map(at => matching.partner[at]!).filter(partner => partner >= 0);
  features.push(
    dice(common.pairs, a.pairs, b.pairs),
    share(common.pairs, Math.min(a.pairs, b.pairs)),
    dice(common.length, a.words.length, b.words.length),
    share(common.length, short),
    share(common.run, short),
    share(longestRising(partners), partners.length),
    share(short, long),
    Math.log1p(short),
    Math.log1p(long - short),
  );
}

/** Who does what to whom: matched words whose heads match each other, subjects and objects apart, and the top verbs. */
function addTreeFeatures(features: number[], left: Side, right: Side): void {
  const { profile: a, matching } = left;
  const { profile: b } = right;
  let edges = 0;
  let kept = 0;
  let labelled = 0;
  const roles = { subject: { all: 0, kept: 0 }, object: { all: 0, kept: 0 } };
  for (const at of a.content) {
    const partner = matching.partner[at]!;
    const { head, relation } = a.words[at]!;
    if (head < 0 || partner < 0) continue;
    const other = b.words[partner]!;
    edges++;
    const isKept = other.head >= 0 && matching.partner[head] === other.head;
    if (isKept) kept++;
    if (isKept && other.relation === relation) labelled++;
    const role = roleOf(relation);
    if (role === null) continue;
    roles[role].all++;
    if (isKept && roleOf(other.relation) === role) roles[role].kept++;
  }
  const topA = a.top < 0 ? undefined : a.words[a.top];
  const topB = b.top < 0 ? undefined : b.words[b.top];
  const isTopMatched = (side: Side) =>
    side.profile.top >= 0 && side.matching.strength[side.profile.top]! >= 0.9;
  features.push(
    share(kept, edges),
    share(labelled, edges),
    dice(kept, a.content.length, b.content.length),
    share(kept, Math.min(a.content.length, b.content.length)),
    roles.subject.kept,
    roles.object.kept,
    roles.subject.all - roles.subject.kept,
    roles.object.all - roles.object.kept,
    Number(topA !== undefined && topA.sense === topB?.sense),
    Number(isTopMatched(left)) + Number(isTopMatched(right)),
  );
}

function roleOf(relation: string): 'subject' | 'object' | null {
  if (relation === 'nsubj' || relation === 'csubj') return 'subject';
  return relation === 'obj' || relation === 'nsubj:pass' ? 'object' : null;
}

/** How it is written: pieces of three characters, negations, quotation marks. */
function addWritingFeatures(features: number[], a: Profile, b: Profile): void {
  const shared = sharedMembers(a.trigrams, b.trigrams);
  features.push(
    dice(shared, a.trigrams.length, b.trigrams.length),
    share(shared, Math.min(a.trigrams.length, b.trigrams.length)),
    Number(a.negations % 2 !== b.negations % 2),
    Number(a.hasQuotation) + Number(b.hasQuotation),
    Number(a.hasQuotation !== b.hasQuotation),
  );
}

type Numbers = { count: number; rest: number };

function numbersOf({ profile: { words }, matching }: Side): Numbers {
  const numbers = { count: 0, rest: 0 };
  for (const [at, { kind, form }] of words.entries()) {
    if (kind !== 'number' || !/^\d/.test(form)) continue;
    numbers.count++;
    if (matching.strength[at]! < 0.9) numbers.rest++;
  }
  return numbers;
}

/** Numbers and dates that both give, that one alone gives, and that are given where the other gives another. */
function addValueFeatures(features: number[], left: Side, right: Side): void {
  const a = numbersOf(left);
  const b = numbersOf(right);
  const datesA = left.profile.dates;
  const datesB = right.profile.dates;
  const sharedDates = datesA.filter(date => datesB.includes(date)).length;
  features.push(
    Number(a.count > 0 && b.count > 0 && a.rest + b.rest === 0),
    Number(a.rest > 0 && b.rest > 0),
    Number(a.rest > 0 !== b.rest > 0),
    Math.min(a.rest, b.rest),
    a.count - a.rest,
    sharedDates,
    Number(datesA.length > 0 && datesB.length > 0 && sharedDates === 0),
  );
}
