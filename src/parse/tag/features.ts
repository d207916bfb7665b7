import { type FeatureLists, feature1, feature2, feature3, type Words, wordPad } from '../../learn/index.ts';

/** Raised whenever the features change: weights only fit the features that they were trained with. */
export const tagFeaturesVersion = 1;

/** Adds the features by which a sentence's words are tagged: a position of `lists` for each word. */
export function addTagFeatures(words: Words, lists: FeatureLists): void {
  const end = words.length + wordPad;
  for (let at = wordPad; at < end; at++) {
    addOwn(words, at, lists);
    addNeighbours(words, at, lists);
    addClasses(words, at, lists);
    lists.next();
  }
}

function addOwn(words: Words, at: number, lists: FeatureLists): void {
  const first = at === wordPad ? 1 : 0;
  const traits = words.traits[at]!;
  const suffix3 = words.suffix3[at]!;
  lists.add(feature1(0, 0));
  lists.add(feature1(1, words.lower[at]!));
  lists.add(feature1(2, words.form[at]!));
  lists.add(feature1(10, words.prefix1[at]!));
  lists.add(feature1(11, words.prefix2[at]!));
  lists.add(feature1(12, words.prefix3[at]!));
  lists.add(feature1(13, words.suffix1[at]!));
  lists.add(feature1(14, words.suffix2[at]!));
  lists.add(feature1(15, suffix3));
  lists.add(feature1(16, words.suffix4[at]!));
  lists.add(feature2(17, words.shape[at]!, first));
  lists.add(feature2(18, traits, first));
  lists.add(feature2(19, suffix3, traits & 1));
}

function addNeighbours({ lower, shape, suffix3 }: Words, at: number, lists: FeatureLists): void {
  const word = lower[at]!;
  const before = lower[at - 1]!;
  const after = lower[at + 1]!;
  lists.add(feature1(3, before));
  lists.add(feature1(4, after));
  lists.add(feature1(5, lower[at - 2]!));
  lists.add(feature1(6, lower[at + 2]!));
  lists.add(feature2(7, before, word));
  lists.add(feature2(8, word, after));
  lists.add(feature2(9, before, after));
  lists.add(feature2(37, word, lower[at - 2]!));
  lists.add(feature2(38, word, lower[at + 2]!));
  lists.add(feature3(39, before, word, after));
  lists.add(feature1(20, suffix3[at - 1]!));
  lists.add(feature1(21, suffix3[at + 1]!));
  lists.add(feature1(22, shape[at - 1]!));
  lists.add(feature1(23, shape[at + 1]!));
  lists.add(feature2(24, shape[at]!, shape[at + 1]!));
  lists.add(feature2(25, shape[at - 1]!, shape[at]!));
}

function addClasses({ lower, hint, fine, coarse, traits, suffix2 }: Words, at: number, lists: FeatureLists) {
  const word = lower[at]!;
  const here = hint[at]!;
  const before = hint[at - 1]!;
  const after = hint[at + 1]!;
  lists.add(feature1(26, here));
  lists.add(feature1(27, before));
  lists.add(feature1(28, after));
  lists.add(feature2(29, before, here));
  lists.add(feature2(30, here, after));
  lists.add(feature3(31, before, here, after));
  lists.add(feature2(32, word, after));
  lists.add(feature2(33, word, before));
  lists.add(feature3(34, here, after, hint[at + 2]!));
  lists.add(feature3(35, hint[at - 2]!, before, here));
  lists.add(feature3(36, here, traits[at]! & 3, suffix2[at]!));
  lists.add(feature1(40, fine[at]!));
  lists.add(feature1(41, fine[at - 1]!));
  lists.add(feature1(42, fine[at + 1]!));
  lists.add(feature2(43, fine[at - 1]!, fine[at]!));
  lists.add(feature2(44, fine[at]!, fine[at + 1]!));
  lists.add(feature2(45, fine[at - 1]!, fine[at + 1]!));
  lists.add(feature1(46, coarse[at]!));
  lists.add(feature3(47, coarse[at - 1]!, coarse[at]!, coarse[at + 1]!));
  lists.add(feature2(48, word, coarse[at - 1]!));
  lists.add(feature2(49, word, coarse[at + 1]!));
}
