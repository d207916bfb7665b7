import { mix } from '../../learn/index.ts';
import type { States } from './states.ts';
import type { TreeWords } from './tree-words.ts';

/** Raised whenever the features change: weights only fit the features that they were trained with. */
export const treeFeaturesVersion = 3;

/** Room for the feature keys of a state. */
export const mostTreeFeatures = 128;

/** What the keys of each template start from. */
const seeds = Int32Array.from({ length: mostTreeFeatures }, (_, template) => mix(0x5bd1e995, template));

/**
 * Writes the feature keys of a state and gives back how many they are. After Zhang and Nivre (2011), for arc-hybrid:
 * what is on the stack (s0 the top, s1, s2), what is next in the buffer (b0, b1, b2), their outermost dependents; and what
 * stands around and between them.
 *
 * They are in four parts, each after the other in `keys`, because what depends on words alone, and not on what was attached
 * to them, is the same for many states of a sentence.
 */
export function treeFeatures(states: States, state: number, words: TreeWords, keys: Int32Array): number {
  const s0 = states.stackWord(state, 0);
  const s1 = states.stackWord(state, 1);
  const b0 = states.front(state);
  let size = topFeatures(words, s0, b0, keys, 0);
  size = stackFeatures(words, s1, s0, keys, size);
  size = tripleFeatures(words, s1, s0, b0, keys, size);
  return dependentFeatures(states, state, words, keys, size);
}

/** Of the top of the stack and what is next in the buffer. */
export function topFeatures(
  words: TreeWords,
  s0: number,
  b0: number,
  keys: Int32Array,
  size: number,
): number {
  const { word, tag, exact, wordTag, fine, coarse, kind } = words;
  let at = size;
  const b1 = b0 + 1;
  const b2 = b0 + 2;
  const s0t = tag[s0]!;
  const b0t = tag[b0]!;
  const b1t = tag[b1]!;
  const b2t = tag[b2]!;
  const s0w = word[s0]!;
  const b0w = word[b0]!;
  const s0wt = wordTag[s0]!;
  const b0wt = wordTag[b0]!;
  const s0k = kind[s0]!;
  const b0k = kind[b0]!;
  const b1k = kind[b1]!;
  const s0Before = s0 === 0 ? 0 : kind[s0 - 1]!;
  const s0After = s0 === 0 ? 0 : kind[s0 + 1]!;
  const b0Before = kind[b0 - 1]!;
  const distance = s0 === 0 || b0 > words.length ? 0 : Math.min(b0 - s0, 7);
  const mask = s0 === 0 ? 0 : words.between(s0, b0);
  keys[at++] = mix(seeds[1]!, s0wt);
  keys[at++] = mix(seeds[2]!, s0t);
  keys[at++] = mix(seeds[3]!, s0w);
  keys[at++] = mix(seeds[7]!, b0wt);
  keys[at++] = mix(seeds[8]!, b0t);
  keys[at++] = mix(seeds[9]!, b0w);
  keys[at++] = mix(seeds[10]!, wordTag[b1]!);
  keys[at++] = mix(seeds[11]!, b1t);
  keys[at++] = mix(mix(seeds[13]!, s0wt), b0t);
  keys[at++] = mix(mix(seeds[14]!, s0t), b0wt);
  keys[at++] = mix(mix(seeds[15]!, s0w), b0w);
  keys[at++] = mix(mix(mix(seeds[16]!, s0t), b0t), distance);
  keys[at++] = mix(mix(seeds[17]!, fine[s0]!), fine[b0]!);
  keys[at++] = mix(mix(mix(seeds[18]!, coarse[s0]!), coarse[b0]!), b0t);
  keys[at++] = mix(mix(seeds[29]!, b0wt), b1t);
  keys[at++] = mix(mix(seeds[30]!, b0t), wordTag[b1]!);
  keys[at++] = mix(mix(mix(seeds[31]!, b0t), b1t), b2t);
  keys[at++] = mix(mix(mix(seeds[32]!, s0t), b0t), b1t);
  keys[at++] = mix(mix(mix(seeds[33]!, s0wt), b0t), b1t);
  keys[at++] = mix(mix(seeds[66]!, s0wt), distance);
  keys[at++] = mix(mix(seeds[67]!, b0wt), distance);
  keys[at++] = mix(mix(mix(mix(seeds[71]!, s0t), b0t), s0After), b0Before);
  keys[at++] = mix(mix(mix(mix(seeds[72]!, s0t), b0t), s0Before), b0Before);
  keys[at++] = mix(mix(mix(mix(seeds[73]!, s0t), b0t), s0Before), b1k);
  keys[at++] = mix(mix(mix(mix(seeds[74]!, s0t), b0t), s0After), b1k);
  keys[at++] = mix(mix(mix(seeds[79]!, s0t), b0t), mask);
  keys[at++] = mix(mix(seeds[82]!, s0wt), mask);
  keys[at++] = mix(mix(mix(mix(seeds[86]!, s0k), b0k), b1k), kind[b2]!);
  keys[at++] = mix(mix(mix(seeds[88]!, s0t), b0t), words.verbAfter(b0));
  keys[at++] = mix(mix(seeds[90]!, exact[s0]!), exact[b0]!);
  keys[at++] = mix(mix(mix(seeds[93]!, exact[s0]!), exact[b0]!), exact[b1]!);
  keys[at++] = mix(mix(seeds[94]!, s0w), b0k);
  keys[at++] = mix(mix(seeds[95]!, s0k), b0w);
  keys[at++] = mix(mix(mix(seeds[101]!, s0w), b0k), b1k);
  return at;
}

