import type { TokenSpan } from '../../domain/index.ts';
import { FeatureLists, type SequenceModel, type Words, wordPad } from '../../learn/index.ts';
import { addNameFeatures } from './features.ts';
import { NameMemory } from './memory.ts';
import { markHints, type NameVocabulary } from './vocabulary.ts';

/** The kinds of names, in the order of the model's labels. Demonyms, events, works and laws are `other`. */
export const nameKinds = ['person', 'organisation', 'place', 'other'] as const;
export type NameKind = (typeof nameKinds)[number];

/** A name in a sentence: the words `from` to `to` (exclusive) of the sentence. */
export type Name = TokenSpan & { readonly kind: NameKind };

export const nameLabels: readonly string[] = ['O', ...nameKinds.flatMap(kind => [`B-${kind}`, `I-${kind}`])];

/**
 * Finds the names of an article, sentence by sentence, in two readings: first all sentences are remembered, then each is
 * labelled with what the article says elsewhere of its words. One article at a time: it holds the arrays that it works in.
 */
export class NameFinder {
  readonly #vocabulary: NameVocabulary;
  readonly #memory = new NameMemory();
  #hints = new Int32Array(256);

  constructor(vocabulary: NameVocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Forgets the article before. */
  start(): void {
    this.#memory.clear();
  }

  /** First reading: every sentence of the article, once. */
  remember(words: Words): void {
    this.#memory.read(words, this.#hintsOf(words));
  }

  /** Second reading: the features of a sentence's words, as trainer and model need them. `tags` as in `NameSigns`. */
  addFeatures(words: Words, tags: ArrayLike<number>, lists: FeatureLists): void {
    addNameFeatures(words, { tags, hints: this.#hintsOf(words), memory: this.#memory }, lists);
  }

  #hintsOf(words: Words): Int32Array {
    if (this.#hints.length < words.length + 2 * wordPad)
      this.#hints = new Int32Array(2 * words.length + 2 * wordPad);
    markHints(this.#vocabulary, words, this.#hints);
    return this.#hints;
  }
}

/** Labels the names of a sentence of an article that `finder` remembers. */
export class NameLabeller {
  readonly #model: SequenceModel;
  readonly #finder: NameFinder;
  readonly #lists = new FeatureLists();
  #labels = new Uint8Array(256);

  constructor(model: SequenceModel, finder: NameFinder) {
    this.#model = model;
    this.#finder = finder;
  }

  label(words: Words, tags: ArrayLike<number>): Name[] {
    if (this.#labels.length < words.length) this.#labels = new Uint8Array(2 * words.length);
    this.#lists.clear();
    this.#finder.addFeatures(words, tags, this.#lists);
    this.#model.label(this.#lists, this.#labels);
    return namesOf(this.#labels, words.length);
  }
}

/** Reads names off label numbers: `O`, then B and I of each kind. */
function namesOf(labels: Uint8Array, length: number): Name[] {
  const names: Name[] = [];
  for (let at = 0; at < length; at++) {
    const label = labels[at]!;
    if (label === 0) continue;
    const from = at;
    while (at + 1 < length && labels[at + 1] === label + 1) at++;
    names.push({ from, to: at + 1, kind: nameKinds[(label - 1) >> 1]! });
  }
  return names;
}
