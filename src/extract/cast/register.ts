import type { TokenSpan } from '../../domain/index.ts';
import type { NameRun } from '../authority/names.ts';
import { nameParts } from '../authority/names.ts';
import type { SourcePhrase } from '../authority/source-phrase.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { type Member, newMember, withMention } from './member.ts';

/** The cast while it is being worked out, with the ways to find a member again. */
export type Register = {
  readonly words: Words;
  readonly vocabulary: Vocabulary;
  /** By the last word of a name, in lower case. */
  readonly names: ReadonlyMap<string, NameRun>;
  readonly members: Member[];
  /** Mentions in the order in which they were met, with the index of their member. */
  readonly mentions: (TokenSpan & { readonly member: number })[];
  /** Indices of members by what they are called; the last is the latest. */
  readonly byKey: Map<string, number[]>;
};

/** How many members of one key are looked at: those before are too long ago. */
const reach = 40;

export const nameKey = (last: string): string => `name ${last}`;
export const roleKey = (role: string): string => `role ${singular(role)}`;
export const wordingKey = (kind: string, wording: string): string => `wording ${kind} ${wording}`;

/** The latest member under a key that passes a test. */
export function latest(
  { members, byKey }: Register,
  key: string,
  test: (member: Member) => boolean,
): Member | null {
  const indices = byKey.get(key) ?? [];
  for (let at = indices.length - 1; at >= Math.max(0, indices.length - reach); at--) {
    const member = members[indices[at]!]!;
    if (test(member)) return member;
  }
  return null;
}

/** Adds a member for a phrase. */
export function addMember(register: Register, phrase: SourcePhrase): Member {
  const member = newMember(register.members.length, phrase, fullestName(register, phrase));
  register.members.push(member);
  enter(register, member, phrase);
  return member;
}

/** Adds a mention to a member. */
export function addMention(register: Register, { index }: Member, phrase: SourcePhrase): void {
  register.members[index] = withMention(register.members[index]!, phrase);
  register.members[index].mentions.push(phrase);
  enter(register, register.members[index]!, phrase);
}

function enter(register: Register, { index, kind, name }: Member, phrase: SourcePhrase): void {
  const { words, mentions, byKey } = register;
  mentions.push({ from: phrase.from, to: phrase.to, member: index });
  const keys = [wordingKey(kind, wordingOf(words, bodyNameOf(phrase) ?? phrase))];
  if (name) keys.push(nameKey(words.lower[name.to - 1]!));
  if (phrase.role) keys.push(roleKey(phrase.role));
  if (phrase.description && (kind === 'person' || kind === 'spokesperson'))
    for (let at = phrase.description.from; at < phrase.description.to; at++)
      keys.push(roleKey(words.lower[at]!));
  for (const key of new Set(keys)) {
    const indices = byKey.get(key);
    if (!indices) byKey.set(key, [index]);
    else if (indices.at(-1) !== index) indices.push(index);
  }
}

/** What a body is called without what is said of it: "Meridian News|, citing an aide|". People have keys of their own. */
export const bodyNameOf = ({ kind, name }: SourcePhrase): TokenSpan | null =>
  kind === 'press' || kind === 'organisation' || kind === 'government' ? name : null;

/** "Rao" is "Ana Rao" where the article says so anywhere. */
export function fullestName(
  { words, vocabulary, names }: Register,
  { kind, name, count }: SourcePhrase,
): TokenSpan | null {
  if (!name || count === 2 || (kind !== 'person' && kind !== 'spokesperson')) return name;
  const full = names.get(words.lower[name.to - 1]!);
  return full && agree(nameParts(words, vocabulary, full), nameParts(words, vocabulary, name)) ? full : name;
}

/** One name's words are all in the other, and the last is the same. */
export const agree = (a: readonly string[], b: readonly string[]): boolean =>
  a.at(-1) === b.at(-1) && (a.every(word => b.includes(word)) || b.every(word => a.includes(word)));

export const singular = (role: string): string =>
  role
    .replace(/men$/, 'man')
    .replace(/people$/, 'person')
    .replace(/s$/, '');

/** Words without articles, case and stops: "Iran's U.N. mission" and "the Iran's UN mission" are one. */
export const wordingOf = (words: Words, { from, to }: TokenSpan): string =>
  words.lower
    .slice(from, to)
    .filter(word => !/^(?:the|a|an)$/.test(word))
    .join(' ')
    .replaceAll('.', '');

export const blockOf = (words: Words, token: number): number =>
  words.doc.sentences[words.sentenceOf[token]!]!.block;
