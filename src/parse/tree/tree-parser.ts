import { SparseTable, type Weights, type Words } from '../../learn/index.ts';
import { Beam } from './beam.ts';
import { TreeWords } from './features.ts';

/** A longer sentence is parsed in pieces, so that time stays linear in the length of the text. */
const longestPiece = 200;

/** The name under which the roots of later pieces hang on the root of the first. */
const joint = 'parataxis';

/** Builds the tree of a sentence. */
export class TreeParser {
  /** Names of the relation numbers that `parse` writes; the last is `root`. */
  readonly relations: readonly string[];
  readonly #beam: Beam;
  readonly #words = new TreeWords();

  constructor(weights: Weights) {
    const names = weights.about.relations as string[];
    this.relations = [...names, 'root'];
    const { width, margin } = weights.about as { width: number; margin: number };
    this.#beam = new Beam(new SparseTable(weights, 'moves'), names.length, width, margin);
  }

  /**
   * Writes for each word the number of its head, -1 for the root, and of its relation. `tags` holds hashes of the
   * words' tags (`Tagger.hashes`). Every sentence gets exactly one root, and is a tree.
   */
  parse(words: Words, tags: ArrayLike<number>, heads: Int32Array, relations: Uint8Array): void {
    let root = -1;
    for (let from = 0; from < words.length; from += longestPiece) {
      const to = Math.min(from + longestPiece, words.length);
      const ownRoot = this.#parsePiece(words, from, to, tags, heads, relations);
      if (root < 0) root = ownRoot;
      else {
        heads[ownRoot] = root;
        relations[ownRoot] = this.relations.indexOf(joint);
      }
    }
  }

  #parsePiece(
    words: Words,
    from: number,
    to: number,
    tags: ArrayLike<number>,
    heads: Int32Array,
    relations: Uint8Array,
  ): number {
    const beam = this.#beam;
    this.#words.fill(words, from, to, tags);
    beam.start(this.#words);
    const moves = 2 * (to - from) - 1;
    while (beam.step < moves) beam.advance();
    const state = beam.slot(0);
    let root = from;
    for (let word = 1; word <= to - from; word++) {
      const head = beam.states.head(state, word);
      heads[from + word - 1] = head === 0 ? -1 : from + head - 1;
      relations[from + word - 1] = head === 0 ? this.relations.length - 1 : beam.states.relation(state, word);
      if (head === 0) root = from + word - 1;
    }
    return root;
  }
}
