import { loadLexicon } from '../../learn/index.ts';
import type { TokenVocabulary } from '../tokens/vocabulary.ts';

/** The word lists that the sentence splitter asks. */
export type SentenceVocabulary = Pick<TokenVocabulary, 'abbreviations'> & {
  /** Words with a capital that show the beginning of a sentence. */
  readonly starters: ReadonlySet<string>;
  /** Months, weekdays and time zones: what may follow a time of day. */
  readonly calendar: ReadonlySet<string>;
  /** Verbs after a quotation; true where whatever follows them leaves it one sentence. */
  readonly quotationTails: ReadonlyMap<string, boolean>;
};

/** Reads the word lists of the sentence splitter; it shares the tokeniser's abbreviations. */
export const loadSentenceVocabulary = ({ abbreviations }: TokenVocabulary): SentenceVocabulary => ({
  abbreviations,
  starters: new Set(loadLexicon('sentence-starters').map(row => row[0]!)),
  calendar: new Set([
    ...loadLexicon('time-words')
      .filter(row => row[1] === 'month' || row[1] === 'weekday')
      .map(row => row[0]!),
    ...loadLexicon('time-zones').map(row => row[0]!),
  ]),
  quotationTails: new Map(loadLexicon('quotation-tails').map(row => [row[0]!, row[1] === 'sure'])),
});
