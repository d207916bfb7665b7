import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { nameRunAt } from './names.ts';
import { type Blank, numbers, type SourcePhrase } from './source-phrase.ts';

/** "a U.S. official briefed on the meeting", "experts", "a spokesman for the club" */
export function asRole(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  head: TokenSpan,
  core: TokenSpan,
): SourcePhrase | null {
  const found = lastRole(words, vocabulary, core);
  if (!found || isPartyName(words, vocabulary, head, core) || isHolder(words, vocabulary, blank, head, core))
    return null;
  const { role, kind } = found;
  const plural = isPlural(role);
  const count = countOf(words, head, plural);
  const refersBack =
    /^(?:the|that|this|these|those|both)$/.test(words.lower[head.from]!) &&
    core.to - core.from <= 2 &&
    core.to === head.to;
  if (kind === 'those' && refersBack && core.to - core.from === 1)
    return { ...blank, kind: 'unknown', role, description: head, count, refersBack };
  const description = trimmed(words, vocabulary, head);
  if (kind === 'spokesperson') return { ...blank, kind, role, description, count, refersBack };
  const group = plural && count === null && blank.basis === null && !isUnnamed(words, vocabulary, head);
  return {
    ...blank,
    kind: kind === 'group' || group ? 'unnamed-group' : 'anonymous',
    role,
    description,
    count,
    refersBack,
  };
}

/** "The Coastal Democrats": an article and a run of capitals name a body, whatever its last word is. */
const isPartyName = (words: Words, vocabulary: Vocabulary, head: TokenSpan, core: TokenSpan): boolean =>
  words.lower[head.from] === 'the' &&
  core.to - core.from >= 2 &&
  isPlural(words.lower[core.to - 1]!) &&
  nameRunAt(words, vocabulary, core.from, core.to)?.to === core.to;

/** "the prime minister", "the judge in the case": an office with one holder is no secret, where nothing else makes it one. */
const isHolder = (
  words: Words,
  vocabulary: Vocabulary,
  { basis }: Blank,
  head: TokenSpan,
  core: TokenSpan,
): boolean =>
  basis === null &&
  words.lower[head.from] === 'the' &&
  vocabulary.phrases['person-titles'](words.lower, core.to - 1)?.to === core.to &&
  !isUnnamed(words, vocabulary, head);

/** "not |involved in the trial|" */
export const isNegated = (words: Words, vocabulary: Vocabulary, at: number): boolean =>
  vocabulary.partOf.get(words.lower[at - 1] ?? '') === 'negation';

/** The description leaves out the basis, which has its own field, and a clause about who the source is. */
export function trimmed(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): TokenSpan {
  for (let at = from + 1; at < to; at++)
    if (
      words.lower[at] === 'who' ||
      (vocabulary.phrases.basis(words.lower, at) && !isNegated(words, vocabulary, at))
    )
      return { from, to: at };
  return { from, to };
}

export function lastRole(
  words: Words,
  vocabulary: Vocabulary,
  { from, to }: TokenSpan,
): { role: string; kind: string } | null {
  const of = vocabulary.phrases.roles(words.lower, to - 1) ? to - 1 : to - 2;
  const found = of >= from ? vocabulary.phrases.roles(words.lower, of) : null;
  return found && found.to === to ? { role: words.lower.slice(of, to).join(' '), kind: found.row[1]! } : null;
}

export function hasRole(
  words: Words,
  vocabulary: Vocabulary,
  { from, to }: TokenSpan,
  kind: string,
): boolean {
  for (let at = from; at < to; at++)
    if (vocabulary.phrases.roles(words.lower, at)?.row[1] === kind) return true;
  return false;
}

export const isPlural = (role: string): boolean =>
  /(?:s|men|people|women)$/.test(role) && !/ss$|boss$/.test(role);

export function countOf(words: Words, head: TokenSpan, plural: boolean): number | null {
  for (let at = head.from; at < Math.min(head.to, head.from + 3); at++) {
    const number =
      numbers.get(words.lower[at]!) ??
      (/^\d{1,3}$/.test(words.lower[at]!) && words.lower[at + 1] !== '-'
        ? Number(words.lower[at])
        : undefined);
    if (number) return number;
  }
  return plural ? null : 1;
}

function isUnnamed(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): boolean {
  for (let at = from; at < to; at++)
    if (vocabulary.phrases.anonymity(words.lower, at)?.row[1] === 'word') return true;
  return false;
}
