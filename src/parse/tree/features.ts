import { hashText, mix, type Words, wordPad } from '../../learn/index.ts';
import { tagKind } from '../tag/tagger.ts';
import type { States } from './states.ts';

/** Raised whenever the features change: weights only fit the features that they were trained with. */
export const treeFeaturesVersion = 3;

/** Kinds of words whose presence between two words says something of both; a bit for each kind. */
const landmarks: readonly number[] = [
  ['VERB', 'AUX'],
  ['NOUN', 'PROPN', 'PRON'],
  ['PUNCT'],
  ['ADP'],
  ['CCONJ'],
  ['SCONJ', 'PART'],
].map(names => names.reduce((bits, name) => bits | (1 << tagKind(name)), 0));

const nounTags = new Map([
  [hashText('PROPN NNP'), hashText('NOUN NN')],
  [hashText('PROPN NNPS'), hashText('NOUN NNS')],
]);

/** Proper nouns are what taggers most often take for something else, and trees are built alike with both. */
const asCommonNoun = (tag: number): number => nounTags.get(tag) ?? tag;

/** What the features read of a sentence's words; word 0, and words beyond the last, are none. */
export class TreeWords {
  length = 0;
  word: Int32Array = new Int32Array(0);
  /** With proper nouns as common ones. */
  tag: Int32Array = new Int32Array(0);
  wordTag: Int32Array = new Int32Array(0);
  fine: Int32Array = new Int32Array(0);
  coarse: Int32Array = new Int32Array(0);
  /** As the tagger has them. */
  exact: Int32Array = new Int32Array(0);
  /** Numbers of `tagKinds`. */
  kind: Int32Array = new Int32Array(0);
  /** For each landmark, at `landmark * width + place`: the last such word up to the place. */
  #last: Int32Array = new Int32Array(0);
  #width = 0;

  /** Takes words `from` to `to` (exclusive); `tags` and `kinds` as `Tagger.hashes` and `Tagger.kinds` have them. */
  fill(words: Words, from: number, to: number, tags: ArrayLike<number>, kinds: ArrayLike<number>): void {
    const length = to - from;
    this.length = length;
    if (this.word.length < length + 5) this.#grow(2 * length + 5);
    for (let at = 1; at <= length; at++) {
      const place = from + at - 1;
      this.word[at] = words.lower[place + wordPad]!;
      this.tag[at] = asCommonNoun(tags[place]!);
      this.exact[at] = tags[place]!;
      this.kind[at] = kinds[place]!;
      this.wordTag[at] = mix(this.word[at]!, this.tag[at]!);
      this.fine[at] = words.fine[place + wordPad]!;
      this.coarse[at] = words.coarse[place + wordPad]!;
    }
    for (const column of [this.word, this.tag, this.wordTag, this.fine, this.coarse, this.kind, this.exact]) {
      column.fill(0, length + 1, length + 5);
    }
    this.#findLandmarks();
  }

  #findLandmarks(): void {
    const width = this.length + 1;
    this.#width = width;
    for (const [landmark, kinds] of landmarks.entries()) {
      let last = 0;
      for (let at = 1; at <= this.length; at++) {
        if ((kinds >>> this.kind[at]!) & 1) last = at;
        this.#last[landmark * width + at] = last;
      }
    }
  }

  /** A bit for each landmark that stands between two words, the first before the second. */
  between(first: number, second: number): number {
    let found = 0;
    for (let landmark = 0; landmark < landmarks.length; landmark++) {
      if (second > 1 && this.#last[landmark * this.#width + second - 1]! > first) found |= 1 << landmark;
    }
    return found;
  }

  /** Whether a verb follows a word. */
  verbAfter = (word: number): number => (word < this.length && this.#last[this.length]! > word ? 1 : 0);

  #grow(places: number): void {
    this.word = new Int32Array(places);
    this.tag = new Int32Array(places);
    this.wordTag = new Int32Array(places);
    this.fine = new Int32Array(places);
    this.coarse = new Int32Array(places);
    this.kind = new Int32Array(places);
    this.exact = new Int32Array(places);
    this.#last = new Int32Array(places * landmarks.length);
  }
}

