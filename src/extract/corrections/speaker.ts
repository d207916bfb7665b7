import {
  type CharSpan,
  covers,
  type Doc,
  type Entity,
  overlaps,
  type Reading,
  type Source,
  type SourceKind,
  type TokenSpan,
  textOf,
} from '../../domain/index.ts';
import { findCast } from '../cast/cast.ts';
import { createSources } from '../cast/sources.ts';
import { createIds } from '../identity.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { charSpan } from '../words/spans.ts';
import type { Words } from '../words/words.ts';
import { keyOf, sourcesIn } from './entities.ts';

/**
 * Who speaks, and which entity that is: one of the reading's, as it is now known, or a new one; null for a pronoun, or a
 * thing, that may be anybody.
 */
export type Speaker = { readonly source: Source; readonly entity: Entity | null };

/**
 * Reads a speaker's words, as of the kind that is given unless that is `unknown`. It is the entity that has these words for a mention, else the one that the extractor
 * would take them for, else one of that kind of which a mention overlaps them; nobody with a name is one who goes unnamed.
 * Null where no word stands there.
 */
export function speakerAt(
  words: Words,
  vocabulary: Vocabulary,
  reading: Reading,
  span: CharSpan,
  given: SourceKind,
): Speaker | null {
  const own = tokensAt(words.doc, span);
  if (!own) return null;
  const known = sourcesIn(reading.statements);
  const spoken = known.flatMap(({ spans }) => spans.flatMap(each => tokensAt(words.doc, each) ?? []));
  const cast = findCast(
    words,
    vocabulary,
    [...spoken, own].sort((a, b) => a.from - b.from),
  );
  const alike = cast.memberOf(own)?.mentions.map(each => charSpan(words, each)) ?? [];
  const mentioning = (test: (mention: CharSpan, entity: Entity) => boolean): Entity | undefined =>
    reading.entities.find(
      entity =>
        !(isUnnamed(given) && entity.name !== null) && entity.mentions.some(mention => test(mention, entity)),
    );
  const found =
    mentioning(mention => keyOf(mention) === keyOf(span)) ??
    mentioning(mention => alike.some(each => keyOf(each) === keyOf(mention))) ??
    mentioning((mention, { kind }) => kind === given && overlaps(mention, span));
  const read =
    known.find(({ entityId }) => found && entityId === found.id) ?? createSources(words, cast).sourceOf(own);
  const kind = given === 'unknown' ? (found?.kind ?? read.kind) : given;
  const name = found ? found.name : isUnnamed(kind) ? null : (read.name ?? nameAt(words.doc, span));
  const isNobody = !found && kind === 'unknown';
  const entity = found ? { ...found, kind } : isNobody ? null : newEntity(reading, kind, name, span);
  const text = textOf(reading.article.text, span);
  const source = { ...read, spans: [span], text, entityId: entity?.id ?? null, name };
  return { entity, source: asKind(source, kind) };
}

const isUnnamed = (kind: SourceKind): boolean => kind === 'anonymous' || kind === 'unnamed-group';

/** The source as one of another kind: only anonymous ones go unnamed on terms. */
export const asKind = (source: Source, kind: SourceKind): Source => ({
  ...source,
  kind,
  anonymity: kind === 'anonymous' ? (source.anonymity ?? { terms: null, reason: null }) : null,
});

/** "Ms Rao": the fullest name of whom the words name, if they are wholly a name. */
function nameAt({ article, mentions, entities }: Doc, span: CharSpan): string | null {
  const mention = mentions.find(each => each.kind === 'name' && covers(each, span));
  if (!mention) return null;
  return entities.find(({ id }) => id === mention.entityId)?.name ?? textOf(article.text, mention.head);
}

function newEntity({ entities }: Reading, kind: SourceKind, name: string | null, span: CharSpan): Entity {
  const idOf = createIds('e');
  const isTaken = (id: string): boolean => entities.some(entity => entity.id === id);
  let id = idOf(kind, span.start, span.end);
  while (isTaken(id)) id = idOf(kind, span.start, span.end);
  return { id, kind, name, description: span, mentions: [span] };
}

/** The tokens that a span touches; null where it is all white space. */
function tokensAt({ tokens }: Doc, span: CharSpan): TokenSpan | null {
  const from = tokens.findIndex(token => overlaps(token, span));
  if (from < 0) return null;
  let to = from + 1;
  while (to < tokens.length && overlaps(tokens[to]!, span)) to++;
  return { from, to };
}
