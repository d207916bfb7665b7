import { nameParts } from '../authority/names.ts';
import type { SourcePhrase } from '../authority/source-phrase.ts';
import type { Words } from '../words/words.ts';
import type { Member } from './member.ts';
import {
  agree,
  blockOf,
  bodyNameOf,
  fullestName,
  latest,
  nameKey,
  type Register,
  roleKey,
  singular,
  wordingKey,
  wordingOf,
} from './register.ts';

const isPerson = (kind: string): boolean => kind === 'person' || kind === 'spokesperson';

/** The member that a phrase with a noun or a name in it means; null where it is somebody new. */
export function ofPhrase(register: Register, phrase: SourcePhrase): Member | null {
  const { words, vocabulary } = register;
  if (phrase.name && isPerson(phrase.kind)) {
    const parts = nameParts(words, vocabulary, fullestName(register, phrase)!);
    return latest(
      register,
      nameKey(parts.at(-1) ?? ''),
      ({ kind, name, count }) =>
        name !== null &&
        isPerson(kind) &&
        count === phrase.count &&
        agree(nameParts(words, vocabulary, name), parts),
    );
  }
  if (phrase.refersBack)
    return phrase.role === null
      ? null
      : latest(register, roleKey(phrase.role), member => isMeant(words, member, phrase));
  const inTitle = ofTitle(register, phrase);
  if (inTitle) return inTitle;
  if (phrase.kind === 'anonymous' || phrase.kind === 'unknown') return null;
  return latest(
    register,
    wordingKey(phrase.kind, wordingOf(words, bodyNameOf(phrase) ?? phrase)),
    ({ kind }) => kind === phrase.kind,
  );
}

/** Members of the headline come first. */
function ofTitle({ words, members }: Register, phrase: SourcePhrase): Member | null {
  for (const member of members) {
    if (words.doc.article.blocks[blockOf(words, member.mentions[0]!.from)]!.kind !== 'title') return null;
    if (isTitled(words, member, phrase)) return member;
  }
  return null;
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
  const said = wordingOf(words, phrase).split(' ');
  return wordingOf(words, first)
    .split(' ')
    .every(word => said.includes(word));
}

/** "the official" is the last one called so, in the same number. */
export function isMeant(
  words: Words,
  { role, kind, count, description }: Member,
  phrase: SourcePhrase,
): boolean {
  if (!phrase.role) return false;
  const noun = singular(phrase.role);
  if (phrase.kind === 'person' || phrase.kind === 'spokesperson')
    return (
      (kind === 'person' || kind === 'spokesperson' || (kind === 'anonymous' && count === 1)) &&
      (role === phrase.role ||
        (description !== null && words.lower.slice(description.from, description.to).includes(noun)))
    );
  if (phrase.kind === 'anonymous' || phrase.kind === 'unnamed-group' || phrase.kind === 'unknown')
    return (
      role !== null &&
      singular(role) === noun &&
      (phrase.count === count ||
        phrase.count === null ||
        (phrase.ofGroup && (count === null || phrase.count < count)))
    );
  return kind === phrase.kind;
}
