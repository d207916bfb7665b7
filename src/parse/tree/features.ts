import { mix } from '../../learn/index.ts';
import type { States } from './states.ts';
import { type TreeWords, type WordAttribute, wordAttributes, wordStride } from './tree-words.ts';

/** Raised whenever the features change: weights only fit the features that they were trained with. */
export const treeFeaturesVersion = 4;

/**
 * Words that features look at: on the stack (s0 the top), next in the buffer (b0, b1 …), those before and after them in the
 * sentence (`s0-`, `s0+`), and their outermost dependents (`s0l` left, `s0r` right) and those next to the outermost (`s0ll`, `s0rr`).
 */
const places = [
  's0',
  's1',
  's2',
  'b0',
  'b1',
  'b2',
  's0-',
  's0+',
  's1-',
  's1+',
  'b0-',
  's0l',
  's0ll',
  's0r',
  's0rr',
  's1l',
  's1r',
  's1rr',
  'b0l',
  'b0ll',
] as const;
type Place = (typeof places)[number];

/** What features read of a state besides the attributes of its words. */
const facts = [
  /** How far s0 is from b0, and s1 from s0. */
  'ahead',
  'behind',
  /** What kinds of words stand between them. */
  'between',
  'beneath',
  /** How many dependents a word has on both sides. */
  's0.count',
  's1.count',
  'b0.count',
  /** Whether a verb follows, by itself and with the kind of the third word on the stack. */
  'verb',
  'verb2',
  /** The groups of the relations of dependents. */
  's0l.group',
  's0ll.group',
  's0r.group',
  's0rr.group',
  's1l.group',
  's1r.group',
  's1rr.group',
  'b0l.group',
  'b0ll.group',
] as const;
type Fact = (typeof facts)[number];
const fact = (name: Fact): number => facts.indexOf(name);

/** Features by what they read together; after Zhang and Nivre (2011), for arc-hybrid, and with more of what stands around. */
const templates = `
s0.both
s0.tag
s0.word
b0.both
b0.tag
b0.word
b1.both
b1.tag
s0.word b0.word
s0.fine b0.fine
s0.coarse b0.coarse b0.tag
b0.both b1.tag
b0.tag b1.both
b0.tag b1.tag b2.tag
s0.tag b0.tag b1.tag
s0.both ahead
b0.both ahead
s0.tag b0.tag s0+.kind b0-.kind
s0.tag b0.tag s0+.kind b1.kind
s0.both between
s0.tag b0.tag verb
s0.exact b0.exact
s0.word b0.kind
s0.kind b0.word
s1.both
s1.tag
s1.word
s1.word s0.word
s1.fine s0.fine
s1.coarse s0.coarse s0.tag
s1.both behind
s0.both behind
s1.tag s0.tag s1+.kind s0-.kind
s1.tag s0.tag s1-.kind s0-.kind
s1.tag s0.tag s1+.kind s0+.kind
s1.both beneath
s1.exact s0.exact
s1.word s0.kind
s1.kind s0.word
s1.both b0.tag
s1.tag b0.both
s1.tag s0.tag b0.tag
s1.kind s0.kind b0.kind b1.kind
s2.both
s2.tag s1.tag s0.tag
s1.tag s0.tag s0l.group
s1.tag s0.tag s0r.group
s1.tag s1l.group s0.tag
s0.both s0r.group
s0.both s0l.group
s1.both s1r.group
s1.both s1l.group
b0.both b0l.group
s0.tag b0.tag b0l.tag
s1.tag s1r.tag s0.tag
s1.tag s0.tag s0l.tag
s1.tag s0.tag s0l.word
s0.tag b0.tag b0l.word
s0.tag s0l.group s0ll.group b0.tag
s0.tag s0r.group s0rr.group b0.tag
s1.tag s1r.group s1rr.group s0.tag
b0.tag b0l.group b0ll.group s0.tag
s1.tag s1.count s0.tag
s1.tag s0.tag behind s0.count
s2.kind s1.kind s0.kind b0.kind
s2.tag b0.tag
s1.tag s0.tag b0.kind verb2
s0.fine b0.kind
s0.kind b0.fine
s1.fine s0.kind
s1.kind s0.fine
s2.word s0.kind s0l.word
s1.word s0.kind s0l.word
s2.kind s1.kind s0.kind s0l.word
s1.fine s0.kind s0l.word
s2.fine s0.kind s0l.word
s0r.tag s0.tag b0.tag
s0r.word s0.tag b0.tag
s1r.word s1.tag s0.tag
s0.kind b0.kind ahead between
s1.kind s0.kind behind beneath
s0.kind b0.tag b1.word
`
  .trim()
  .split('\n')
  .map(line => line.split(' '));

/** Attributes of words that some template reads; they follow the facts in the values of a state. */
const readAttributes = [...new Set(templates.flat())].filter(name => !facts.includes(name as Fact));

const attributePlaces = Int32Array.from(readAttributes, name => places.indexOf(name.split('.')[0] as Place));
const attributeCells = Int32Array.from(readAttributes, name =>
  wordAttributes.indexOf(name.split('.')[1] as WordAttribute),
);
for (const [at, name] of readAttributes.entries()) {
  if (attributePlaces[at]! < 0 || attributeCells[at]! < 0) throw new Error(`no attribute ${name}`);
}

