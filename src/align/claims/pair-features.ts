import { commonSubsequence, longestRising, sharedMembers } from './in-common.ts';
import { type Profile, type WordKind, wordKinds } from './profile.ts';
import { type Matching, pairWords } from './word-pairs.ts';

/** Of the code below: a model fits only the features that it was trained with. */
export const pairFeaturesVersion = 2;

type Side = { readonly profile: Profile; readonly matching: Matching };

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const dice = (shared: number, a: number, b: number): number => share(2 * shared, a + b);

/** What two units share and where they part, as numbers mostly between 0 and 1; hardly others whichever comes first. */
export function pairFeatures(a: Profile, b: Profile): number[] {
  const pairs = pairWords(a, b);
  const left = { profile: a, matching: pairs.a };
  const right = { profile: b, matching: pairs.b };
  const features: number[] = [];
  addWeightFeatures(features, weightsOf(left, weightOf), weightsOf(right, weightOf));
  addWeightFeatures(features, weightsOf(left, storyWeightOf), weightsOf(right, storyWeightOf));
  addLeftoverFeatures(features, leftoversOf(left), leftoversOf(right));
  addOrderFeatures(features, left, b);
  addTreeFeatures(features, left, right);
  addWritingFeatures(features, a, b);
  addValueFeatures(features, left, right);
  return features;
}

const addOrdered = (features: number[], a: number, b: number): void => {
  features.push(a < b ? a : b, a < b ? b : a);
};

/** Words weigh what they do in all news, and what they do in the story. */
type Weighing = (profile: Profile, at: number) => number;
const weightOf: Weighing = ({ words }, at) => words[at]!.weight;
const storyWeightOf: Weighing = ({ storyWeights }, at) => storyWeights[at]!;

/** How much a side weighs, all and by kind of word, and how much of that is matched: exactly, and at all. */
type Weights = {
  readonly total: number;
  readonly exact: number;
  readonly matched: number;
  readonly byKind: Readonly<Record<WordKind, { all: number; matched: number }>>;
};

function weightsOf({ profile, matching }: Side, weigh: Weighing): Weights {
  const byKind = {
    name: { all: 0, matched: 0 },
    number: { all: 0, matched: 0 },
    noun: { all: 0, matched: 0 },
    verb: { all: 0, matched: 0 },
    other: { all: 0, matched: 0 },
  };
  let exact = 0;
  let matched = 0;
  for (const at of profile.content) {
    const weight = weigh(profile, at);
    const strength = matching.strength[at]!;
    const kind = byKind[profile.words[at]!.kind];
    kind.all += weight;
    kind.matched += weight * strength;
    matched += weight * strength;
    if (strength >= 0.95) exact += weight;
  }
  const total = weigh === weightOf ? profile.total : profile.storyTotal;
  return { total, exact, matched, byKind };
}

/** How much of both weights is matched; then, for each kind of word, the shares matched and whether either side has any. */
function addWeightFeatures(features: number[], a: Weights, b: Weights): void {
  const short = Math.min(a.total, b.total);
  const long = Math.max(a.total, b.total);
  features.push(dice((a.exact + b.exact) / 2, a.total, b.total));
  features.push(dice((a.matched + b.matched) / 2, a.total, b.total));
  addOrdered(features, share(a.exact, a.total), share(b.exact, b.total));
  addOrdered(features, share(a.matched, a.total), share(b.matched, b.total));
  features.push(Math.log1p(Math.min(a.exact, b.exact)));
  features.push(share(short, long), Math.log1p(short), Math.log1p(long));
  for (const kind of wordKinds) {
    const ofA = a.byKind[kind];
    const ofB = b.byKind[kind];
    addOrdered(features, share(ofA.matched, ofA.all), share(ofB.matched, ofB.all));
    features.push(dice((ofA.matched + ofB.matched) / 2, ofA.all, ofB.all));
    features.push(Number(ofA.all > 0) + Number(ofB.all > 0));
    features.push(Math.log1p(ofA.matched + ofB.matched));
  }
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
