import { mix } from '../../learn/index.ts';
import type { States } from './states.ts';
import { facts, firstDependent, places, templates } from './templates.ts';
import { type TreeWords, wordAttributes, wordStride } from './tree-words.ts';

/** Raised whenever the features change: weights only fit the features that they were trained with. */
export const treeFeaturesVersion = 4;

/** Attributes of words that some template reads; in the values of a state they follow the words and facts. */
const readAttributes = [...new Set(templates.flat())].filter(name => !facts.includes(name));
const attributePlaces = Int32Array.from(readAttributes, name => places.indexOf(name.split('.')[0]!));
const attributeCells = Int32Array.from(readAttributes, name => wordAttributes.indexOf(name.split('.')[1]!));

/** What each template's key starts from, and the values that are mixed into it, all templates in one run. */
const seeds = Int32Array.from(templates, (_, template) => mix(0x5bd1e995, template));
const valueNames = [...places, ...facts, ...readAttributes];
/** How many values a state is told from others by: its keys are made from these words and facts alone. */
export const lookSize = places.length + facts.length;
const reads = Int32Array.from(templates.flat(), name => valueNames.indexOf(name));
/** Where the templates that read one, two and three values end. */
const [oneEnd = 0, twoEnd = 0, threeEnd = 0] = [1, 2, 3].map(
  most => templates.filter(template => template.length <= most).length,
);

/** How many features a state has. */
export const stateFeatures = templates.length;

/** Finds the features of states. It holds the arrays that it works in. */
export class StateFeatures {
  /** The keys of the state last read. */
  readonly keys = new Int32Array(stateFeatures);
  /** Of the state last looked at: words in the order of `places`, and facts. States of which these are the same have the same keys. */
  readonly look: Int32Array;
  /** In the order of `valueNames`. */
  readonly #values = new Int32Array(valueNames.length);

  constructor() {
    this.look = this.#values.subarray(0, lookSize);
  }

  /** Finds what the keys of a state are made from. */
  lookAt(states: States, state: number, words: TreeWords): void {
    this.#findWords(states, state);
    this.#findFacts(states, state, words);
  }

  /** Makes the keys of the state last looked at. */
  makeKeys(words: TreeWords): void {
    const values = this.#values;
    const attributes = words.values;
    for (let at = 0; at < attributePlaces.length; at++) {
      const word = values[attributePlaces[at]!]!;
      values[lookSize + at] = attributes[word * wordStride + attributeCells[at]!]!;
    }
    this.#mixKeys();
  }

  #findWords(states: States, state: number): void {
    const found = this.#values;
    const s0 = states.stackWord(state, 0);
    const s1 = states.stackWord(state, 1);
    const b0 = states.front(state);
    let at = 0;
    found[at++] = s0;
    found[at++] = s1;
    found[at++] = states.stackWord(state, 2);
    found[at++] = b0;
    found[at++] = b0 + 1;
    found[at++] = b0 + 2;
    found[at++] = s0 === 0 ? 0 : s0 - 1;
    found[at++] = s0 === 0 ? 0 : s0 + 1;
    found[at++] = s1 === 0 ? 0 : s1 - 1;
    found[at++] = s1 === 0 ? 0 : s1 + 1;
    found[at++] = b0 - 1;
    found[at++] = states.left(state, s0);
    found[at++] = states.secondLeft(state, s0);
    found[at++] = states.right(state, s0);
    found[at++] = states.secondRight(state, s0);
    found[at++] = states.left(state, s1);
    found[at++] = states.right(state, s1);
    found[at++] = states.secondRight(state, s1);
    found[at++] = states.left(state, b0);
    found[at++] = states.secondLeft(state, b0);
  }

  #findFacts(states: States, state: number, words: TreeWords): void {
    const values = this.#values;
    const s0 = values[0]!;
    const s1 = values[1]!;
    const b0 = values[3]!;
    const verb = words.verbAfter(b0);
    let at = places.length;
    values[at++] = s0 === 0 || b0 > words.length ? 0 : Math.min(b0 - s0, 7);
    values[at++] = s1 === 0 ? 0 : Math.min(s0 - s1, 7);
    values[at++] = s0 === 0 ? 0 : words.between(s0, b0);
    values[at++] = s1 === 0 ? 0 : words.between(s1, s0);
    values[at++] = countsOf(states, state, s0);
    values[at++] = countsOf(states, state, s1);
    values[at++] = verb;
    values[at++] = verb + words.kind(values[2]!) * 2;
    for (let place = firstDependent; place < places.length; place++) {
      values[at++] = states.group(state, values[place]!);
    }
  }

  #mixKeys(): void {
    const { keys } = this;
    const values = this.#values;
    let at = 0;
    let read = 0;
    for (; at < oneEnd; at++, read++) keys[at] = mix(seeds[at]!, values[reads[read]!]!);
    for (; at < twoEnd; at++, read += 2) {
      keys[at] = mix(mix(seeds[at]!, values[reads[read]!]!), values[reads[read + 1]!]!);
    }
    for (; at < threeEnd; at++, read += 3) {
      const pair = mix(mix(seeds[at]!, values[reads[read]!]!), values[reads[read + 1]!]!);
      keys[at] = mix(pair, values[reads[read + 2]!]!);
    }
    for (; at < stateFeatures; at++, read += 4) {
      const pair = mix(mix(seeds[at]!, values[reads[read]!]!), values[reads[read + 1]!]!);
      keys[at] = mix(mix(pair, values[reads[read + 2]!]!), values[reads[read + 3]!]!);
    }
  }
}

/** How many dependents a word has on its left and on its right, up to three. */
const countsOf = (states: States, state: number, word: number): number =>
  Math.min(states.leftCount(state, word), 3) * 4 + Math.min(states.rightCount(state, word), 3);
