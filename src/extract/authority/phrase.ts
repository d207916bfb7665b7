import type { SourceKind, TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isCapitalised, isWord, sentenceAt, type Words } from '../words/words.ts';
import { endsInPressWord, endsModifier, looksLikePerson, nameRunAt, withoutTitles } from './names.ts';

/** What a source's own words say of it, before the rest of the article is asked. */
export type SourcePhrase = TokenSpan & {
  readonly kind: SourceKind;
  readonly name: TokenSpan | null;
  /** The noun that an unnamed source is called by: "official". */
  readonly role: string | null;
  readonly description: TokenSpan | null;
  readonly basis: TokenSpan | null;
  readonly count: number | null;
  /** "the official", "it": it must have been named before. */
  readonly refersBack: boolean;
  /** "one of the officials" */
  readonly ofGroup: boolean;
  readonly pronoun: boolean;
};

const numbers: ReadonlyMap<string, number> = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index) => [word, index + 1],
  ),
);

/** Reads a source's words. */
export function readSourcePhrase(words: Words, vocabulary: Vocabulary, span: TokenSpan): SourcePhrase {
  const head = withoutPossessive(words, headOf(words, span));
  const start = afterDeterminer(words, vocabulary, withoutTornWord(words, head));
  const basis = basisIn(words, vocabulary, span);
  const blank = {
    ...span,
    name: null,
    role: null,
    description: null,
    basis,
    count: null,
    refersBack: false,
    ofGroup: false,
    pronoun: false,
  } as const;
  if (isPronoun(words, vocabulary, span))
    return { ...blank, kind: 'unknown', refersBack: true, pronoun: true };
  if (isOfGroup(words, head)) return ofGroup(words, vocabulary, blank, head);
  if (isOfMany(words, head)) return ofMany(words, vocabulary, blank, head);
  const core = coreOf(words, vocabulary, { from: start, to: head.to });
  const apposition = head.to + 1 < span.to ? { from: head.to + 1, to: span.to } : null;
  return (
    asPress(words, vocabulary, blank, head, start) ??
    asDescribedBody(words, vocabulary, blank, core) ??
    asPerson(words, vocabulary, blank, core, apposition) ??
    asNamedInApposition(words, vocabulary, blank, head, core, apposition) ??
    asRole(words, vocabulary, blank, head, core) ??
    asBody(words, vocabulary, blank, head, core) ??
    asTitledPerson(words, vocabulary, blank, head, core) ??
    asTheName(words, vocabulary, blank, core) ??
    asSomebody(words, vocabulary, blank, head, core) ?? { ...blank, kind: 'unknown', description: head }
  );
}

/** "one of the officials", "two of them" */
const isOfGroup = (words: Words, { from, to }: TokenSpan): boolean =>
  to - from >= 4 &&
  (numbers.has(words.lower[from]!) || /^(?:some|many|both|several)$/.test(words.lower[from]!)) &&
  words.lower[from + 1] === 'of' &&
  /^(?:the|these|those)$/.test(words.lower[from + 2]!);

function ofGroup(words: Words, vocabulary: Vocabulary, blank: Blank, head: TokenSpan): SourcePhrase {
  const phrase = readSourcePhrase(words, vocabulary, { from: head.from + 2, to: head.to });
  const count = numbers.get(words.lower[head.from]!) ?? null;
  return { ...phrase, from: blank.from, to: blank.to, count, description: head, ofGroup: phrase.refersBack };
}

/** "dozens of villagers", "a handful of traders" */
const isOfMany = (words: Words, { from, to }: TokenSpan): boolean =>
  /^(?:(?:an? )?(?:dozens?|scores|hundreds|thousands|millions|handful|number|majority|couple|group) of) /.test(
    `${words.lower.slice(from, Math.min(to - 1, from + 3)).join(' ')} `,
  ) && to - from >= 3;

function ofMany(words: Words, vocabulary: Vocabulary, blank: Blank, head: TokenSpan): SourcePhrase {
  const of = words.lower.indexOf('of', head.from);
  const phrase = readSourcePhrase(words, vocabulary, { from: of + 1, to: head.to });
  return {
    ...phrase,
    from: blank.from,
    to: blank.to,
    count: null,
    description: trimmed(words, vocabulary, head),
  };
}

type Blank = Omit<SourcePhrase, 'kind'>;

/** "New York-|based| Ana Rao" begins in the middle of a word. */
function withoutTornWord({ form, doc }: Words, { from, to }: TokenSpan): TokenSpan {
  const isTorn = form[from - 1] === '-' && doc.tokens[from - 1]!.end === doc.tokens[from]!.start;
  return { from: isTorn && from + 1 < to ? from + 1 : from, to };
}