/** Of the two words on top of the stack. */
export function stackFeatures(
  words: TreeWords,
  s1: number,
  s0: number,
  keys: Int32Array,
  size: number,
): number {
  const { word, tag, exact, wordTag, fine, coarse, kind } = words;
  let at = size;
  const s0t = tag[s0]!;
  const s1t = tag[s1]!;
  const s0w = word[s0]!;
  const s1w = word[s1]!;
  const s0wt = wordTag[s0]!;
  const s1wt = wordTag[s1]!;
  const s0k = kind[s0]!;
  const s1k = kind[s1]!;
  const s0Before = s0 === 0 ? 0 : kind[s0 - 1]!;
  const s0After = s0 === 0 ? 0 : kind[s0 + 1]!;
  const s1Before = s1 === 0 ? 0 : kind[s1 - 1]!;
  const s1After = s1 === 0 ? 0 : kind[s1 + 1]!;
  const gap = s1 === 0 ? 0 : Math.min(s0 - s1, 7);
  const gapMask = s1 === 0 ? 0 : words.between(s1, s0);
  keys[at++] = mix(seeds[4]!, s1wt);
  keys[at++] = mix(seeds[5]!, s1t);
  keys[at++] = mix(seeds[6]!, s1w);
  keys[at++] = mix(mix(seeds[19]!, s1wt), s0t);
  keys[at++] = mix(mix(seeds[20]!, s1t), s0wt);
  keys[at++] = mix(mix(seeds[21]!, s1w), s0w);
  keys[at++] = mix(mix(mix(seeds[22]!, s1t), s0t), gap);
  keys[at++] = mix(mix(seeds[23]!, fine[s1]!), fine[s0]!);
  keys[at++] = mix(mix(mix(seeds[24]!, coarse[s1]!), coarse[s0]!), s0t);
  keys[at++] = mix(mix(seeds[68]!, s1wt), gap);
  keys[at++] = mix(mix(seeds[69]!, s0wt), gap);
  keys[at++] = mix(mix(mix(mix(seeds[75]!, s1t), s0t), s1After), s0Before);
  keys[at++] = mix(mix(mix(mix(seeds[76]!, s1t), s0t), s1Before), s0Before);
  keys[at++] = mix(mix(mix(mix(seeds[77]!, s1t), s0t), s1After), s0After);
  keys[at++] = mix(mix(mix(seeds[80]!, s1t), s0t), gapMask);
  keys[at++] = mix(mix(seeds[81]!, s1wt), gapMask);
  keys[at++] = mix(mix(seeds[91]!, exact[s1]!), exact[s0]!);
  keys[at++] = mix(mix(seeds[96]!, s1w), s0k);
  keys[at++] = mix(mix(seeds[97]!, s1k), s0w);
  return at;
}

