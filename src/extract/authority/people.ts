import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isCapitalised, isWord, sentenceAt, type Words } from '../words/words.ts';
import { bodyKind } from './bodies.ts';
import { lastRun, looksLikePerson, nameRunAt, withoutTitles } from './names.ts';
import { hasRole, isPlural, lastRole } from './roles.ts';
import type { Blank, SourcePhrase } from './source-phrase.ts';

export function asPerson(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  core: TokenSpan,
  apposition: TokenSpan | null,
): SourcePhrase | null {
  const run = lastRun(words, vocabulary, core);
  if (!run || run.to < core.to || words.lower[core.to - 1] === "'s") return null;
  const name = withoutTitles(words, vocabulary, run);
  if (
    !isCapitalised(words, name.from) ||
    !looksLikePerson(words, vocabulary, name) ||
    endsInRole(words, vocabulary, name) ||
    isTheName(words, name) ||
    isAcronym(words, name)
  )
    return null;
  const both = withPartner(words, vocabulary, core, run);
  if (both) return { ...blank, kind: 'person', name: both, description: apposition, count: 2 };
  const before =
    name.from > core.from && !isHonorific(words, core.from, name.from)
      ? { from: core.from, to: name.from }
      : null;
  const description = apposition ?? before;
  const speaksFor = [apposition, before].some(
    span => span && hasRole(words, vocabulary, span, 'spokesperson'),
  );
  return { ...blank, kind: speaksFor ? 'spokesperson' : 'person', name, description, count: 1 };
}

/** "producers Craig Lund and Ana Rao": two people who speak as one. */
function withPartner(
  words: Words,
  vocabulary: Vocabulary,
  core: TokenSpan,
  { from, to }: TokenSpan,
): TokenSpan | null {
  if (words.lower[from - 1] !== 'and' || from - 1 <= core.from) return null;
  const first = lastRun(words, vocabulary, { from: core.from, to: from - 1 });
  if (first?.to !== from - 1) return null;
  const name = withoutTitles(words, vocabulary, first);
  return looksLikePerson(words, vocabulary, name) ? { from: name.from, to } : null;
}

/** "Iranian Officials" in a headline; a family name may be a role's word too ("Judge"). */
function endsInRole(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): boolean {
  const role = vocabulary.phrases.roles(words.lower, to - 1);
  if (!role) return false;
  return (
    from + 1 === to ||
    isPlural(words.lower[to - 1]!) ||
    /^(?:official|source|aide|diplomat|spokes\w+)$/.test(words.lower[to - 1]!)
  );
}

/** "the Harbour Trust": people have no article. */
const isTheName = (words: Words, { from }: TokenSpan): boolean =>
  /^(?:the|a|an)$/.test(words.lower[from - 1] ?? '');

/** "FIFA", but not "RAO" in a headline that is all capitals. */
const isAcronym = (words: Words, { from, to }: TokenSpan): boolean => {
  const sentence = sentenceAt(words, from);
  return (
    to - from === 1 &&
    /^[A-Z]{2,6}$/.test(words.form[from]!) &&
    words.form.slice(sentence.from, sentence.to).some(word => /\p{Ll}/u.test(word))
  );
};

/** "Mr." says nothing of who somebody is. */
const isHonorific = (words: Words, from: number, to: number): boolean =>
  words.lower.slice(from, to).every(word => /^(?:mr|mrs|ms|miss|mx|dr|sir|the)?\.?$/.test(word));

/** "the ministry's spokesman, Karl Lund" */
export function asNamedInApposition(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  head: TokenSpan,
  core: TokenSpan,
  apposition: TokenSpan | null,
): SourcePhrase | null {
  const role = lastRole(words, vocabulary, core);
  const run = apposition && nameRunAt(words, vocabulary, apposition.from, apposition.to);
  if (!run || !looksLikePerson(words, vocabulary, run)) return null;
  if (!role && !(isNameAlone(run, apposition) && isUnknownNoun(words, vocabulary, core))) return null;
  return {
    ...blank,
    kind: hasRole(words, vocabulary, head, 'spokesperson') ? 'spokesperson' : 'person',
    name: run,
    role: role?.role ?? words.lower[core.to - 1]!,
    description: head,
    count: 1,
  };
}

/** "the coroner, |Philippa Wray|": two words or more, and nothing else. */
const isNameAlone = (run: TokenSpan, { from, to }: TokenSpan): boolean =>
  run.from === from && run.to === to && to - from >= 2;

/** No body's noun and no name, so that what a name stands beside is who that is. */
const isUnknownNoun = (words: Words, vocabulary: Vocabulary, core: TokenSpan): boolean =>
  !isCapitalised(words, core.to - 1) && bodyKind(words, vocabulary, core) === null;

/** "the prime minister", "the president-elect", "the mayor of Lund": one person, unnamed here but no secret. */
export function asTitledPerson(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  head: TokenSpan,
  core: TokenSpan,
): SourcePhrase | null {
  if (!isWord(words, core.to - 1)) return null;
  const title = [1, 3, 4].some(
    length =>
      core.to - length >= core.from &&
      vocabulary.phrases['person-titles'](words.lower, core.to - length)?.to === core.to,
  );
  if (!title) return null;
  return {
    ...blank,
    kind: 'person',
    role: words.lower[core.to - 1]!,
    description: head,
    count: 1,
    refersBack: words.lower[head.from] === 'the',
  };
}
