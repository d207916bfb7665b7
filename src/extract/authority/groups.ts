import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { trimmed } from './roles.ts';
import { type Blank, numbers, type SourcePhrase } from './source-phrase.ts';

/** Reads a source phrase inside another: "the officials" in "one of the officials". */
type ReadPhrase = (span: TokenSpan) => SourcePhrase;

/** Some out of many, or as many as the text does not count: "one of the officials", "dozens of villagers", "many in the town". */
export function asGroup(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  head: TokenSpan,
  read: ReadPhrase,
): SourcePhrase | null {
  if (isOfThem(words, head))
    return { ...blank, kind: 'anonymous', description: head, count: numbers.get(words.lower[head.from]!)! };
  if (isOfGroup(words, head)) {
    const phrase = read({ from: head.from + 2, to: head.to });
    const count = numbers.get(words.lower[head.from]!) ?? null;
    return {
      ...phrase,
      from: blank.from,
      to: blank.to,
      count,
      description: head,
      ofGroup: phrase.refersBack,
    };
  }
  const description = trimmed(words, vocabulary, head);
  const of = afterAmount(words, head);
  if (of !== null) {
    const phrase = read({ from: of, to: head.to });
    const kind = phrase.kind === 'unknown' ? 'unnamed-group' : phrase.kind;
    return { ...phrase, kind, from: blank.from, to: blank.to, count: null, description };
  }
  return isSome(words, vocabulary, head) ? { ...blank, kind: 'unnamed-group', description } : null;
}

/** "one of them", "two of us" */
const isOfThem = (words: Words, { from, to }: TokenSpan): boolean =>
  to - from === 3 && numbers.has(words.lower[from]!) && /^of (?:them|us)$/.test(following(words, from, 2));

/** "one of the officials", "some of the workers" */
const isOfGroup = (words: Words, { from, to }: TokenSpan): boolean =>
  to - from >= 4 &&
  (numbers.has(words.lower[from]!) || /^(?:some|many|both|several|most|few)$/.test(words.lower[from]!)) &&
  /^of (?:the|these|those)$/.test(following(words, from, 2));

/** After "dozens of", "a handful of", "a growing number of"; null where the phrase starts otherwise. */
function afterAmount(words: Words, { from, to }: TokenSpan): number | null {
  for (let at = from; at < Math.min(from + 4, to - 2); at++)
    if (amounts.test(words.lower[at]!) && words.lower[at + 1] === 'of') return at + 2;
  return null;
}

const amounts =
  /^(?:dozens?|scores|hundreds|thousands|millions|handful|number|majority|minority|couple|group|crowd|string|host)$/;

/** "Some", "others in the trade", "those who saw it": nobody is named before, and nothing but a phrase about them comes after. */
const isSome = (words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): boolean =>
  /^(?:some|many|most|several|few|others|those)$/.test(words.lower[from]!) &&
  (to - from === 1 ||
    words.lower[from + 1] === 'who' ||
    vocabulary.partOf.get(words.lower[from + 1]!) === 'preposition');

const following = (words: Words, at: number, count: number): string =>
  words.lower.slice(at + 1, at + 1 + count).join(' ');