/** "Ana Rao|'s| claim" */
const withoutPossessive = (words: Words, { from, to }: TokenSpan): TokenSpan =>
  to - from >= 2 && /^'s?$/.test(words.lower[to - 1]!) ? { from, to: to - 1 } : { from, to };

/** Up to the first comma, and without "herself". */
function headOf(words: Words, { from, to }: TokenSpan): TokenSpan {
  const comma = words.lower.slice(from + 1, to).indexOf(',');
  const end = comma < 0 ? to : from + 1 + comma;
  return { from, to: end - from > 1 && /^\p{L}+sel(?:f|ves)$/u.test(words.lower[end - 1]!) ? end - 1 : end };
}

/** Up to the first word that starts a clause or a phrase about the noun. */
function coreOf(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): TokenSpan {
  for (let at = from + 1; at < to; at++) {
    const part = vocabulary.partOf.get(words.lower[at]!);
    if (
      part === 'preposition' ||
      part === 'subject-pronoun' ||
      vocabulary.phrases.basis(words.lower, at) ||
      isParticiplePhrase(words, vocabulary, at, to) ||
      (part === 'conjunction' && words.lower[at] !== 'and')
    )
      return { from, to: at };
  }
  return { from, to };
}

/** "a study |published in| March", "a man |claiming to| be": a participle with what it governs. */
const isParticiplePhrase = (words: Words, vocabulary: Vocabulary, at: number, to: number): boolean =>
  at + 1 < to &&
  /^\p{Ll}{2,}(?:ed|ing|seen|sent|drawn|written|taken|held|known)$/u.test(words.form[at]!) &&
  (words.lower[at + 1] === 'to' || vocabulary.partOf.get(words.lower[at + 1]!) === 'preposition');

const isPronoun = (words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): boolean =>
  to - from === 1 &&
  (vocabulary.partOf.get(words.lower[from]!) === 'subject-pronoun' ||
    /^(?:his|her|its|their)$/.test(words.lower[from]!));

function afterDeterminer(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): number {
  let at = from;
  while (
    at < to - 1 &&
    (vocabulary.partOf.get(words.lower[at]!) === 'determiner' ||
      numbers.has(words.lower[at]!) ||
      /^(?:some|many|both|most)$/.test(words.lower[at]!))
  )
    at++;
  for (let end = at; end < Math.min(to - 1, at + 6); end++) if (endsModifier(words, end)) return end + 1;
  return at;
}

/** "the Harbour Courier", "the Sunday Mail": a run of capitals that ends in a word for an outlet. */
const isOutletName = (words: Words, vocabulary: Vocabulary, from: number, to: number): boolean =>
  (nameRunAt(words, vocabulary, from, to)?.to === to && endsInPressWord(words, vocabulary, { from, to })) ||
  (to - from === 2 &&
    vocabulary.partOf.get(words.lower[from]!) === 'time' &&
    isCapitalised(words, from + 1) &&
    vocabulary.phrases['press-words'](words.lower, from + 1)?.to === to);