/** Of the two words on top of the stack with what is next in the buffer. */
export function tripleFeatures(
  words: TreeWords,
  s1: number,
  s0: number,
  b0: number,
  keys: Int32Array,
  size: number,
): number {
  const { word, tag, exact, wordTag, fine, kind } = words;
  let at = size;
  const s0t = tag[s0]!;
  const s1t = tag[s1]!;
  const b0t = tag[b0]!;
  const s0w = word[s0]!;
  const s1w = word[s1]!;
  const s0wt = wordTag[s0]!;
  const s1wt = wordTag[s1]!;
  const b0wt = wordTag[b0]!;
  const s0k = kind[s0]!;
  const s1k = kind[s1]!;
  const b0k = kind[b0]!;
  const b1k = kind[b0 + 1]!;
  const s1Before = s1 === 0 ? 0 : kind[s1 - 1]!;
  const mask = s0 === 0 ? 0 : words.between(s0, b0);
  const gapMask = s1 === 0 ? 0 : words.between(s1, s0);
  keys[at++] = mix(mix(seeds[25]!, s1wt), b0t);
  keys[at++] = mix(mix(seeds[26]!, s1t), b0wt);
  keys[at++] = mix(mix(seeds[27]!, s1t), b0t);
  keys[at++] = mix(mix(seeds[28]!, fine[s1]!), fine[b0]!);
  keys[at++] = mix(mix(mix(seeds[34]!, s1t), s0t), b0t);
  keys[at++] = mix(mix(mix(seeds[35]!, s1wt), s0t), b0t);
  keys[at++] = mix(mix(mix(seeds[36]!, s1t), s0wt), b0t);
  keys[at++] = mix(mix(mix(seeds[38]!, fine[s1]!), fine[s0]!), fine[b0]!);
  keys[at++] = mix(mix(mix(mix(seeds[78]!, s1t), s0t), s1Before), b0k);
  keys[at++] = mix(mix(mix(mix(seeds[83]!, s1t), s0t), mix(gapMask, mask)), b0t);
  keys[at++] = mix(mix(mix(mix(seeds[85]!, s1k), s0k), b0k), b1k);
  keys[at++] = mix(mix(mix(seeds[92]!, exact[s1]!), exact[s0]!), exact[b0]!);
  keys[at++] = mix(mix(mix(seeds[98]!, s1k), s0k), b0k);
  keys[at++] = mix(mix(mix(seeds[99]!, s1w), s0k), b0k);
  keys[at++] = mix(mix(mix(seeds[100]!, s1k), s0w), b0k);
  return at;
}

/**
 * A hash of all that `dependentFeatures` reads: states that have it in common have those features in common.
 */
export function dependentSignature(states: States, state: number): number {
  const s0 = states.stackWord(state, 0);
  const s1 = states.stackWord(state, 1);
  const b0 = states.front(state);
  const s0l = states.left(state, s0);
  const s1r = states.right(state, s1);
  const b0l = states.left(state, b0);
  let hash = mix(mix(seeds[0]!, s0 * 512 + s1), states.stackWord(state, 2) * 512 + b0);
  hash = mix(hash, (s0l * 512 + s1r) * 512 + b0l);
  hash = mix(hash, relationOf(states, state, states.right(state, s0)) * 256 + relationOf(states, state, s0l));
  hash = mix(hash, relationOf(states, state, s1r) * 256 + relationOf(states, state, states.left(state, s1)));
  hash = mix(
    hash,
    relationOf(states, state, b0l) * 256 + relationOf(states, state, states.secondLeft(state, s0)),
  );
  hash = mix(
    hash,
    relationOf(states, state, states.secondRight(state, s0)) * 256 +
      relationOf(states, state, states.secondRight(state, s1)),
  );
  hash = mix(hash, relationOf(states, state, states.secondLeft(state, b0)));
  const s0v = Math.min(states.leftCount(state, s0), 3) * 4 + Math.min(states.rightCount(state, s0), 3);
  const s1v = Math.min(states.leftCount(state, s1), 3) * 4 + Math.min(states.rightCount(state, s1), 3);
  return mix(hash, (s0v * 16 + s1v) * 4 + Math.min(states.leftCount(state, b0), 3));
}

