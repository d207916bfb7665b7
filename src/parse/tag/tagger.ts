import { FeatureLists, hashText, SequenceModel, type Weights, type Words } from '../../learn/index.ts';
import { addTagFeatures } from './features.ts';

/** A pair of part-of-speech tags, as the treebank's words have them. */
export type TagPair = { readonly upos: string; readonly xpos: string };

/** Tags the words of a sentence. */
export class Tagger {
  /** What the numbers stand for that `tag` writes. */
  readonly tags: readonly TagPair[];
  /** For each tag, what other models know it by. */
  readonly hashes: Int32Array;
  readonly #model: SequenceModel;
  readonly #features = new FeatureLists();

  constructor(weights: Weights) {
    this.#model = new SequenceModel(weights);
    this.tags = this.#model.labels.map(tagPairOf);
    this.hashes = Int32Array.from(this.#model.labels, label => hashText(label));
  }

  /** Writes a number into `tags` for each word, from place 0 on. */
  tag(words: Words, into: Uint8Array): void {
    this.#features.clear();
    addTagFeatures(words, this.#features);
    this.#model.label(this.#features, into);
  }
}

/** Labels of the model are written as `NOUN NN`. */
export const tagLabelOf = ({ upos, xpos }: TagPair): string => `${upos} ${xpos}`;

function tagPairOf(label: string): TagPair {
  const [upos = '', xpos = ''] = label.split(' ');
  return { upos, xpos };
}
