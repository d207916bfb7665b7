import type { Profile, ProfileWord, WordKind } from './profile.ts';
import { type Matching, pairWords } from './word-pairs.ts';

/** Of the code below: a model fits only the features that it was trained with. */
export const pairFeaturesVersion = 2;

type Side = { readonly profile: Profile; readonly matching: Matching };

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const dice = (shared: number, a: number, b: number): number => share(2 * shared, a + b);
const ordered = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);

/** What two units share and where they part, as numbers mostly between 0 and 1; hardly others whichever comes first. */
export function pairFeatures(a: Profile, b: Profile): number[] {
  const pairs = pairWords(a, b);
  const [left, right] = [
    { profile: a, matching: pairs.a },
    { profile: b, matching: pairs.b },
  ];
  return [
    ...weighings.flatMap(by => [...weightFeatures(left, right, by), ...kindFeatures(left, right, by)]),
    ...leftoverFeatures(left, right),
    ...orderFeatures(left, right),
    ...treeFeatures(left, right),
    ...writingFeatures(a, b),
    ...valueFeatures(left, right),
  ];
}

/** Words weigh what they do in all news, and what they do in the story. */
const weighings = ['weight', 'storyWeight'] as const;
type Weighing = (typeof weighings)[number];

const totalOf = ({ profile }: Side, by: Weighing): number =>
  by === 'weight' ? profile.total : profile.storyTotal;

/** How much of a side's weight is matched: exactly, and at all. */
function matchedWeight(
  { profile: { words, content }, matching }: Side,
  by: Weighing,
): { exact: number; all: number } {
  let exact = 0;
  let all = 0;
  for (const at of content) {
    const strength = matching.strength[at]!;
    all += words[at]![by] * strength;
    if (strength >= 0.95) exact += words[at]![by];
  }
  return { exact, all };
}

function weightFeatures(left: Side, right: Side, by: Weighing): number[] {
  const [a, b] = [matchedWeight(left, by), matchedWeight(right, by)];
  const [totalA, totalB] = [totalOf(left, by), totalOf(right, by)];
  const exact = ordered(share(a.exact, totalA), share(b.exact, totalB));
  const all = ordered(share(a.all, totalA), share(b.all, totalB));
  const [short, long] = ordered(totalA, totalB);
  return [
    dice((a.exact + b.exact) / 2, totalA, totalB),
    dice((a.all + b.all) / 2, totalA, totalB),
    ...exact,
    ...all,
    Math.log1p(Math.min(a.exact, b.exact)),
    share(short, long),
    Math.log1p(short),
    Math.log1p(long),
  ];
}

const kinds: readonly WordKind[] = ['name', 'number', 'noun', 'verb', 'other'];

/** For each kind of word: the shares matched, smaller first, and whether either side has any. */
function kindFeatures(left: Side, right: Side, by: Weighing): number[] {
  const of = ({ profile: { words, content }, matching }: Side, kind: WordKind) => {
    let all = 0;
    let matched = 0;
    for (const at of content)
      if (words[at]!.kind === kind) {
        all += words[at]![by];
        matched += words[at]![by] * matching.strength[at]!;
      }
    return { all, matched };
  };
  return kinds.flatMap(kind => {
    const [a, b] = [of(left, kind), of(right, kind)];
    const [less, more] = ordered(share(a.matched, a.all), share(b.matched, b.all));
    return [
      less,
      more,
      dice((a.matched + b.matched) / 2, a.all, b.all),
      Number(a.all > 0) + Number(b.all > 0),
      Math.log1p(a.matched + b.matched),
    ];
  });
}

/** What is left without a match: how many words, how rare the rarest, of what kind. */
function leftoverFeatures(left: Side, right: Side): number[] {
  const of = ({ profile: { words, content }, matching }: Side) => {
    const rest = content.filter(at => matching.strength[at]! < 0.5).map(at => words[at]!);
    const count = (kind: WordKind) => rest.filter(word => word.kind === kind).length;
    return {
      count: rest.length,
      rarest: Math.max(0, ...rest.map(({ weight }) => weight)),
      names: new Set(rest.flatMap(({ name }) => (name < 0 ? [] : [name]))).size,
      numbers: count('number'),
      verbs: count('verb'),
      nouns: count('noun'),
    };
  };
  const [a, b] = [of(left), of(right)];
  const both = (key: 'count' | 'rarest' | 'names' | 'numbers' | 'verbs' | 'nouns') => ordered(a[key], b[key]);
  return [
    ...both('count'),
    ...both('rarest'),
    ...both('names'),
    ...both('numbers'),
    ...both('verbs'),
    ...both('nouns'),
  ];
}

