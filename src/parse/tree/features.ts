import { mix, type Words, wordPad } from '../../learn/index.ts';
import type { States } from './states.ts';

/** Raised whenever the features change: weights only fit the features that they were trained with. */
export const treeFeaturesVersion = 1;

/** What the features read of a sentence's words; word 0, and words beyond the last, are none. */
export class TreeWords {
  length = 0;
  word: Int32Array = new Int32Array(0);
  tag: Int32Array = new Int32Array(0);
  wordTag: Int32Array = new Int32Array(0);
  fine: Int32Array = new Int32Array(0);
  coarse: Int32Array = new Int32Array(0);

  /** Takes words `from` to `to` (exclusive); `tags` are hashes of the words' tags. */
  fill(words: Words, from: number, to: number, tags: ArrayLike<number>): void {
    const length = to - from;
    this.length = length;
    if (this.word.length < length + 5) this.#grow(2 * length + 5);
    for (let at = 1; at <= length; at++) {
      const place = from + at - 1;
      this.word[at] = words.lower[place + wordPad]!;
      this.tag[at] = tags[place]!;
      this.wordTag[at] = mix(this.word[at]!, this.tag[at]!);
      this.fine[at] = words.fine[place + wordPad]!;
      this.coarse[at] = words.coarse[place + wordPad]!;
    }
    for (const column of [this.word, this.tag, this.wordTag, this.fine, this.coarse]) {
      column.fill(0, length + 1, length + 5);
    }
  }

  #grow(places: number): void {
    this.word = new Int32Array(places);
    this.tag = new Int32Array(places);
    this.wordTag = new Int32Array(places);
    this.fine = new Int32Array(places);
    this.coarse = new Int32Array(places);
  }
}

/** Room for the feature keys of a state. */
export const mostTreeFeatures = 128;

/**
 * Writes the feature keys of a state and gives back how many they are. After Zhang and Nivre (2011), for arc-hybrid:
 * what is on the stack (s0 the top, s1, s2), what is next in the buffer (b0, b1, b2), their outermost dependents.
 */
export function treeFeatures(states: States, state: number, words: TreeWords, keys: Int32Array): number {
  const { word, tag, wordTag, fine, coarse } = words;
  let size = 0;
  let template = 0;
  const add1 = (a: number): void => {
    keys[size++] = mix(mix(0x5bd1e995, ++template), a);
  };
  const add2 = (a: number, b: number): void => {
    keys[size++] = mix(mix(mix(0x5bd1e995, ++template), a), b);
  };
  const add3 = (a: number, b: number, c: number): void => {
    keys[size++] = mix(mix(mix(mix(0x5bd1e995, ++template), a), b), c);
  };
  const add4 = (a: number, b: number, c: number, d: number): void => {
    keys[size++] = mix(mix(mix(mix(mix(0x5bd1e995, ++template), a), b), c), d);
  };
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
  add1(s0wt);
  add1(s0t);
  add1(s0w);
  add1(s1wt);
  add1(s1t);
  add1(s1w);
  add1(b0wt);
  add1(b0t);
  add1(b0w);
  add1(wordTag[b1]!);
  add1(b1t);
  add1(wordTag[s2]!);
  add1(wordTag[b2]!);
  add1(b2t);
  add1(fine[s0]!);
  add1(fine[s1]!);
  add1(fine[b0]!);
  // pairs: s0 and b0
  add3(s0wt, b0wt, 0);
  add2(s0wt, b0t);
  add2(s0t, b0wt);
  add2(s0w, b0w);
  add3(s0t, b0t, distance);
  add2(s0w, b0t);
  add2(s0t, b0w);
  add2(fine[s0]!, fine[b0]!);
  add3(coarse[s0]!, coarse[b0]!, b0t);
  // pairs: s1 and s0
  add2(s1wt, s0wt);
  add2(s1wt, s0t);
  add2(s1t, s0wt);
  add2(s1w, s0w);
  add3(s1t, s0t, gap);
  add2(s1w, s0t);
  add2(s1t, s0w);
  add2(fine[s1]!, fine[s0]!);
  add3(coarse[s1]!, coarse[s0]!, s0t);
  // pairs: s1 and b0
  add2(s1wt, b0t);
  add2(s1t, b0wt);
  add2(s1t, b0t);
  add2(fine[s1]!, fine[b0]!);
  // the buffer
  add2(b0wt, b1t);
  add2(b0t, wordTag[b1]!);
  add2(b0t, b1t);
  add3(b0t, b1t, b2t);
  // threes
  add3(s0t, b0t, b1t);
  add3(s0wt, b0t, b1t);
  add3(s0t, b0wt, b1t);
  add3(s1t, s0t, b0t);
  add3(s1wt, s0t, b0t);
  add3(s1t, s0wt, b0t);
  add3(s1t, s0t, b0wt);
  add3(s2t, s1t, s0t);
  add4(s2t, s1t, s0t, b0t);
  add4(s1t, s0t, b0t, b1t);
  add4(s0t, b0t, b1t, b2t);
  add3(fine[s1]!, fine[s0]!, fine[b0]!);
  // dependents
  add3(s0t, s0Rel, b0t);
  add3(s0t, s0LeftRel, b0t);
  add3(s0t, b0t, b0LeftRel);
  add3(s1t, s0t, s0LeftRel);
  add3(s1t, s0t, s0Rel);
  add3(s1t, s1Rel, s0t);
  add3(s1t, s1LeftRel, s0t);
  add3(s1wt, s1Rel, s0t);
  add2(s0wt, s0Rel);
  add2(s0wt, s0LeftRel);
  add2(s1wt, s1Rel);
  add2(s1wt, s1LeftRel);
  add2(b0wt, b0LeftRel);
  add3(s0t, tag[s0l]!, b0t);
  add3(s0t, tag[s0r]!, b0t);
  add3(s0t, b0t, tag[b0l]!);
  add3(s1t, tag[s1r]!, s0t);
  add3(s1t, s0t, tag[s0l]!);
  add3(s1t, s0t, tag[s0r]!);
  add3(s0t, word[s0l]!, b0t);
  add3(s0t, word[s0r]!, b0t);
  add3(s1t, s0t, word[s0l]!);
  add3(s1t, word[s1r]!, s0t);
  add3(s0t, b0t, word[b0l]!);
  add4(s1w, s0t, word[s0l]!, 0);
  add3(s0w, b0t, word[b0l]!);
  add3(s1t, s0Rel, s0LeftRel);
  add4(s0t, s0LeftRel, relationOf(states, state, s0l2), b0t);
  add4(s0t, s0Rel, relationOf(states, state, s0r2), b0t);
  add4(s1t, s1Rel, relationOf(states, state, s1r2), s0t);
  add4(b0t, b0LeftRel, relationOf(states, state, b0l2), s0t);
  // how many dependents, how far
  add2(s0wt, s0v);
  add2(s0t, s0v);
  add3(s1t, s1v, s0t);
  add2(s1wt, s1v);
  add3(b0t, b0v, s0t);
  add2(s0wt, distance);
  add2(b0wt, distance);
  add2(s1wt, gap);
  add2(s0wt, gap);
  add4(s1t, s0t, gap, s0v);
  return size;
}

const relationOf = (states: States, state: number, word: number): number =>
  word === 0 ? 0 : states.relation(state, word) + 1;
