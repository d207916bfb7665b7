import {
  FeatureLists,
  SequenceModel,
  type Weights,
  type WordClasses,
  type Words,
} from '../../learn/index.ts';
import { addLemmaFeatures, knownStems } from './features.ts';
import { applyScript, type LemmaScript, parseScript } from './scripts.ts';

/** Finds the lemma of a word from its letters and its tag. */
export class Lemmatiser {
  readonly #model: SequenceModel;
  readonly #classes: WordClasses;
  readonly #scripts: readonly LemmaScript[];
  readonly #features = new FeatureLists();
  readonly #choice = new Uint8Array(1);

  constructor(weights: Weights, classes: WordClasses) {
    this.#model = new SequenceModel(weights);
    this.#classes = classes;
    this.#scripts = this.#model.labels.map(parseScript);
  }

  /** The lemma of word `at` of a sentence; `written` is the word as it stands there, `tag` the hash of its tag. */
  lemma(words: Words, at: number, written: string, tag: number): string {
    const text = written.replaceAll('’', "'");
    this.#features.clear();
    addLemmaFeatures(words, at, text, tag, knownStems(text, this.#classes), this.#features);
    this.#model.label(this.#features, this.#choice);
    return applyScript(text, this.#scripts[this.#choice[0]!]!) ?? text;
  }
}