const placeOfValue = (name: string): number =>
  facts.includes(name as Fact) ? fact(name as Fact) : facts.length + readAttributes.indexOf(name);

/** Templates in the order of how much they read; those that read as much are in one run of `reads`. */
const ordered = templates.toSorted((a, b) => a.length - b.length);
const seeds = Int32Array.from(ordered, (_, template) => mix(0x5bd1e995, template));
const ends = [1, 2, 3, 4, 5].map(size => ordered.filter(template => template.length <= size).length);
const reads = Int32Array.from(ordered.flat(), placeOfValue);

/** How many features a state has. */
export const stateFeatures = ordered.length;

/** Buckets of distances. */
const bucket = (distance: number): number => (distance < 7 ? distance : 7);

/** Finds the features of a state. It holds the arrays that it works in. */
export class StateFeatures {
  /** The keys of the state last read. */
  readonly keys = new Int32Array(ordered.length);
  readonly #words = new Int32Array(places.length);
  readonly #values = new Int32Array(facts.length + readAttributes.length);

  read(states: States, state: number, words: TreeWords): void {
    this.#findWords(states, state);
    this.#findFacts(states, state, words);
    const values = this.#values;
    const attributes = words.values;
    for (let at = 0; at < attributePlaces.length; at++) {
      values[facts.length + at] =
        attributes[this.#words[attributePlaces[at]!]! * wordStride + attributeCells[at]!]!;
    }
    this.#mixKeys();
  }

  #findWords(states: States, state: number): void {
    const found = this.#words;
    const s0 = states.stackWord(state, 0);
    const s1 = states.stackWord(state, 1);
    const b0 = states.front(state);
    found[0] = s0;
    found[1] = s1;
    found[2] = states.stackWord(state, 2);
    found[3] = b0;
    found[4] = b0 + 1;
    found[5] = b0 + 2;
    found[6] = s0 === 0 ? 0 : s0 - 1;
    found[7] = s0 === 0 ? 0 : s0 + 1;
    found[8] = s1 === 0 ? 0 : s1 - 1;
    found[9] = s1 === 0 ? 0 : s1 + 1;
    found[10] = b0 - 1;
    found[11] = states.left(state, s0);
    found[12] = states.secondLeft(state, s0);
    found[13] = states.right(state, s0);
    found[14] = states.secondRight(state, s0);
    found[15] = states.left(state, s1);
    found[16] = states.right(state, s1);
    found[17] = states.secondRight(state, s1);
    found[18] = states.left(state, b0);
    found[19] = states.secondLeft(state, b0);
  }

  #findFacts(states: States, state: number, words: TreeWords): void {
    const values = this.#values;
    const found = this.#words;
    const s0 = found[0]!;
    const s1 = found[1]!;
    const b0 = found[3]!;
    values[0] = s0 === 0 || b0 > words.length ? 0 : bucket(b0 - s0);
    values[1] = s1 === 0 ? 0 : bucket(s0 - s1);
    values[2] = s0 === 0 ? 0 : words.between(s0, b0);
    values[3] = s1 === 0 ? 0 : words.between(s1, s0);
    values[4] = Math.min(states.leftCount(state, s0), 3) * 4 + Math.min(states.rightCount(state, s0), 3);
    values[5] = Math.min(states.leftCount(state, s1), 3) * 4 + Math.min(states.rightCount(state, s1), 3);
    values[6] = Math.min(states.leftCount(state, b0), 3);
    values[7] = words.verbAfter(b0);
    values[8] = values[7]! + words.kind(found[2]!) * 2;
    for (let at = 0; at < 9; at++) values[9 + at] = states.group(state, found[11 + at]!);
  }

  #mixKeys(): void {
    const { keys } = this;
    const values = this.#values;
    let at = 0;
    let read = 0;
    for (; at < ends[0]!; at++) keys[at] = mix(seeds[at]!, values[reads[read++]!]!);
    for (; at < ends[1]!; at++, read += 2) {
      keys[at] = mix(mix(seeds[at]!, values[reads[read]!]!), values[reads[read + 1]!]!);
    }
    for (; at < ends[2]!; at++, read += 3) {
      const pair = mix(mix(seeds[at]!, values[reads[read]!]!), values[reads[read + 1]!]!);
      keys[at] = mix(pair, values[reads[read + 2]!]!);
    }
    for (; at < ends[3]!; at++, read += 4) {
      const pair = mix(mix(seeds[at]!, values[reads[read]!]!), values[reads[read + 1]!]!);
      keys[at] = mix(mix(pair, values[reads[read + 2]!]!), values[reads[read + 3]!]!);
    }
    for (; at < ends[4]!; at++, read += 5) {
      const pair = mix(mix(seeds[at]!, values[reads[read]!]!), values[reads[read + 1]!]!);
      const four = mix(mix(pair, values[reads[read + 2]!]!), values[reads[read + 3]!]!);
      keys[at] = mix(four, values[reads[read + 4]!]!);
    }
  }
}
