import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isCapitalised, type Words } from '../words/words.ts';
import { countOf, isPlural, trimmed } from './roles.ts';
import { type Blank, numbers, type SourcePhrase } from './source-phrase.ts';

/**
 * "a vet who treated the horses", "one beekeeper": a noun that no lexicon knows is somebody where the text says how they know or
 * what they do, or the noun's ending does.
 */
export function asSomebody(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  head: TokenSpan,
  core: TokenSpan,
): SourcePhrase | null {
  const noun = words.lower[core.to - 1]!;
  const isNew =
    /^(?:an?|one|another|some|several)$/.test(words.lower[head.from]!) ||
    numbers.has(words.lower[head.from]!);
  const plural = isPlural(noun);
  if (!(isNew || (plural && core.from === head.from)) || isCapitalised(words, core.to - 1)) return null;
  if (!blank.basis && words.lower[core.to] !== 'who' && !namesDoer(noun)) return null;
  const count = countOf(words, head, plural);
  const kind = plural && count === null && !blank.basis ? 'unnamed-group' : 'anonymous';
  return { ...blank, kind, role: noun, description: trimmed(words, vocabulary, head), count };
}

/** "beekeeper", "geologists", "fishwife": by the ending. */
const namesDoer = (noun: string): boolean =>
  /(?:ologist|onomist|icist|keeper|maker|holder|worker|goer|owner|grower|seller|driver|rider|player|eer|ician|man|woman|mate|wife|ster)s?$|(?:men|women|wives)$/.test(
    noun,
  );
