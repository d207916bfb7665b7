import {
  type FeatureLists,
  feature1,
  feature2,
  feature3,
  lowerHashOf,
  type WordClasses,
  type Words,
  wordPad,
} from '../../learn/index.ts';

/** Raised whenever the features change: weights only fit the features that they were trained with. */
export const lemmaFeaturesVersion = 1;

/** The features by which a word's lemma script is chosen; `tag` is the hash of its tag. Closes one position. */
export function addLemmaFeatures(
  words: Words,
  at: number,
  text: string,
  tag: number,
  stems: number,
  lists: FeatureLists,
): void {
  const place = at + wordPad;
  const traits = words.traits[place]! & 3;
  const lower = words.lower[place]!;
  lists.add(feature1(0, tag));
  lists.add(feature2(1, tag, lower));
  lists.add(feature2(2, tag, words.form[place]!));
  lists.add(feature1(3, lower));
  lists.add(feature2(4, tag, words.suffix1[place]!));
  lists.add(feature2(5, tag, words.suffix2[place]!));
  lists.add(feature2(6, tag, words.suffix3[place]!));
  lists.add(feature2(7, tag, words.suffix4[place]!));
  lists.add(feature2(8, tag, words.suffix5[place]!));
  lists.add(feature3(9, tag, traits, at === 0 ? 1 : 0));
  lists.add(feature3(10, tag, traits, words.suffix2[place]!));
  lists.add(feature3(11, tag, stems, words.suffix2[place]!));
  lists.add(feature3(12, tag, stems, words.suffix3[place]!));
  lists.add(feature3(13, tag, Math.min(text.length, 6), words.suffix3[place]!));
  lists.add(feature2(14, tag, words.hint[place]!));
  lists.add(feature1(15, words.prefix3[place]! ^ words.suffix3[place]!));
  lists.next();
}

/** Ends, and what may stand in their place in the lemma. */
const stemEnds: readonly (readonly [string, readonly string[]])[] = [
  ['ing', ['', 'e']],
  ['ed', ['', 'e']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['er', ['', 'e']],
  ['est', ['', 'e']],
];

/** Which of the possible stems of a word are words themselves: a bit for each. */
export function knownStems(text: string, classes: WordClasses): number {
  const last = text.charCodeAt(text.length - 1) | 32;
  // only words in -s, -d, -g, -r and -t have a stem to look for
  if (text.length < 4 || (last !== 115 && last !== 100 && last !== 103 && last !== 114 && last !== 116))
    return 0;
  const lower = text.toLowerCase();
  let known = 1;
  for (const [end, others] of stemEnds) {
    if (!lower.endsWith(end)) continue;
    const stem = lower.slice(0, lower.length - end.length);
    for (const other of others) known = known * 2 + (classes.hint.get(lowerHashOf(stem + other)) > 0 ? 1 : 0);
    const last = stem.at(-1);
    if (last === stem.at(-2))
      known = known * 2 + (classes.hint.get(lowerHashOf(stem.slice(0, -1))) > 0 ? 1 : 0);
  }
  return known;
}
