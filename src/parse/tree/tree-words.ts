import { hashText, mix, type Words, wordPad } from '../../learn/index.ts';
import { tagKind } from '../tag/tagger.ts';

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

/**
 * What features read of a word: its lower-case form, its tag with proper nouns as common ones, both together, its tag as the
 * tagger has it, its fine and coarse class, and the number of its part of speech.
 */
export const wordAttributes: readonly string[] = ['word', 'tag', 'both', 'exact', 'fine', 'coarse', 'kind'];

/** Cells of a word in `TreeWords.values`, of which the last is not used. */
export const wordStride = 8;

/** Words beyond the last that can be read, all with the attributes of none. */
const wordsAfter = 4;

/** What the features read of a sentence's words, numbered from 1; word 0, and words beyond the last, are none. */
export class TreeWords {
  length = 0;
  /** Attribute `a` of a word is at `word * wordStride + a`, in the order of `wordAttributes`. */
  values: Int32Array = new Int32Array(0);
  /** For each landmark, at `landmark * width + place`: the last such word up to the place. */
  #last: Int32Array = new Int32Array(0);
  #width = 0;

  /** Takes words `from` to `to` (exclusive); `tags` and `kinds` as `Tagger.hashes` and `Tagger.kinds` have them. */
  fill(words: Words, from: number, to: number, tags: ArrayLike<number>, kinds: ArrayLike<number>): void {
    const length = to - from;
    this.length = length;
    const cells = (length + 1 + wordsAfter) * wordStride;
    if (this.values.length < cells) {
      this.values = new Int32Array(2 * cells);
      this.#last = new Int32Array(2 * cells);
    }
    this.values.fill(0, 0, cells);
    for (let at = 1; at <= length; at++) {
      const place = from + at - 1;
      const cell = at * wordStride;
      const word = words.lower[place + wordPad]!;
      const tag = asCommonNoun(tags[place]!);
      this.values[cell] = word;
      this.values[cell + 1] = tag;
      this.values[cell + 2] = mix(word, tag);
      this.values[cell + 3] = tags[place]!;
      this.values[cell + 4] = words.fine[place + wordPad]!;
      this.values[cell + 5] = words.coarse[place + wordPad]!;
      this.values[cell + 6] = kinds[place]!;
    }
    this.#findLandmarks();
  }

  word = (at: number): number => this.values[at * wordStride]!;
  both = (at: number): number => this.values[at * wordStride + 2]!;
  exact = (at: number): number => this.values[at * wordStride + 3]!;
  fine = (at: number): number => this.values[at * wordStride + 4]!;
  coarse = (at: number): number => this.values[at * wordStride + 5]!;
  kind = (at: number): number => this.values[at * wordStride + 6]!;

  #findLandmarks(): void {
    const width = this.length + 1;
    this.#width = width;
    for (let landmark = 0; landmark < landmarks.length; landmark++) {
      const kinds = landmarks[landmark]!;
      let last = 0;
      for (let at = 1; at <= this.length; at++) {
        if ((kinds >>> this.kind(at)) & 1) last = at;
        this.#last[landmark * width + at] = last;
      }
    }
  }

  /** A bit for each landmark that stands between two words, the first before the second. */
  between(first: number, second: number): number {
    if (second <= 1) return 0;
    let found = 0;
    for (let landmark = 0; landmark < landmarks.length; landmark++) {
      if (this.#last[landmark * this.#width + second - 1]! > first) found |= 1 << landmark;
    }
    return found;
  }

  /** Whether a verb follows a word. */
  verbAfter = (word: number): number => (word < this.length && this.#last[this.length]! > word ? 1 : 0);
}
