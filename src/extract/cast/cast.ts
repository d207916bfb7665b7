import type { TokenSpan } from '../../domain/index.ts';
import { findTerms, type Terms } from '../authority/anonymity.ts';
import { fullestNames, type NameRun, nameParts } from '../authority/names.ts';
import { readSourcePhrase, type SourcePhrase } from '../authority/phrase.ts';
import { subjectBefore } from '../statements/subject.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { within } from '../words/spans.ts';
import { isCapitalised, type Words } from '../words/words.ts';
import { type Member, newMember, withMention, withTerms } from './member.ts';

/** Who speaks in the article, and which of them each source phrase is. */
export type Cast = {
  readonly members: readonly Member[];
  readonly phraseOf: (source: TokenSpan) => SourcePhrase;
  /** Null where the source cannot be told: "he" with two men about. */
  readonly memberOf: (source: TokenSpan) => Member | null;
};

/** How many paragraphs back a pronoun looks. */
const pronounReach = 2;

/** Works out who the sources are. `sources` are in the order of the text. */
export function findCast(words: Words, vocabulary: Vocabulary, sources: readonly TokenSpan[]): Cast {
  const members: Member[] = [];
  const known = new Map<string, { readonly phrase: SourcePhrase; readonly member: number | null }>();
  const names = fullestNames(words, vocabulary);
  const look = { words, vocabulary, names, members };
  for (const source of sources) {
    const key = keyOf(source);
    if (known.has(key)) continue;
    const phrase = readSourcePhrase(words, vocabulary, source);
    known.set(key, { phrase, member: place(look, phrase) });
  }
  for (const terms of findTerms(words, vocabulary)) giveTerms(words, members, terms);
  return {
    members,
    phraseOf: source => known.get(keyOf(source))!.phrase,
    memberOf: source => members[known.get(keyOf(source))?.member ?? -1] ?? null,
  };
}

const keyOf = ({ from, to }: TokenSpan): string => `${from} ${to}`;

type Look = {
  readonly words: Words;
  readonly vocabulary: Vocabulary;
  readonly names: ReadonlyMap<string, NameRun>;
  readonly members: Member[];
};

/** The member that a phrase is, made if there is none; null for a pronoun that cannot be told. */
function place(look: Look, phrase: SourcePhrase): number | null {
  const found = phrase.pronoun ? ofPronoun(look, phrase) : ofPhrase(look, phrase);
  if (found) {
    look.members[found.index] = withMention(found, phrase);
    return found.index;
  }
  if (phrase.pronoun) return null;
  look.members.push(newMember(look.members.length, phrase, fullestName(look, phrase)));
  return look.members.length - 1;
}

/** "Rao" is "Ana Rao" where the article says so anywhere. */
function fullestName({ words, vocabulary, names }: Look, { kind, name }: SourcePhrase): TokenSpan | null {
  if (!name || (kind !== 'person' && kind !== 'spokesperson')) return name;
  const full = names.get(words.lower[name.to - 1]!);
  return full && agree(nameParts(words, vocabulary, full), nameParts(words, vocabulary, name)) ? full : name;
}

/** One name's words are all in the other, and the last is the same. */
const agree = (a: readonly string[], b: readonly string[]): boolean =>
  a.at(-1) === b.at(-1) && (a.every(word => b.includes(word)) || b.every(word => a.includes(word)));

function ofPhrase(look: Look, phrase: SourcePhrase): Member | null {
  const { words, vocabulary, members } = look;
  const isPerson = (kind: string): boolean => kind === 'person' || kind === 'spokesperson';
  if (phrase.name && isPerson(phrase.kind)) {
    const parts = nameParts(words, vocabulary, fullestName(look, phrase)!);
    return (
      members.findLast(
        ({ kind, name }) => name && isPerson(kind) && agree(nameParts(words, vocabulary, name), parts),
      ) ?? null
    );
  }
  if (phrase.refersBack) return members.findLast(member => isMeant(words, member, phrase)) ?? null;
  const inTitle = members.find(member => isTitled(words, member, phrase));
  if (inTitle) return inTitle;
  if (phrase.kind === 'anonymous' || phrase.kind === 'unknown') return null;
  const wording = wordingOf(words, phrase);
  return (
    members.findLast(
      ({ kind, mentions }) =>
        kind === phrase.kind && mentions.some(mention => wordingOf(words, mention) === wording),
    ) ?? null
  );
}

