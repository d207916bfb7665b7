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
  /** For each tag, the number of its part of speech: see `tagKind`. */
  readonly kinds: Uint8Array;
  readonly #model: SequenceModel;
  readonly #features = new FeatureLists();

  constructor(weights: Weights) {
    this.#model = new SequenceModel(weights);
    this.tags = this.#model.labels.map(tagPairOf);
    this.hashes = Int32Array.from(this.#model.labels, label => hashText(label));
    this.kinds = Uint8Array.from(this.tags, ({ upos }) => tagKind(upos));
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

/** The universal parts of speech, in the order of their numbers. */
const partsOfSpeech: readonly string[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];

/** A number from 1 for a universal part of speech. */
export const tagKind = (upos: string): number => partsOfSpeech.indexOf(upos) + 1;
