import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isCapitalised, isWord, type Words } from '../words/words.ts';

/** A run of capitalised words: "Ana Rao", "J. K. Lund", "Vincent van Dyke". */
export type NameRun = TokenSpan;

const joiners = /^(?:de|da|di|du|del|della|van|von|der|den|al|el|bin|ibn|la|le|ter|ten|-|&|\.|')$/;

/** The capitalised run that starts at a token; null where none does. */
export function nameRunAt(words: Words, vocabulary: Vocabulary, start: number, last: number): NameRun | null {
  if (!isNameWord(words, vocabulary, start)) return null;
  let to = start + 1;
  for (let at = to; at < last; at++) {
    if (isNameWord(words, vocabulary, at) || isHyphenated(words, at)) to = at + 1;
    else if (!joiners.test(words.lower[at]!) || !joinsInside(words, at)) break;
  }
  return { from: start, to };
}

/** "Hye-|jin|" */
const isHyphenated = (words: Words, at: number): boolean =>
  words.form[at - 1] === '-' &&
  isWord(words, at) &&
  !endsModifier(words, at) &&
  joinsInside(words, at - 1) &&
  joinsLeft(words, at);

/** "Lund-|based|", "34-year-|old|": a compound that says something of the noun after it. */
export const endsModifier = (words: Words, at: number): boolean =>
  words.form[at - 1] === '-' &&
  /^\p{Ll}*(?:ed|born|led|run|old|owned|style|area)$/u.test(words.form[at] ?? '');

const joinsLeft = (words: Words, at: number): boolean =>
  words.doc.tokens[at - 1]!.end === words.doc.tokens[at]!.start;

/** A hyphen or stop joins only where no space parts it from a word; "de" and "van" join anywhere in a name. */
const joinsInside = (words: Words, at: number): boolean =>
  isWord(words, at) ||
  words.form[at] === '&' ||
  words.doc.tokens[at - 1]!.end === words.doc.tokens[at]!.start;

const isNameWord = (words: Words, vocabulary: Vocabulary, at: number): boolean =>
  isCapitalised(words, at) &&
  (vocabulary.partOf.get(words.lower[at]!) === undefined || /^[A-Z]\.?$/.test(words.form[at]!));

/** Words of a name that tell people apart: titles and stops are left out, in lower case. */
export const nameParts = (words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): string[] =>
  words.lower
    .slice(from, to)
    .filter((word, at) => /\p{L}/u.test(word) && !(at < to - from - 1 && isTitle(vocabulary, word)));

export const isTitle = (vocabulary: Vocabulary, word: string): boolean =>
  vocabulary.phrases['person-titles']([word.replace(/\.$/, '')], 0) !== null;

/** The name without titles and roles before it: "President-elect Ana Rao", "Club President Ana Rao" are "Ana Rao". */
export function withoutTitles(words: Words, vocabulary: Vocabulary, { from, to }: NameRun): NameRun {
  let start = afterInnerTitle(words, vocabulary, { from, to });
  while (start < to - 1) {
    const phrases = ['person-titles', 'roles'] as const;
    const title = phrases
      .map(name => vocabulary.phrases[name](words.lower, start))
      .find(found => found !== null);
    if (title && title.to < to) start = title.to;
    else if (
      isTitle(vocabulary, words.lower[start]!) ||
      words.form[start] === '.' ||
      words.form[start] === '-'
    )
      start++;
    else break;
  }
  return { from: start, to };
}

/** A title inside a run ends what comes before where first and last name follow; "Luther King Jr." has none. */
function afterInnerTitle(words: Words, vocabulary: Vocabulary, { from, to }: NameRun): number {
  for (let at = to - 3; at > from; at--)
    if (isTitle(vocabulary, words.lower[at]!) || vocabulary.phrases.roles(words.lower, at)?.to === at + 1)
      return at;
  return from;
}

/** The longest capitalised run of the article that ends in each word: how a short form finds its full name. */
export function fullestNames(words: Words, vocabulary: Vocabulary): ReadonlyMap<string, NameRun> {
  const fullest = new Map<string, NameRun>();
  for (let at = 0; at < words.form.length; at++) {
    const run = nameRunAt(words, vocabulary, at, words.doc.sentences[words.sentenceOf[at]!]!.to);
    if (!run) continue;
    const name = withoutTitles(words, vocabulary, run);
    const last = words.lower[name.to - 1]!;
    const known = fullest.get(last);
    if (looksLikePerson(words, vocabulary, name) && (!known || name.to - name.from > known.to - known.from))
      fullest.set(last, name);
    at = run.to - 1;
  }
  return fullest;
}

/** Two to five words, none of them an organisation's, a state's or an outlet's, the last no company's or locality's, and no "&". */
export function looksLikePerson(words: Words, vocabulary: Vocabulary, { from, to }: NameRun): boolean {
  if (to - from > 6) return false;
  if (words.form.slice(from, to).includes('&') || endsLikeCompany(words, vocabulary, { from, to }))
    return false;
  if (vocabulary.phrases.localities(words.lower, to - 1)) return false;
  for (let at = from; at < to; at++)
    for (const lexicon of ['organisations', 'governments', 'press-outlets', 'wire-services'] as const)
      if (vocabulary.phrases[lexicon](words.lower, at)) return false;
  return true;
}

/** "Fenwick |Homes|", "Ashby |Estates|" */
export const endsLikeCompany = (words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): boolean =>
  to - from > 1 &&
  isCapitalised(words, to - 1) &&
  vocabulary.phrases['company-words'](words.lower, to - 1) !== null;

/** "Harbour Courier", "Northern News Agency": a name of two words or more whose last is a word for an outlet. */
export function endsInPressWord(words: Words, vocabulary: Vocabulary, { from, to }: NameRun): boolean {
  for (let at = to - 1; at > from && at >= to - 2; at--)
    if (vocabulary.phrases['press-words'](words.lower, at)?.to === to) return true;
  return false;
}

/** The last capitalised run of a phrase. */
export function lastRun(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): TokenSpan | null {
  let last: TokenSpan | null = null;
  for (let at = from; at < to; at++) {
    const run = nameRunAt(words, vocabulary, at, to);
    if (!run) continue;
    last = run;
    at = run.to - 1;
  }
  return last;
}
