import type { Profile, ProfileWord } from './profile.ts';

/** For each word of a unit, the word of another unit that it is taken to match (-1 for none), and how well, 0 to 1. */
export type Matching = { readonly partner: Int16Array; readonly strength: Float32Array };

export type WordPairs = { readonly a: Matching; readonly b: Matching };

/** How alike two words are that are not the same: by what they begin with, by their class, by what they stand for. */
function likenessOf(a: ProfileWord, b: ProfileWord): number {
  if (a.form === b.form) return 1;
  if (a.sense === b.sense) return 0.95;
  if (a.weight === 0 || b.weight === 0) return 0;
  if (a.standsFor.includes(b.sense) || b.standsFor.includes(a.sense)) return 0.8;
  if (a.kind === 'number' || b.kind === 'number') return 0;
  const begins = beginning(a.form, b.form);
  if (begins > 0.6) return begins * 0.8;
  const isName = a.kind === 'name' || b.kind === 'name';
  return !isName && a.kind === b.kind && a.wordClass > 0 && a.wordClass === b.wordClass ? 0.35 : 0;
}

/** The share of the longer word that both begin with; 0 under four letters. */
function beginning(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same < 4 ? 0 : same / Math.max(a.length, b.length);
}

/** A word that could match several takes the one that stands in a like place, among like words. */
const placeShare = 0.05;

/** Matches the words of two units one to one, the surest first. Costs the product of their lengths. */
export function pairWords(a: Profile, b: Profile): WordPairs {
  const candidates: { left: number; right: number; likeness: number; score: number }[] = [];
  for (const [left, word] of a.words.entries())
    for (const [right, other] of b.words.entries()) {
      const likeness = likenessOf(word, other);
      if (likeness === 0) continue;
      const apart = Math.abs(left / a.words.length - right / b.words.length);
      const near =
        Number(a.words[left - 1]?.form === b.words[right - 1]?.form) +
        Number(a.words[left + 1]?.form === b.words[right + 1]?.form);
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
  const known = new Set(words.flatMap(({ name }, at) => (name >= 0 && strength[at]! > 0.9 ? [name] : [])));
  for (const [at, { name }] of words.entries())
    if (name >= 0 && known.has(name)) strength[at] = Math.max(strength[at]!, restOfName);
}
