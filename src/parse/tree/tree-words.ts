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
