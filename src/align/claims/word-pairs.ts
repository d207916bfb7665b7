import { beginningLength, type Profile, type ProfileWord } from './profile.ts';

/** For each word of a unit, the word of another unit that it is taken to match (-1 for none), and how well, 0 to 1. */
export type Matching = { readonly partner: Int16Array; readonly strength: Float32Array };

export type WordPairs = { readonly a: Matching; readonly b: Matching };

const isSameForm = (a: ProfileWord, b: ProfileWord): boolean =>
  a.formHash === b.formHash && a.form === b.form;

export const isSameSense = (a: ProfileWord, b: ProfileWord): boolean =>
  a.senseHash === b.senseHash && a.sense === b.sense;

/** How alike two words are that are not the same: by what they begin with, by their class, by what they stand for. */
function likenessOf(a: ProfileWord, b: ProfileWord): number {
  if (isSameForm(a, b)) return 1;
  if (isSameSense(a, b)) return 0.95;
  if (a.weight === 0 || b.weight === 0) return 0;
  if (a.standsFor.includes(b.sense) || b.standsFor.includes(a.sense)) return 0.8;
  if (a.kind === 'number' || b.kind === 'number') return 0;
  const begins = a.beginning === b.beginning ? sharedBeginning(a.form, b.form) : 0;
  if (begins > 0.6) return begins * 0.8;
  const isAlike = a.wordClass === b.wordClass && a.wordClass > 0 && a.kind === b.kind && a.kind !== 'name';
  return isAlike ? 0.35 : 0;
}

/** The share of the longer word that both begin with; 0 under four letters. */
function sharedBeginning(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same < beginningLength ? 0 : same / Math.max(a.length, b.length);
}

/** A word that could match several takes the one that stands in a like place, among like words. */
const placeShare = 0.05;

/** How many of the words' neighbours are the same; so is the edge of a unit. */
function sameNeighbours({ words: a }: Profile, left: number, { words: b }: Profile, right: number): number {
  const before = left > 0 && right > 0 ? isSameForm(a[left - 1]!, b[right - 1]!) : left === right;
  const [afterA, afterB] = [a.length - left, b.length - right];
  const after = afterA > 1 && afterB > 1 ? isSameForm(a[left + 1]!, b[right + 1]!) : afterA === afterB;
  return Number(before) + Number(after);
}

type Candidate = {
  readonly left: number;
  readonly right: number;
  readonly likeness: number;
  readonly score: number;
};

/** Matches the words of two units one to one, the surest first. Costs the product of their lengths. */
export function pairWords(a: Profile, b: Profile): WordPairs {
  const candidates: Candidate[] = [];
  for (let left = 0; left < a.words.length; left++)
    for (let right = 0; right < b.words.length; right++) {
      const likeness = likenessOf(a.words[left]!, b.words[right]!);
      if (likeness === 0) continue;
      const apart = Math.abs(left / a.words.length - right / b.words.length);
      const near = sameNeighbours(a, left, b, right);
      candidates.push({ left, right, likeness, score: likeness + placeShare * (near - apart) });
    }
  candidates.sort((p, q) => q.score - p.score || p.left - q.left || p.right - q.right);
  const pairs = { a: unmatched(a.words.length), b: unmatched(b.words.length) };
  for (const { left, right, likeness } of candidates) {
    if (pairs.a.partner[left]! >= 0 || pairs.b.partner[right]! >= 0) continue;
    pairs.a.partner[left] = right;
    pairs.b.partner[right] = left;
    pairs.a.strength[left] = pairs.b.strength[right] = likeness;
  }
  forgiveNames(a, pairs.a);
  forgiveNames(b, pairs.b);
  return pairs;
}

const unmatched = (length: number): Matching => ({
  partner: new Int16Array(length).fill(-1),
  strength: new Float32Array(length),
});

/** "Amir Saeid Iravani" is matched by "Iravani": the rest of a name with a matched part nearly matches. */
const restOfName = 0.7;

function forgiveNames({ words }: Profile, { strength }: Matching): void {
  for (let from = 0, to = 0; from < words.length; from = to) {
    let isKnown = false;
    for (to = from; to < words.length && words[to]!.name === words[from]!.name; to++)
      if (strength[to]! > 0.9) isKnown = true;
    if (!isKnown || words[from]!.name < 0) continue;
    for (let at = from; at < to; at++) strength[at] = Math.max(strength[at]!, restOfName);
  }
}
