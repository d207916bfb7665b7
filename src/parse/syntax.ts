import { loadWeights, type WordClasses, type Words } from '../learn/index.ts';
import { Lemmatiser } from './lemma/lemmatiser.ts';
import { Tagger, type TagPair } from './tag/tagger.ts';
import { TreeParser } from './tree/tree-parser.ts';

/** What is known of a word's place in its sentence. */
export type WordSyntax = TagPair & {
  readonly lemma: string;
  /** Number of the head in the sentence; -1 for the root. */
  readonly head: number;
  readonly relation: string;
};

/**
 * Tags, lemmas and trees, sentence by sentence. One sentence at a time: `tag`, then what else is wanted of the same
 * words. The arrays hold the sentence last tagged, and are used again.
 */
export class Syntax {
  readonly tagger: Tagger;
  readonly #lemmatiser: Lemmatiser;
  readonly #parser: TreeParser;
  /** Numbers of the words' tags in `tagger.tags`, and the hashes by which other models know them. */
  tags: Uint8Array = new Uint8Array(0);
  tagHashes: Int32Array = new Int32Array(0);
  #kinds = new Uint8Array(0);
  #heads = new Int32Array(0);
  #relations = new Uint8Array(0);

  /** Reads models/tags, models/lemmas and models/trees. */
  constructor(classes: WordClasses) {
    this.tagger = new Tagger(loadWeights('tags'));
    this.#lemmatiser = new Lemmatiser(loadWeights('lemmas'), classes);
    this.#parser = new TreeParser(loadWeights('trees'));
  }

  tag(words: Words): void {
    if (this.tags.length < words.length) {
      this.tags = new Uint8Array(2 * words.length);
      this.tagHashes = new Int32Array(2 * words.length);
      this.#kinds = new Uint8Array(2 * words.length);
      this.#heads = new Int32Array(2 * words.length);
      this.#relations = new Uint8Array(2 * words.length);
    }
    this.tagger.tag(words, this.tags);
    for (let at = 0; at < words.length; at++) {
      this.tagHashes[at] = this.tagger.hashes[this.tags[at]!]!;
      this.#kinds[at] = this.tagger.kinds[this.tags[at]!]!;
    }
  }

  /** The words of the sentence last tagged; `textOf` gives a word as written. */
  analyse(words: Words, textOf: (at: number) => string): WordSyntax[] {
    this.#parser.parse(words, this.tagHashes, this.#kinds, this.#heads, this.#relations);
    const analysed: WordSyntax[] = [];
    for (let at = 0; at < words.length; at++) {
      const { upos, xpos } = this.tagger.tags[this.tags[at]!]!;
      const lemma = this.#lemmatiser.lemma(words, at, textOf(at), this.tagHashes[at]!);
      const relation = this.#parser.relations[this.#relations[at]!]!;
      analysed.push({ upos, xpos, lemma, head: this.#heads[at]!, relation });
    }
    return analysed;
  }
}
