import { ClassMap } from './class-map.ts';
import { loadWeights, type Weights } from './weights.ts';

/** What is known of words from plain text and another parser's tags; a number each, 0 for unknown. */
export type WordClasses = {
  /** Some hundred classes of words that have the same neighbours; by `Words.lower`. */
  readonly fine: ClassMap;
  /** Some dozen of such classes. */
  readonly coarse: ClassMap;
  /** The Penn tags that a word mostly takes; by `Words.form` as it is mostly written, or by `Words.lower`. */
  readonly hint: ClassMap;
};

/** Reads `models/words`. Call it where a stage is made. */
export const loadWordClasses = (): WordClasses => wordClassesOf(loadWeights('words'));

export const wordClassesOf = (weights: Weights): WordClasses => ({
  fine: new ClassMap(weights, 'fine'),
  coarse: new ClassMap(weights, 'coarse'),
  hint: new ClassMap(weights, 'hint'),
});
