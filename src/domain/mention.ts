import type { CharSpan } from './span.ts';

/**
 * How words refer: by a name ("Mr. Iravani", "Iran’s ambassador Amir Saeid Iravani"), by a people's adjective
 * ("Iranian"), by a noun ("the ambassador") or by a pronoun ("his", "who").
 */
export const mentionKinds = ['name', 'demonym', 'nominal', 'pronoun'] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** Words of the article that refer to somebody or something. No two mentions have the same span; they may be nested. */
export type Mention = CharSpan & {
  readonly kind: MentionKind;
  /** The name without titles, else the noun or pronoun on which the phrase turns. */
  readonly head: CharSpan;
  /** What stands with the name and is not part of it: "Mr.", "Iran’s U.N. ambassador"; null without. */
  readonly role: CharSpan | null;
  /** The member of `Doc.entities`; null where the article alone does not tell ("he" with two men about). */
  readonly entityId: string | null;
};

/**
 * What an entity is. A `state` is a country as one that acts and as a place; a `government` is a capital or seat that
 * stands for those who govern from it ("Tehran denied it"), and a capital where things happen ("in Tehran") is a `place`.
 */
export const entityKinds = ['person', 'organisation', 'state', 'government', 'place', 'other'] as const;
export type EntityKind = (typeof entityKinds)[number];

/** Somebody or something that the article mentions, whether or not it speaks (who speaks: `Reading.entities`). */
export type DocEntity = {
  /** Made from name or description; unique in its article. */
  readonly id: string;
  readonly kind: EntityKind;
  /** The fullest form anywhere in the article, without titles; null for one that has no name there. */
  readonly name: string | null;
  /** What the article says it is, in order: "Iran’s U.N. ambassador", "a U.S. official briefed on the meeting". */
  readonly roles: readonly CharSpan[];
  /** Null where nothing tells. */
  readonly number: 'one' | 'several' | null;
  /** By the article's pronouns and titles, else by the given name; null where nothing tells. */
  readonly gender: 'female' | 'male' | null;
  /** The state that it governs, or whose capital or body it is: Iran for "Tehran" and for "Iran’s foreign ministry". */
  readonly ofId: string | null;
  /** In order; not empty. */
  readonly mentions: readonly CharSpan[];
};
