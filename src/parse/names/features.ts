import { type FeatureLists, feature1, feature2, feature3, type Words, wordPad } from '../../learn/index.ts';
import { isInCapitals, type NameMemory } from './memory.ts';

/** Raised whenever the features change: weights only fit the features that they were trained with. */
export const nameFeaturesVersion = 3;

/** What features are read from, beside the words. */
export type NameSigns = {
  /** A hash of each word's tag, from the first word on. */
  readonly tags: ArrayLike<number>;
  /** As `markHints` writes them. */
  readonly hints: Int32Array;
  readonly memory: NameMemory;
};

/** Adds the features by which a sentence's names are found: a position of `lists` for each word. */
export function addNameFeatures(words: Words, signs: NameSigns, lists: FeatureLists): void {
  const headline = isInCapitals(words) ? 1 : 0;
  const end = words.length + wordPad;
  for (let at = wordPad; at < end; at++) {
    const first = at === wordPad ? 1 : 0;
    lists.add(feature2(0, first, headline));
    addWordFeatures(words, at, first, headline, lists);
    addSignFeatures(words, signs, at, lists);
    addClassFeatures(words, at, lists);
    addTagFeatures(words, signs.tags, at, lists);
    lists.next();
  }
}

function addWordFeatures(
  words: Words,
  at: number,
  first: number,
  headline: number,
  lists: FeatureLists,
): void {
  const { form, lower, shape, traits } = words;
  const word = lower[at]!;
  lists.add(feature1(1, word));
  lists.add(feature1(2, form[at]!));
  lists.add(feature1(3, lower[at - 1]!));
  lists.add(feature1(4, lower[at + 1]!));
  lists.add(feature1(5, lower[at - 2]!));
  lists.add(feature1(6, lower[at + 2]!));
  lists.add(feature2(7, lower[at - 1]!, word));
  lists.add(feature2(8, word, lower[at + 1]!));
  lists.add(feature1(9, words.prefix2[at]!));
  lists.add(feature1(10, words.prefix3[at]!));
  lists.add(feature1(11, words.suffix2[at]!));
  lists.add(feature1(12, words.suffix3[at]!));
  lists.add(feature1(13, words.suffix4[at]!));
  lists.add(feature3(14, shape[at]!, first, headline));
  lists.add(feature2(15, traits[at]!, first));
  lists.add(feature3(16, shape[at - 1]!, shape[at]!, first));
  lists.add(feature3(17, shape[at]!, shape[at + 1]!, first));
  lists.add(feature3(18, shape[at - 1]!, shape[at]!, shape[at + 1]!));
  lists.add(feature2(19, shape[at]!, words.suffix3[at]!));
  lists.add(feature2(20, lower[at - 1]!, shape[at]!));
  lists.add(feature2(21, shape[at]!, lower[at + 1]!));
  lists.add(feature3(22, lower[at - 2]!, lower[at - 1]!, shape[at]!));
}

function addSignFeatures(words: Words, { hints, memory }: NameSigns, at: number, lists: FeatureLists): void {
  const { lower, shape } = words;
  const hint = hints[at]!;
  const recalled = memory.recall(lower[at]!);
  lists.add(feature1(30, hint));
  lists.add(feature2(31, hints[at - 1]!, hint));
  lists.add(feature2(32, hint, hints[at + 1]!));
  lists.add(feature3(33, hint, hints[at + 1]!, hints[at + 2]!));
  lists.add(feature3(34, hints[at - 2]!, hints[at - 1]!, hint));
  lists.add(feature2(35, hint, shape[at]!));
  lists.add(feature2(36, hints[at - 1]!, shape[at]!));
  lists.add(feature2(37, hints[at + 1]!, shape[at]!));
  lists.add(feature3(38, lower[at - 2]!, lower[at - 1]!, hint));
  lists.add(feature3(39, hints[at - 2]!, lower[at - 1]!, shape[at]!));
  lists.add(feature2(40, recalled, shape[at]!));
  lists.add(feature2(41, recalled, hint));
  for (let bit = 1; bit <= recalled; bit <<= 1) {
    if (recalled & bit) lists.add(feature2(42, bit, shape[at]!));
  }
  lists.add(feature2(43, memory.recall(lower[at - 1]!), shape[at - 1]!));
  lists.add(feature2(44, memory.recall(lower[at + 1]!), shape[at + 1]!));
}

function addClassFeatures({ fine, coarse, hint, shape }: Words, at: number, lists: FeatureLists): void {
  lists.add(feature1(50, fine[at]!));
  lists.add(feature2(51, fine[at]!, shape[at]!));
  lists.add(feature2(53, fine[at - 1]!, fine[at]!));
  lists.add(feature2(54, fine[at]!, fine[at + 1]!));
  lists.add(feature2(55, fine[at - 1]!, shape[at]!));
  lists.add(feature2(56, fine[at + 1]!, shape[at]!));
  lists.add(feature1(57, coarse[at]!));
  lists.add(feature2(58, coarse[at - 1]!, shape[at]!));
  lists.add(feature2(59, coarse[at + 1]!, shape[at]!));
  lists.add(feature3(60, coarse[at - 1]!, shape[at]!, coarse[at + 1]!));
  lists.add(feature2(61, fine[at - 2]!, shape[at]!));
  lists.add(feature2(62, fine[at + 2]!, shape[at]!));
  lists.add(feature1(63, hint[at]!));
  lists.add(feature2(64, hint[at - 1]!, shape[at]!));
  lists.add(feature2(65, hint[at + 1]!, shape[at]!));
}

function addTagFeatures(words: Words, tags: ArrayLike<number>, at: number, lists: FeatureLists): void {
  const tag = tags[at - wordPad]!;
  const before = at === wordPad ? 0 : tags[at - wordPad - 1]!;
  const after = at === words.length + wordPad - 1 ? 0 : tags[at - wordPad + 1]!;
  lists.add(feature1(70, tag));
  lists.add(feature2(71, before, tag));
  lists.add(feature2(72, tag, after));
  lists.add(feature2(73, tag, words.shape[at]!));
  lists.add(feature3(74, before, tag, after));
}
