import { type Profile, type Weights, type WordKind, wordKinds } from './profile.ts';
import type { WeighedProfile } from './story-weights.ts';

export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
export const dice = (shared: number, a: number, b: number): number => share(2 * shared, a + b);

/** How well each word of two units that weighs something is matched, in the order of `Profile.content`. */
export type Strengths = { readonly strengthsA: readonly number[]; readonly strengthsB: readonly number[] };

/** How many features tell of what words weigh: in all news, which come first, and as many in the story, which come next. */
export const weightFeatures = 35;

/** The smaller first. */
export const addOrdered = (features: number[], a: number, b: number): void => {
  features.push(a < b ? a : b, a < b ? b : a);
};

/** How much a side weighs, all and by kind of word, and how much of that is matched: exactly, and at all. */
type MatchedWeights = {
  readonly total: number;
  readonly exact: number;
  readonly matched: number;
  readonly byKind: Readonly<Record<WordKind, { all: number; matched: number }>>;
};

export function matchedWeights(
  { words, content }: Profile,
  weights: Weights,
  strengths: readonly number[],
): MatchedWeights {
  const byKind = {
    name: { all: 0, matched: 0 },
    number: { all: 0, matched: 0 },
    noun: { all: 0, matched: 0 },
    verb: { all: 0, matched: 0 },
    other: { all: 0, matched: 0 },
  };
  let exact = 0;
  let matched = 0;
  for (let place = 0; place < content.length; place++) {
    const at = content[place]!;
    const weight = weights.words[at]!;
    const strength = strengths[place]!;
    const kind = byKind[words[at]!.kind];
    kind.all += weight;
    kind.matched += weight * strength;
    matched += weight * strength;
    if (strength >= 0.95) exact += weight;
  }
  return { total: weights.total, exact, matched, byKind };
}

/** How much of both weights is matched; then, for each kind of word, the shares matched and whether either side has any. */
export function addWeightFeatures(features: number[], a: MatchedWeights, b: MatchedWeights): void {
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

/** Features of what is matched, by what words weigh in the story. Linear in the words. */
export function storyFeatures(a: WeighedProfile, b: WeighedProfile, basis: Strengths): number[] {
  const features: number[] = [];
  addWeightFeatures(
    features,
    matchedWeights(a.profile, a.inStory, basis.strengthsA),
    matchedWeights(b.profile, b.inStory, basis.strengthsB),
  );
  return features;
}
