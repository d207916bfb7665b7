import {
  FeatureLists,
  mix,
  SequenceModel,
  type Weights,
  type WordClasses,
  type Words,
} from '../../learn/index.ts';
import { addLemmaFeatures, knownStems } from './features.ts';
import { applyScript, type LemmaScript, parseScript } from './scripts.ts';

/** So many lemmas are remembered at once: the words of a few hundred articles. */
const mostRemembered = 1 << 15;

/** Finds the lemma of a word from its letters and its tag. What was found is remembered, as words come again and again. */
export class Lemmatiser {
  readonly #model: SequenceModel;
  readonly #classes: WordClasses;
  readonly #scripts: readonly LemmaScript[];
  readonly #features = new FeatureLists();
  readonly #choice = new Uint8Array(1);
  /** By tag and whether the word opens its sentence, then by the word: all that the choice depends on. */
  readonly #remembered = new Map<number, Map<string, string>>();
  #size = 0;

  constructor(weights: Weights, classes: WordClasses) {
    this.#model = new SequenceModel(weights);
    this.#classes = classes;
    this.#scripts = this.#model.labels.map(parseScript);
  }

  /** The lemma of word `at` of a sentence; `written` is the word as it stands there, `tag` the hash of its tag. */
  lemma(words: Words, at: number, written: string, tag: number): string {
    const remembered = this.#rememberedOf(mix(tag, at === 0 ? 1 : 0));
    const known = remembered.get(written);
    if (known !== undefined) return known;
    const lemma = this.#choose(words, at, written.replaceAll('’', "'"), tag);
    remembered.set(written, lemma);
    this.#size++;
    return lemma;
  }

  #rememberedOf(key: number): Map<string, string> {
    if (this.#size >= mostRemembered) {
      this.#remembered.clear();
      this.#size = 0;
    }
    const found = this.#remembered.get(key);
    if (found) return found;
    const made = new Map<string, string>();
    this.#remembered.set(key, made);
    return made;
  }

  #choose(words: Words, at: number, text: string, tag: number): string {
    this.#features.clear();
    addLemmaFeatures(words, at, text, tag, knownStems(text, this.#classes), this.#features);
    this.#model.label(this.#features, this.#choice);
    return applyScript(text, this.#scripts[this.#choice[0]!]!) ?? text;
  }
}
