import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isCapitalised, type Words } from '../words/words.ts';
import { endsInPressWord, nameRunAt } from './names.ts';
import type { Blank, SourcePhrase } from './source-phrase.ts';

/** "The New York Times", "Reuters": the head is an outlet's name and nothing else. */
export function asPress(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  head: TokenSpan,
  start: number,
): SourcePhrase | null {
  const outlet =
    vocabulary.phrases['press-outlets'](words.lower, start) ??
    vocabulary.phrases['wire-services'](words.lower, start);
  const end = outlet?.to ?? (isOutletName(words, vocabulary, start, head.to) ? head.to : start);
  if (!isCapitalised(words, start) || end < head.to) return null;
  return {
    ...blank,
    kind: 'press',
    name: {
      from: words.form[head.from] === 'The' || words.form[head.from] === 'the' ? head.from : start,
      to: head.to,
    },
  };
}

/** "the Harbour Courier", "the Sunday Mail": a run of capitals that ends in a word for an outlet. */
const isOutletName = (words: Words, vocabulary: Vocabulary, from: number, to: number): boolean =>
  (nameRunAt(words, vocabulary, from, to)?.to === to && endsInPressWord(words, vocabulary, { from, to })) ||
  (to - from === 2 &&
    vocabulary.partOf.get(words.lower[from]!) === 'time' &&
    isCapitalised(words, from + 1) &&
    vocabulary.phrases['press-words'](words.lower, from + 1)?.to === to);