/** Of what was attached so far, and of the third word on the stack. */
export function dependentFeatures(
  states: States,
  state: number,
  words: TreeWords,
  keys: Int32Array,
  size: number,
): number {
  const { word, tag, wordTag, kind } = words;
  let at = size;
  const s0 = states.stackWord(state, 0);
  const s1 = states.stackWord(state, 1);
  const s2 = states.stackWord(state, 2);
  const b0 = states.front(state);
  const s0l = states.left(state, s0);
  const s1r = states.right(state, s1);
  const b0l = states.left(state, b0);
  const s0Rel = relationOf(states, state, states.right(state, s0));
  const s0LeftRel = relationOf(states, state, s0l);
  const s1Rel = relationOf(states, state, s1r);
  const s1LeftRel = relationOf(states, state, states.left(state, s1));
  const b0LeftRel = relationOf(states, state, b0l);
  const s0l2 = states.secondLeft(state, s0);
  const s0r2 = states.secondRight(state, s0);
  const s1r2 = states.secondRight(state, s1);
  const b0l2 = states.secondLeft(state, b0);
  const s0v = Math.min(states.leftCount(state, s0), 3) * 4 + Math.min(states.rightCount(state, s0), 3);
  const s1v = Math.min(states.leftCount(state, s1), 3) * 4 + Math.min(states.rightCount(state, s1), 3);
  const b0v = Math.min(states.leftCount(state, b0), 3);
  const gap = s1 === 0 ? 0 : Math.min(s0 - s1, 7);
  const s0t = tag[s0]!;
  const s1t = tag[s1]!;
  const s2t = tag[s2]!;
  const b0t = tag[b0]!;
  const s0w = word[s0]!;
  const s1w = word[s1]!;
  const s0wt = wordTag[s0]!;
  const s1wt = wordTag[s1]!;
  const b0wt = wordTag[b0]!;
  const s0k = kind[s0]!;
  const s1k = kind[s1]!;
  const b0k = kind[b0]!;
  const verbAhead = words.verbAfter(b0) + kind[s2]! * 2;
  keys[at++] = mix(seeds[12]!, wordTag[s2]!);
  keys[at++] = mix(mix(mix(seeds[37]!, s2t), s1t), s0t);
  keys[at++] = mix(mix(mix(seeds[39]!, s0t), s0Rel), b0t);
  keys[at++] = mix(mix(mix(seeds[40]!, s0t), s0LeftRel), b0t);
  keys[at++] = mix(mix(mix(seeds[41]!, s0t), b0t), b0LeftRel);
  keys[at++] = mix(mix(mix(seeds[42]!, s1t), s0t), s0LeftRel);
  keys[at++] = mix(mix(mix(seeds[43]!, s1t), s0t), s0Rel);
  keys[at++] = mix(mix(mix(seeds[44]!, s1t), s1Rel), s0t);
  keys[at++] = mix(mix(mix(seeds[45]!, s1t), s1LeftRel), s0t);
  keys[at++] = mix(mix(mix(seeds[46]!, s1wt), s1Rel), s0t);
  keys[at++] = mix(mix(seeds[47]!, s0wt), s0Rel);
  keys[at++] = mix(mix(seeds[48]!, s0wt), s0LeftRel);
  keys[at++] = mix(mix(seeds[49]!, s1wt), s1Rel);
  keys[at++] = mix(mix(seeds[50]!, s1wt), s1LeftRel);
  keys[at++] = mix(mix(seeds[51]!, b0wt), b0LeftRel);
  keys[at++] = mix(mix(mix(seeds[52]!, s0t), b0t), tag[b0l]!);
  keys[at++] = mix(mix(mix(seeds[53]!, s1t), tag[s1r]!), s0t);
  keys[at++] = mix(mix(mix(seeds[54]!, s1t), s0t), tag[s0l]!);
  keys[at++] = mix(mix(mix(seeds[55]!, s1t), s0t), word[s0l]!);
  keys[at++] = mix(mix(mix(seeds[56]!, s0t), b0t), word[b0l]!);
  keys[at++] = mix(mix(mix(mix(seeds[57]!, s1w), s0t), word[s0l]!), 0);
  keys[at++] = mix(mix(mix(seeds[58]!, s0w), b0t), word[b0l]!);
  keys[at++] = mix(mix(mix(mix(seeds[59]!, s0t), s0LeftRel), relationOf(states, state, s0l2)), b0t);
  keys[at++] = mix(mix(mix(mix(seeds[60]!, s0t), s0Rel), relationOf(states, state, s0r2)), b0t);
  keys[at++] = mix(mix(mix(mix(seeds[61]!, s1t), s1Rel), relationOf(states, state, s1r2)), s0t);
  keys[at++] = mix(mix(mix(mix(seeds[62]!, b0t), b0LeftRel), relationOf(states, state, b0l2)), s0t);
  keys[at++] = mix(mix(seeds[63]!, s0wt), s0v);
  keys[at++] = mix(mix(mix(seeds[64]!, s1t), s1v), s0t);
  keys[at++] = mix(mix(mix(seeds[65]!, b0t), b0v), s0t);
  keys[at++] = mix(mix(mix(mix(seeds[70]!, s1t), s0t), gap), s0v);
  keys[at++] = mix(mix(mix(mix(seeds[84]!, kind[s2]!), s1k), s0k), b0k);
  keys[at++] = mix(mix(seeds[87]!, s2t), b0t);
  keys[at++] = mix(mix(mix(mix(seeds[89]!, s1t), s0t), b0k), verbAhead);
  return at;
}

const relationOf = (states: States, state: number, word: number): number =>
  word === 0 ? 0 : states.relation(state, word) + 1;