/** Room for the feature keys of a state. */
export const mostTreeFeatures = 128;

/** What the keys of each template start from. */
const seeds = Int32Array.from({ length: mostTreeFeatures }, (_, template) => mix(0x5bd1e995, template));

/**
 * Writes the feature keys of a state and gives back how many they are. After Zhang and Nivre (2011), for arc-hybrid:
 * what is on the stack (s0 the top, s1, s2), what is next in the buffer (b0, b1, b2), their outermost dependents.
 */
export function treeFeatures(states: States, state: number, words: TreeWords, keys: Int32Array): number {
  const { word, tag, wordTag, fine, coarse, kind } = words;
  let at = 0;
  const s0 = states.stackWord(state, 0);
  const s1 = states.stackWord(state, 1);
  const s2 = states.stackWord(state, 2);
  const front = states.front(state);
  const b0 = front;
  const b1 = front + 1;
  const b2 = front + 2;
  const s0l = states.left(state, s0);
  const s0r = states.right(state, s0);
  const s1l = states.left(state, s1);
  const s1r = states.right(state, s1);
  const b0l = states.left(state, b0);
  const s0Rel = relationOf(states, state, s0r);
  const s0LeftRel = relationOf(states, state, s0l);
  const s1Rel = relationOf(states, state, s1r);
  const s1LeftRel = relationOf(states, state, s1l);
  const b0LeftRel = relationOf(states, state, b0l);
  const s0l2 = states.secondLeft(state, s0);
  const s0r2 = states.secondRight(state, s0);
  const s1r2 = states.secondRight(state, s1);
  const b0l2 = states.secondLeft(state, b0);
  const distance = s0 === 0 || b0 > words.length ? 0 : Math.min(b0 - s0, 7);
  const gap = s1 === 0 ? 0 : Math.min(s0 - s1, 7);
  const s0v = Math.min(states.leftCount(state, s0), 3) * 4 + Math.min(states.rightCount(state, s0), 3);
  const s1v = Math.min(states.leftCount(state, s1), 3) * 4 + Math.min(states.rightCount(state, s1), 3);
  const b0v = Math.min(states.leftCount(state, b0), 3);
  const s0t = tag[s0]!;
  const s1t = tag[s1]!;
  const s2t = tag[s2]!;
  const b0t = tag[b0]!;
  const b1t = tag[b1]!;
  const b2t = tag[b2]!;
  const s0w = word[s0]!;
  const s1w = word[s1]!;
  const b0w = word[b0]!;
  const s0wt = wordTag[s0]!;
  const s1wt = wordTag[s1]!;
  const b0wt = wordTag[b0]!;
  // single words
  keys[at++] = mix(seeds[at]!, s0wt);
  keys[at++] = mix(seeds[at]!, s0t);
  keys[at++] = mix(seeds[at]!, s0w);
  keys[at++] = mix(seeds[at]!, s1wt);
  keys[at++] = mix(seeds[at]!, s1t);
  keys[at++] = mix(seeds[at]!, s1w);
  keys[at++] = mix(seeds[at]!, b0wt);
  keys[at++] = mix(seeds[at]!, b0t);
  keys[at++] = mix(seeds[at]!, b0w);
  keys[at++] = mix(seeds[at]!, wordTag[b1]!);
  keys[at++] = mix(seeds[at]!, b1t);
  keys[at++] = mix(seeds[at]!, wordTag[s2]!);
  // pairs: s0 and b0
  keys[at++] = mix(mix(seeds[at]!, s0wt), b0t);
  keys[at++] = mix(mix(seeds[at]!, s0t), b0wt);
  keys[at++] = mix(mix(seeds[at]!, s0w), b0w);
  keys[at++] = mix(mix(mix(seeds[at]!, s0t), b0t), distance);
  keys[at++] = mix(mix(seeds[at]!, fine[s0]!), fine[b0]!);
  keys[at++] = mix(mix(mix(seeds[at]!, coarse[s0]!), coarse[b0]!), b0t);
  // pairs: s1 and s0
  keys[at++] = mix(mix(seeds[at]!, s1wt), s0t);
  keys[at++] = mix(mix(seeds[at]!, s1t), s0wt);
  keys[at++] = mix(mix(seeds[at]!, s1w), s0w);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), s0t), gap);
  keys[at++] = mix(mix(seeds[at]!, fine[s1]!), fine[s0]!);
  keys[at++] = mix(mix(mix(seeds[at]!, coarse[s1]!), coarse[s0]!), s0t);
  // pairs: s1 and b0
  keys[at++] = mix(mix(seeds[at]!, s1wt), b0t);
  keys[at++] = mix(mix(seeds[at]!, s1t), b0wt);
  keys[at++] = mix(mix(seeds[at]!, s1t), b0t);
  keys[at++] = mix(mix(seeds[at]!, fine[s1]!), fine[b0]!);
  // the buffer
  keys[at++] = mix(mix(seeds[at]!, b0wt), b1t);
  keys[at++] = mix(mix(seeds[at]!, b0t), wordTag[b1]!);
  keys[at++] = mix(mix(mix(seeds[at]!, b0t), b1t), b2t);
  // threes
  keys[at++] = mix(mix(mix(seeds[at]!, s0t), b0t), b1t);
  keys[at++] = mix(mix(mix(seeds[at]!, s0wt), b0t), b1t);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), s0t), b0t);
  keys[at++] = mix(mix(mix(seeds[at]!, s1wt), s0t), b0t);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), s0wt), b0t);
  keys[at++] = mix(mix(mix(seeds[at]!, s2t), s1t), s0t);
  keys[at++] = mix(mix(mix(seeds[at]!, fine[s1]!), fine[s0]!), fine[b0]!);
  // dependents
  keys[at++] = mix(mix(mix(seeds[at]!, s0t), s0Rel), b0t);
  keys[at++] = mix(mix(mix(seeds[at]!, s0t), s0LeftRel), b0t);
  keys[at++] = mix(mix(mix(seeds[at]!, s0t), b0t), b0LeftRel);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), s0t), s0LeftRel);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), s0t), s0Rel);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), s1Rel), s0t);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), s1LeftRel), s0t);
  keys[at++] = mix(mix(mix(seeds[at]!, s1wt), s1Rel), s0t);
  keys[at++] = mix(mix(seeds[at]!, s0wt), s0Rel);
  keys[at++] = mix(mix(seeds[at]!, s0wt), s0LeftRel);
  keys[at++] = mix(mix(seeds[at]!, s1wt), s1Rel);
  keys[at++] = mix(mix(seeds[at]!, s1wt), s1LeftRel);
  keys[at++] = mix(mix(seeds[at]!, b0wt), b0LeftRel);
  keys[at++] = mix(mix(mix(seeds[at]!, s0t), b0t), tag[b0l]!);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), tag[s1r]!), s0t);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), s0t), tag[s0l]!);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), s0t), word[s0l]!);
  keys[at++] = mix(mix(mix(seeds[at]!, s0t), b0t), word[b0l]!);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s1w), s0t), word[s0l]!), 0);
  keys[at++] = mix(mix(mix(seeds[at]!, s0w), b0t), word[b0l]!);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s0t), s0LeftRel), relationOf(states, state, s0l2)), b0t);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s0t), s0Rel), relationOf(states, state, s0r2)), b0t);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s1t), s1Rel), relationOf(states, state, s1r2)), s0t);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, b0t), b0LeftRel), relationOf(states, state, b0l2)), s0t);
  // how many dependents, how far
  keys[at++] = mix(mix(seeds[at]!, s0wt), s0v);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), s1v), s0t);
  keys[at++] = mix(mix(mix(seeds[at]!, b0t), b0v), s0t);
  keys[at++] = mix(mix(seeds[at]!, s0wt), distance);
  keys[at++] = mix(mix(seeds[at]!, b0wt), distance);
  keys[at++] = mix(mix(seeds[at]!, s1wt), gap);
  keys[at++] = mix(mix(seeds[at]!, s0wt), gap);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s1t), s0t), gap), s0v);
  // the words around, and what stands between
  const s0k = kind[s0]!;
  const s1k = kind[s1]!;
  const b0k = kind[b0]!;
  const b1k = kind[b1]!;
  const s0Before = s0 === 0 ? 0 : kind[s0 - 1]!;
  const s0After = s0 === 0 ? 0 : kind[s0 + 1]!;
  const s1Before = s1 === 0 ? 0 : kind[s1 - 1]!;
  const s1After = s1 === 0 ? 0 : kind[s1 + 1]!;
  const b0Before = kind[b0 - 1]!;
  const mask = s0 === 0 ? 0 : words.between(s0, b0);
  const gapMask = s1 === 0 ? 0 : words.between(s1, s0);
  const verbAhead = words.verbAfter(b0) + (kind[s2] ?? 0) * 2;
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s0t), b0t), s0After), b0Before);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s0t), b0t), s0Before), b0Before);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s0t), b0t), s0Before), b1k);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s0t), b0t), s0After), b1k);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s1t), s0t), s1After), s0Before);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s1t), s0t), s1Before), s0Before);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s1t), s0t), s1After), s0After);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s1t), s0t), s1Before), b0k);
  keys[at++] = mix(mix(mix(seeds[at]!, s0t), b0t), mask);
  keys[at++] = mix(mix(mix(seeds[at]!, s1t), s0t), gapMask);
  keys[at++] = mix(mix(seeds[at]!, s1wt), gapMask);
  keys[at++] = mix(mix(seeds[at]!, s0wt), mask);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s1t), s0t), mix(gapMask, mask)), b0t);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, kind[s2]!), s1k), s0k), b0k);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s1k), s0k), b0k), b1k);
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s0k), b0k), b1k), kind[b2]!);
  keys[at++] = mix(mix(seeds[at]!, s2t), b0t);
  keys[at++] = mix(mix(mix(seeds[at]!, s0t), b0t), words.verbAfter(b0));
  keys[at++] = mix(mix(mix(mix(seeds[at]!, s1t), s0t), b0k), verbAhead);
  // words with parts of speech, and tags with proper nouns as such
  const { exact } = words;
  keys[at++] = mix(mix(seeds[at]!, exact[s0]!), exact[b0]!);
  keys[at++] = mix(mix(seeds[at]!, exact[s1]!), exact[s0]!);
  keys[at++] = mix(mix(mix(seeds[at]!, exact[s1]!), exact[s0]!), exact[b0]!);
  keys[at++] = mix(mix(mix(seeds[at]!, exact[s0]!), exact[b0]!), exact[b1]!);
  keys[at++] = mix(mix(seeds[at]!, s0w), b0k);
  keys[at++] = mix(mix(seeds[at]!, s0k), b0w);
  keys[at++] = mix(mix(seeds[at]!, s1w), s0k);
  keys[at++] = mix(mix(seeds[at]!, s1k), s0w);
  keys[at++] = mix(mix(mix(seeds[at]!, s1k), s0k), b0k);
  keys[at++] = mix(mix(mix(seeds[at]!, s1w), s0k), b0k);
  keys[at++] = mix(mix(mix(seeds[at]!, s1k), s0w), b0k);
  keys[at++] = mix(mix(mix(seeds[at]!, s0w), b0k), b1k);
  return at;
}

const relationOf = (states: States, state: number, word: number): number =>
  word === 0 ? 0 : states.relation(state, word) + 1;