/** "The New York Times", "Reuters": the head is an outlet's name and nothing else. */
function asPress(
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

/** "the charity Clean Harbours", "ratings agency Calder & Voss": a body's noun before its name. */
function asDescribedBody(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  core: TokenSpan,
): SourcePhrase | null {
  const run = lastRun(words, vocabulary, core);
  if (!run || run.to < core.to || run.from === core.from || isCapitalised(words, run.from - 1)) return null;
  const before = { from: core.from, to: run.from };
  const kind = endingBody(words, vocabulary, before);
  if (!kind || kind === 'document' || withoutTitles(words, vocabulary, run).from > run.from) return null;
  return { ...blank, kind, name: run, role: words.lower[run.from - 1]!, description: before };
}

function asPerson(
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
function asNamedInApposition(
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

/** The last capitalised run of a phrase. */
function lastRun(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): TokenSpan | null {
  let last: TokenSpan | null = null;
  for (let at = from; at < to; at++) {
    const run = nameRunAt(words, vocabulary, at, to);
    if (!run) continue;
    last = run;
    at = run.to - 1;
  }
  return last;
}

function hasRole(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan, kind: string): boolean {
  for (let at = from; at < to; at++)
    if (vocabulary.phrases.roles(words.lower, at)?.row[1] === kind) return true;
  return false;
}

/** "a U.S. official briefed on the meeting", "experts", "a spokesman for the club" */
function asRole(
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

/** The description leaves out the basis, which has its own field, and a clause about who the source is. */
function trimmed(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): TokenSpan {
  for (let at = from + 1; at < to; at++)
    if (words.lower[at] === 'who' || vocabulary.phrases.basis(words.lower, at)) return { from, to: at };
  return { from, to };
}

function lastRole(
  words: Words,
  vocabulary: Vocabulary,
  { from, to }: TokenSpan,
): { role: string; kind: string } | null {
  const of = vocabulary.phrases.roles(words.lower, to - 1) ? to - 1 : to - 2;
  const found = of >= from ? vocabulary.phrases.roles(words.lower, of) : null;
  return found && found.to === to ? { role: words.lower.slice(of, to).join(' '), kind: found.row[1]! } : null;
}

const isPlural = (role: string): boolean => /(?:s|men|people|women)$/.test(role) && !/ss$|boss$/.test(role);

function countOf(words: Words, head: TokenSpan, plural: boolean): number | null {
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

/** "Iran's foreign ministry", "Tehran", "the club", "a court filing" */
function asBody(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  head: TokenSpan,
  core: TokenSpan,
): SourcePhrase | null {
  const state = vocabulary.phrases.governments(words.lower, core.from);
  const named = namedBody(words, vocabulary, core);
  if (state?.to === core.to && isCapitalised(words, core.from))
    return { ...blank, kind: 'government', name: core, count: null };
  const kind = bodyKind(words, vocabulary, core);
  if (!kind) return null;
  const refersBack =
    /^(?:the|this|that)$/.test(words.lower[head.from]!) &&
    core.to - core.from === 1 &&
    core.to === head.to &&
    !named;
  return {
    ...blank,
    kind,
    name: named && { from: named.from, to: isCapitalised(words, head.to - 1) ? head.to : core.to },
    role: words.lower[core.to - 1]!,
    description: named ? null : head,
    refersBack,
  };
}

/** A body is named where a capital stands in its noun phrase. */
function namedBody(words: Words, vocabulary: Vocabulary, core: TokenSpan): TokenSpan | null {
  for (let at = core.from; at < core.to; at++)
    if (isCapitalised(words, at) && (vocabulary.partOf.get(words.lower[at]!) === undefined || at > core.from))
      return { from: core.from, to: core.to };
  return null;
}

/** By the phrase's last word or two. */
function endingBody(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): SourceKind | null {
  for (let at = Math.max(from, to - 2); at < to; at++) {
    const body = vocabulary.phrases.organisations(words.lower, at);
    if (body?.to === to) return body.row[1] as SourceKind;
  }
  return null;
}

function bodyKind(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): SourceKind | null {
  const ending = endingBody(words, vocabulary, { from, to });
  if (ending) return ending;
  const all = to - from;
  for (let at = from; at < to; at++) {
    const body = vocabulary.phrases.organisations(words.lower, at);
    if (body && isCapitalised(words, at) && all > 1) return body.row[1] as SourceKind;
  }
  return to - from === 1 && /^[A-Z]{2,6}$/.test(words.form[from]!) ? 'organisation' : null;
}

/** "the prime minister", "the mayor of Lund": one person, unnamed here but no secret. */
function asTitledPerson(
  words: Words,
  vocabulary: Vocabulary,
  blank: Blank,
  head: TokenSpan,
  core: TokenSpan,
): SourcePhrase | null {
  if (
    !isWord(words, core.to - 1) ||
    vocabulary.phrases['person-titles'](words.lower, core.to - 1)?.to !== core.to
  )
    return null;
  return {
    ...blank,
    kind: 'person',
    role: words.lower[core.to - 1]!,
    description: head,
    count: 1,
    refersBack: words.lower[head.from] === 'the',
  };
}

/** "the Harbour Trust": a name with an article is a body's. */
function asTheName(words: Words, vocabulary: Vocabulary, blank: Blank, core: TokenSpan): SourcePhrase | null {
  const run = nameRunAt(words, vocabulary, core.from, core.to);
  return run?.to === core.to ? { ...blank, kind: 'organisation', name: core } : null;
}

/**
 * "a vet who treated the horses", "one beekeeper": a noun that no lexicon knows is somebody where the text says how they know or
 * what they do, or the noun's ending does.
 */
function asSomebody(
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

/** "familiar with the talks": from the phrase to the comma or the clause that follows. */
export function basisIn(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): TokenSpan | null {
  for (let at = from; at < to; at++) {
    const phrase = vocabulary.phrases.basis(words.lower, at);
    if (!phrase || phrase.to > to || (phrase.to === to && words.lower[at] !== 'who')) continue;
    let end = phrase.to;
    while (end < to && !/^(?:,|who|;)$/.test(words.lower[end]!)) end++;
    return { from: at + lengthOfWhoWas(words, vocabulary, at), to: end };
  }
  return null;
}

/** "who was briefed on the talks" is "briefed on the talks"; "who saw the letter" keeps its "who". */
const lengthOfWhoWas = (words: Words, vocabulary: Vocabulary, at: number): number =>
  words.lower[at] === 'who' && vocabulary.partOf.get(words.lower[at + 1] ?? '') === 'be' ? 2 : 0;