/** A headline's "US official" is the "a U.S. official briefed on the sale" of the text: the same noun, and no word more. */
function isTitled(words: Words, { role, mentions, name }: Member, phrase: SourcePhrase): boolean {
  const [first] = mentions;
  if (
    !first ||
    name ||
    !role ||
    !phrase.role ||
    singular(role) !== singular(phrase.role) ||
    mentions.length > 1
  )
    return false;
  if (words.doc.article.blocks[blockOf(words, first.from)]!.kind !== 'title') return false;
  const said = wordingOf(words, phrase).split(' ');
  return wordingOf(words, first)
    .split(' ')
    .every(word => said.includes(word));
}

/** "the official" is the last one called so, in the same number. */
function isMeant(
  words: Words,
  { role, kind, count, mentions, description }: Member,
  phrase: SourcePhrase,
): boolean {
  if (!phrase.role) return false;
  const noun = singular(phrase.role);
  if (phrase.kind === 'person' || phrase.kind === 'spokesperson')
    return (
      (kind === 'person' || kind === 'spokesperson') &&
      (role === phrase.role ||
        (description !== null && words.lower.slice(description.from, description.to).includes(noun)))
    );
  if (phrase.kind === 'anonymous' || phrase.kind === 'unnamed-group')
    return (
      role !== null &&
      singular(role) === noun &&
      (phrase.count === count ||
        phrase.count === null ||
        (phrase.ofGroup && (count === null || phrase.count < count)))
    );
  return kind === phrase.kind && mentions.some(({ to }) => words.lower[to - 1] === phrase.role);
}

const singular = (role: string): string =>
  role
    .replace(/men$/, 'man')
    .replace(/people$/, 'person')
    .replace(/s$/, '');

/** Words without articles, case and stops: "Iran's U.N. mission" and "the Iran's UN mission" are one. */
const wordingOf = (words: Words, { from, to }: TokenSpan): string =>
  words.lower
    .slice(from, to)
    .filter(word => !/^(?:the|a|an)$/.test(word))
    .join(' ')
    .replaceAll('.', '');

function ofPronoun(look: Look, phrase: SourcePhrase): Member | null {
  const { words } = look;
  const word = words.lower[phrase.from]!;
  if (word === 'who' || word === 'which') return ofRelative(look, phrase);
  if (word === 'he' || word === 'she') return onlyPerson(look, phrase);
  const kinds: Readonly<Record<string, readonly string[]>> = {
    it: ['organisation', 'government', 'press', 'document'],
    they: ['anonymous', 'unnamed-group', 'organisation', 'government'],
  };
  const last = lastMentioned(look, phrase, kinds[word] ?? []);
  return last && (word !== 'they' || last.count !== 1) ? last : null;
}

/** "Rao, |who| denied it": the phrase before. */
function ofRelative(look: Look, { from }: SourcePhrase): Member | null {
  const { words, vocabulary } = look;
  const end = words.lower[from - 1] === ',' ? from - 1 : from;
  const before = end > 0 ? subjectBefore(words, vocabulary, end) : null;
  if (!before) return null;
  const phrase = readSourcePhrase(words, vocabulary, fromDeterminer(look, before));
  return phrase.pronoun || phrase.kind === 'unknown'
    ? null
    : (ofPhrase(look, phrase) ?? introduce(look, phrase));
}

