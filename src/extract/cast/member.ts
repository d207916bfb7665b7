import type { SourceKind, TokenSpan } from '../../domain/index.ts';
import type { Terms } from '../authority/anonymity.ts';
import type { SourcePhrase } from '../authority/source-phrase.ts';

/** Someone who speaks, with what any of the mentions tells, while the article is being read. */
export type Member = {
  readonly index: number;
  readonly kind: SourceKind;
  readonly name: TokenSpan | null;
  readonly role: string | null;
  readonly description: TokenSpan | null;
  readonly basis: TokenSpan | null;
  readonly terms: Terms | null;
  readonly count: number | null;
  /** Grows while the cast is worked out: the one thing here that does, since a copy for each mention would be too many. */
  readonly mentions: TokenSpan[];
};

export const newMember = (index: number, phrase: SourcePhrase, name: TokenSpan | null): Member => ({
  index,
  kind: phrase.kind,
  name,
  role: phrase.role,
  description: phrase.description,
  basis: phrase.basis,
  terms: null,
  count: phrase.count,
  mentions: [phrase],
});

/** What one more mention adds: nothing that is known is replaced, but "spokesperson" is more than "person". */
export const withMention = (member: Member, phrase: SourcePhrase): Member => ({
  ...member,
  kind: kindWith(member.kind, phrase.kind),
  count: member.count ?? (phrase.ofGroup ? null : phrase.count),
  name: longer(
    member.name,
    phrase.kind === member.kind || phrase.kind === 'spokesperson' ? phrase.name : null,
  ),
  description:
    phrase.refersBack || phrase.ofGroup ? member.description : longer(member.description, phrase.description),
  basis: member.basis ?? phrase.basis,
});

const kindWith = (known: SourceKind, mentioned: SourceKind): SourceKind =>
  (known === 'person' && mentioned === 'spokesperson') ||
  (known === 'unnamed-group' && mentioned === 'anonymous')
    ? mentioned
    : known;

/** Whoever goes unnamed on terms is anonymous, unless named after all. */
export const withTerms = (member: Member, terms: Terms): Member => ({
  ...member,
  kind: member.name === null ? 'anonymous' : member.kind,
  terms: member.terms ? joined(member.terms, terms) : terms,
});

const joined = (known: Terms, more: Terms): Terms =>
  known.terms === null
    ? { ...more, reason: known.reason }
    : { terms: known.terms, reason: known.reason ?? more.reason };

/** How somebody knows, where nothing was known of that. */
export const withBasis = (member: Member, basis: TokenSpan): Member => ({
  ...member,
  basis: member.basis ?? basis,
});

const longer = (a: TokenSpan | null, b: TokenSpan | null): TokenSpan | null =>
  a && b ? (b.to - b.from > a.to - a.from ? b : a) : (a ?? b);
