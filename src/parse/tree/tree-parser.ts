import { FeatureLists, SequenceModel, type Weights, type Words, weightTable } from '../../learn/index.ts';
import { Beam } from './beam.ts';
import { addRelationFeatures } from './relation-features.ts';
import { TreeWords } from './tree-words.ts';

/** A longer sentence is parsed in pieces, so that time stays linear in the length of the text. */
const longestPiece = 200;

/** The name under which the roots of later pieces hang on the root of the first. */
const joint = 'parataxis';

/**
 * Builds the tree of a sentence in two steps: transitions find the heads; when the whole tree is there, a second
 * model names the relations.
 */
export class TreeParser {
  /** Names of the relation numbers that `parse` writes. */
  readonly relations: readonly string[];
  readonly #beam: Beam;
  readonly #namer: SequenceModel;
  readonly #root: number;
  readonly #joint: number;
  readonly #words = new TreeWords();
  readonly #features = new FeatureLists();
  /** Heads of a piece by word number from 1, and numbers of its relations from place 0. */
  #heads = new Int32Array(longestPiece + 1);
  #names = new Uint8Array(longestPiece);

  constructor(weights: Weights) {
    const { groups, width, margin } = weights.about as {
      groups: number;
      width: number;
      margin: number;
    };
    this.#beam = new Beam(weightTable(weights, 'moves'), groups, width, margin);
    this.#namer = new SequenceModel(weights.part('relations'));
    this.relations = this.#namer.labels;
    this.#root = this.relations.indexOf('root');
    this.#joint = this.relations.indexOf(joint);
  }

  /**
   * Writes for each word the number of its head, -1 for the root, and of its relation. `tags` and
   * `kinds` hold what `Tagger.hashes` and `Tagger.kinds` have for the words' tags. Every sentence gets exactly one root,
   * and is a tree.
   */
  parse(
    words: Words,
    tags: ArrayLike<number>,
    kinds: ArrayLike<number>,
    heads: Int32Array,
    relations: Uint8Array,
  ): void {
    let root = -1;
    for (let from = 0; from < words.length; from += longestPiece) {
      const to = Math.min(from + longestPiece, words.length);
      this.#words.fill(words, from, to, tags, kinds);
      this.#findHeads(to - from);
      this.#nameRelations();
      for (let at = from; at < to; at++) {
        const head = this.#heads[at - from + 1]!;
        heads[at] = head === 0 ? root : from + head - 1;
        relations[at] = head === 0 && root >= 0 ? this.#joint : this.#names[at - from]!;
      }
      if (root < 0) root = heads.subarray(from, to).indexOf(-1);
    }
  }

  #findHeads(length: number): void {
    const beam = this.#beam;
    beam.start(this.#words);
    while (beam.step < 2 * length - 1) beam.advance();
    for (let word = 1; word <= length; word++) this.#heads[word] = beam.states.head(beam.slot(0), word);
  }

  /** Only the root is called so. */
  #nameRelations(): void {
    this.#features.clear();
    addRelationFeatures(this.#words, this.#heads, this.#features);
    this.#namer.label(this.#features, this.#names);
    for (let at = 0; at < this.#words.length; at++) {
      if (this.#heads[at + 1] === 0) this.#names[at] = this.#root;
    }
  }
}
