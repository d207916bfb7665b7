import type { EntityKind, MentionKind, TokenSpan } from '../../domain/index.ts';
import type { ClauseRole } from './clauses.ts';
import type { Gender, Metonym, Pronoun } from './vocabulary.ts';

/** A mention while it is being worked out whom it means. All positions are tokens. */
export type Candidate = TokenSpan & {
  /** Its place in the list of all. */
  readonly index: number;
  readonly kind: MentionKind;
  /** A name without titles, else the noun or pronoun. */
  readonly head: TokenSpan;
  /** What stands with the name and is not part of it. */
  readonly role: TokenSpan | null;
  /** End of the phrase with what follows its noun: "a spokesman |for Mr. Trump|". */
  readonly far: number;
  readonly sentence: number;
  readonly clauseRole: ClauseRole;
  /** Candidates that possess it ("Iran's") and in which it stands; -1 for none. */
  readonly possessor: number;
  readonly inside: number;
  /** Null where the words do not tell. */
  readonly entityKind: EntityKind | null;
  readonly number: 'one' | 'several' | 'either';
  readonly gender: Gender | null;
  /** `given` for "the", "this", a possessor; `new` for "a", "two", and a plain plural. */
  readonly newness: 'given' | 'new';
  /** The name as it is compared; empty for others. */
  readonly key: string;
  /** The noun in lower case; empty for others. */
  readonly noun: string;
  readonly pronoun: Pronoun | null;
  readonly metonym: Metonym | null;
};
