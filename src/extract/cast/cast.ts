import type { TokenSpan } from '../../domain/index.ts';
import { fullestNames } from '../authority/names.ts';
import { readSourcePhrase } from '../authority/phrase.ts';
import type { SourcePhrase } from '../authority/source-phrase.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { giveAllBases } from './bases.ts';
import { ofPhrase } from './match.ts';
import type { Member } from './member.ts';
import { ofPronoun } from './pronouns.ts';
import { createReferents, ofReferent, type Referents } from './referents.ts';
import { addMember, addMention, type Register } from './register.ts';
import { giveAllTerms } from './terms.ts';

/** Who speaks in the article, and which of them each source phrase is. */
export type Cast = {
  readonly members: readonly Member[];
  readonly phraseOf: (source: TokenSpan) => SourcePhrase;
  /** Null where the source cannot be told: "he" with two men about. */
  readonly memberOf: (source: TokenSpan) => Member | null;
};

/** Works out who the sources are. `sources` are in the order of the text. Costs time linear in them. */
export function findCast(words: Words, vocabulary: Vocabulary, sources: readonly TokenSpan[]): Cast {
  const names = fullestNames(words, vocabulary);
  const register: Register = { words, vocabulary, names, members: [], mentions: [], byKey: new Map() };
  const referents = createReferents(words);
  const known = new Map<string, { readonly phrase: SourcePhrase; readonly member: number | null }>();
  for (const source of sources) {
    const key = keyOf(source);
    if (known.has(key)) continue;
    const phrase = readSourcePhrase(words, vocabulary, source);
    known.set(key, { phrase, member: place(register, referents, phrase) });
  }
  giveAllTerms(register);
  giveAllBases(register);
  return {
    members: register.members,
    phraseOf: source => known.get(keyOf(source))!.phrase,
    memberOf: source => register.members[known.get(keyOf(source))?.member ?? -1] ?? null,
  };
}

const keyOf = ({ from, to }: TokenSpan): string => `${from} ${to}`;

/** The member that a phrase is, made if there is none; null for a pronoun that cannot be told. */
function place(register: Register, referents: Referents, phrase: SourcePhrase): number | null {
  const found =
    ofReferent(register, referents, phrase) ??
    (phrase.pronoun ? ofPronoun(register, phrase) : ofPhrase(register, phrase));
  if (!found) return phrase.pronoun ? null : addMember(register, phrase).index;
  addMention(register, found, phrase);
  return found.index;
}