/** Runs of words in the same order: pairs of neighbours, the longest common subsequence, the longest common run. */
function orderFeatures({ profile: a, matching }: Side, { profile: b }: Side): number[] {
  const bigrams = ({ words }: Profile) =>
    new Set(words.slice(1).map((word, at) => `${words[at]!.sense} ${word.sense}`));
  const [ofA, ofB] = [bigrams(a), bigrams(b)];
  const sharedBigrams = [...ofA].filter(bigram => ofB.has(bigram)).length;
  const common = commonSubsequence(a.words, b.words);
  const [short, long] = ordered(a.words.length, b.words.length);
  const inOrder = longestRising(
    a.content.flatMap(at => (matching.partner[at]! < 0 ? [] : [matching.partner[at]!])),
  );
  const matched = a.content.filter(at => matching.partner[at]! >= 0).length;
  return [
    dice(sharedBigrams, ofA.size, ofB.size),
    share(sharedBigrams, Math.min(ofA.size, ofB.size)),
    dice(common.length, a.words.length, b.words.length),
    share(common.length, short),
    share(common.run, short),
    share(inOrder, matched),
    share(short, long),
    Math.log1p(short),
    Math.log1p(long - short),
  ];
}

function commonSubsequence(
  a: readonly ProfileWord[],
  b: readonly ProfileWord[],
): { length: number; run: number } {
  let before = new Int16Array(b.length + 1);
  let runsBefore = new Int16Array(b.length + 1);
  let run = 0;
  for (const word of a) {
    const row = new Int16Array(b.length + 1);
    const runs = new Int16Array(b.length + 1);
    for (let at = 1; at <= b.length; at++) {
      const isSame = word.sense === b[at - 1]!.sense;
      runs[at] = isSame ? runsBefore[at - 1]! + 1 : 0;
      row[at] = isSame ? before[at - 1]! + 1 : Math.max(before[at]!, row[at - 1]!);
      run = Math.max(run, runs[at]!);
    }
    before = row;
    runsBefore = runs;
  }
  return { length: before[b.length]!, run };
}

/** The length of the longest subsequence that only rises. */
function longestRising(values: readonly number[]): number {
  const ends: number[] = [];
  for (const value of values) {
    const at = ends.findIndex(end => end >= value);
    if (at < 0) ends.push(value);
    else ends[at] = value;
  }
  return ends.length;
}

/** Who does what to whom: matched words whose heads match each other, subjects and objects apart, and the top verbs. */
function treeFeatures(left: Side, right: Side): number[] {
  const { profile: a, matching } = left;
  const { profile: b } = right;
  let edges = 0;
  let kept = 0;
  let labelled = 0;
  const roles = { subject: [0, 0], object: [0, 0] };
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
    roles[role][0]!++;
    if (isKept && roleOf(other.relation) === role) roles[role][1]!++;
  }
  const [topA, topB] = [a.words[a.top], b.words[b.top]];
  const isTopMatched = (side: Side) =>
    side.profile.top >= 0 && side.matching.strength[side.profile.top]! >= 0.9;
  return [
    share(kept, edges),
    share(labelled, edges),
    dice(kept, a.content.length, b.content.length),
    share(kept, Math.min(a.content.length, b.content.length)),
    roles.subject[1]!,
    roles.object[1]!,
    roles.subject[0]! - roles.subject[1]!,
    roles.object[0]! - roles.object[1]!,
    Number(topA !== undefined && topA.sense === topB?.sense),
    Number(isTopMatched(left)) + Number(isTopMatched(right)),
  ];
}

function roleOf(relation: string): 'subject' | 'object' | null {
  if (relation === 'nsubj' || relation === 'csubj') return 'subject';
  return relation === 'obj' || relation === 'nsubj:pass' ? 'object' : null;
}

/** How it is written: pieces of three characters, negations, quotation marks. */
function writingFeatures(a: Profile, b: Profile): number[] {
  let shared = 0;
  for (const [piece, count] of a.trigrams) shared += Math.min(count, b.trigrams.get(piece) ?? 0);
  const size = ({ trigrams }: Profile) => [...trigrams.values()].reduce((sum, count) => sum + count, 0);
  const [sizeA, sizeB] = [size(a), size(b)];
  return [
    dice(shared, sizeA, sizeB),
    share(shared, Math.min(sizeA, sizeB)),
    Number(a.negations % 2 !== b.negations % 2),
    Number(a.hasQuotation) + Number(b.hasQuotation),
    Number(a.hasQuotation !== b.hasQuotation),
  ];
}

/** Numbers and dates that both give, that one alone gives, and that are given where the other gives another. */
function valueFeatures(left: Side, right: Side): number[] {
  const numbers = ({ profile: { words }, matching }: Side) => {
    const own = words.flatMap(({ kind, form }, at) => (kind === 'number' && /^\d/.test(form) ? [at] : []));
    const rest = own.filter(at => matching.strength[at]! < 0.9).length;
    return { count: own.length, rest };
  };
  const [a, b] = [numbers(left), numbers(right)];
  const [datesA, datesB] = [left.profile.dates, right.profile.dates];
  const sharedDates = datesA.filter(date => datesB.includes(date)).length;
  return [
    Number(a.count > 0 && b.count > 0 && a.rest + b.rest === 0),
    Number(a.rest > 0 && b.rest > 0),
    Number(a.rest > 0 !== b.rest > 0),
    Math.min(a.rest, b.rest),
    a.count - a.rest,
    sharedDates,
    Number(datesA.length > 0 && datesB.length > 0 && sharedDates === 0),
  ];
}