/** "police held |a man| who": a determiner that no preposition governs opens the nearest noun phrase. */
function fromDeterminer({ words, vocabulary }: Look, { from, to }: TokenSpan): TokenSpan {
  const part = (at: number): string | undefined => vocabulary.partOf.get(words.lower[at]!);
  for (let at = to - 1; at > from; at--)
    if (part(at) === 'determiner' && part(at - 1) !== 'preposition' && part(at - 1) !== 'determiner')
      return { from: at, to };
  return { from, to };
}

function introduce(look: Look, phrase: SourcePhrase): Member {
  const member = newMember(look.members.length, phrase, fullestName(look, phrase));
  look.members.push(member);
  return member;
}

/** The last member of some kinds that a source phrase before, near enough, named. */
function lastMentioned(
  { words, members }: Look,
  { from }: TokenSpan,
  kinds: readonly string[],
): Member | null {
  let best: Member | null = null;
  let at = -1;
  for (const member of members) {
    const last = member.mentions.findLast(mention => mention.to <= from);
    if (
      !last ||
      last.from < at ||
      !kinds.includes(member.kind) ||
      blockOf(words, from) - blockOf(words, last.from) > pronounReach
    )
      continue;
    best = member;
    at = last.from;
  }
  return best;
}

const blockOf = (words: Words, token: number): number => words.doc.sentences[words.sentenceOf[token]!]!.block;

/** The one person who has spoken lately, unless another person is named in between. */
function onlyPerson(look: Look, phrase: SourcePhrase): Member | null {
  const { words, names } = look;
  const member = lastMentioned(look, phrase, ['person', 'spokesperson']);
  if (!member || (member.name && otherGender(words, member, words.lower[phrase.from]!))) return null;
  const since = member.mentions.findLast(mention => mention.to <= phrase.from)!.to;
  const own = member.name ? words.lower.slice(member.name.from, member.name.to) : [];
  for (let at = since; at < phrase.from; at++)
    if (
      words.quotationOf[at]! < 0 &&
      isCapitalised(words, at) &&
      names.has(words.lower[at]!) &&
      !own.includes(words.lower[at]!) &&
      isPersonName(names, words, at)
    )
      return null;
  return member;
}

/** A known full name of at least two words ends here. */
const isPersonName = (names: ReadonlyMap<string, NameRun>, words: Words, at: number): boolean => {
  const name = names.get(words.lower[at]!)!;
  return name.to - name.from >= 2;
};

function otherGender(words: Words, { mentions, name }: Member, pronoun: string): boolean {
  const before = [...mentions, ...(name ? [name] : [])].flatMap(({ from, to }) =>
    words.lower.slice(Math.max(0, from - 2), to),
  );
  const male = before.some(word => /^(?:mr|sir|lord|spokesman|congressman)$/.test(word.replace('.', '')));
  const female = before.some(word =>
    /^(?:mrs|ms|miss|dame|lady|baroness|spokeswoman|congresswoman)$/.test(word.replace('.', '')),
  );
  return (pronoun === 'she' && male && !female) || (pronoun === 'he' && female && !male);
}

/** Terms belong to the source phrase around them, else to the nearest unnamed source before in this sentence or the last. */
function giveTerms(words: Words, members: Member[], terms: Terms): void {
  const { from } = terms.terms;
  const sentence = words.sentenceOf[from]!;
  const around = members.find(({ mentions }) => mentions.some(mention => within(mention, terms.terms)));
  const owner = around ?? nearest(words, members, from, sentence);
  if (owner) members[owner.index] = withTerms(owner, terms);
}

function nearest(words: Words, members: readonly Member[], from: number, sentence: number): Member | null {
  let best: Member | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const member of members) {
    if (
      member.name ||
      (member.kind !== 'anonymous' && member.kind !== 'unnamed-group' && member.kind !== 'spokesperson')
    )
      continue;
    for (const mention of member.mentions) {
      const far = Math.abs(mention.from - from);
      if (far < distance && Math.abs(words.sentenceOf[mention.from]! - sentence) <= 1)
        [best, distance] = [member, far];
    }
  }
  return best;
}
