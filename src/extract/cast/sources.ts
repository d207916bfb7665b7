import type { Entity, Source, TokenSpan } from '../../domain/index.ts';
import { createIds } from '../identity.ts';
import { charSpan, textAt } from '../words/spans.ts';
import type { Words } from '../words/words.ts';
import type { Cast } from './cast.ts';
import type { Member } from './member.ts';

/** The article's cast as it is stored, and the maker of the sources that point to it. */
export type Sources = {
  readonly entities: readonly Entity[];
  readonly sourceOf: (span: TokenSpan) => Source;
};

/** Every source carries what is known of its member from any mention. */
export function createSources(words: Words, cast: Cast): Sources {
  const idOf = createIds('e');
  const entities = cast.members.map(member => entityOf(words, member, idOf));
  return { entities, sourceOf: span => sourceOf(words, cast, span, entities) };
}

function entityOf(words: Words, member: Member, idOf: ReturnType<typeof createIds>): Entity {
  const mentions = [...member.mentions]
    .sort((a, b) => a.from - b.from)
    .map(mention => charSpan(words, mention));
  const fullest = mentions.reduce((best, mention) =>
    mention.end - mention.start > best.end - best.start ? mention : best,
  );
  return {
    id: idOf(member.kind, mentions[0]!.start, mentions[0]!.end),
    kind: member.kind,
    name: member.name && textAt(words, member.name),
    description: fullest,
    mentions,
  };
}

function sourceOf(words: Words, cast: Cast, span: TokenSpan, entities: readonly Entity[]): Source {
  const phrase = cast.phraseOf(span);
  const member = cast.memberOf(span);
  const { kind, description, basis } = member ?? phrase;
  return {
    spans: [charSpan(words, span)],
    text: textAt(words, span),
    entityId: member ? entities[member.index]!.id : null,
    name: member?.name ? textAt(words, member.name) : null,
    kind,
    description: description && charSpan(words, description),
    basis: basis && charSpan(words, basis),
    anonymity: kind === 'anonymous' ? anonymityOf(words, member) : null,
    count: phrase.count ?? member?.count ?? null,
  };
}

const anonymityOf = (words: Words, member: Member | null): Source['anonymity'] => ({
  terms: member?.terms?.terms ? charSpan(words, member.terms.terms) : null,
  reason: member?.terms?.reason ? charSpan(words, member.terms.reason) : null,
});
