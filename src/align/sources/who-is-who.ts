import type { CharSpan, DocEntity, Source } from '../../domain/index.ts';
import { overlaps, textOf } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';

/** What an account's doc knows of the people and bodies that its reading names as sources. */
export type WhoIsWho = {
  /** The member of `Doc.entities` whose mention the words are, mostly; null for none. */
  readonly entityAt: (span: CharSpan) => DocEntity | null;
  /** The member of `Reading.entities` that the source is; where the reading does not tell ("he"), by the doc. */
  readonly readingIdOf: (source: Source) => string | null;
  /** The state for which an entity stands: itself, or the one whose government or body it is. */
  readonly stateOf: (entity: DocEntity) => DocEntity | null;
};

/** So much of two spans together is in both, or they are not the same words. */
const sameWords = 0.5;

const likeness = (a: CharSpan, b: CharSpan): number =>
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start));

export function whoIsWho({ doc, given: { entities } }: Account): WhoIsWho {
  const byId = new Map(doc.entities.map(entity => [entity.id, entity]));
  const entityAt = (span: CharSpan): DocEntity | null => {
    let best: { readonly entityId: string; readonly like: number } | null = null;
    for (const mention of doc.mentions) {
      if (mention.entityId === null || !overlaps(mention, span)) continue;
      const like = likeness(mention, span);
      if (like >= sameWords && like > (best?.like ?? 0)) best = { entityId: mention.entityId, like };
    }
    return best ? (byId.get(best.entityId) ?? null) : null;
  };
  const readingIds = new Map(
    entities.flatMap(({ id, kind, mentions, description }) => {
      if (kind === 'unknown') return [];
      const known = [description, ...mentions].flatMap(span => entityAt(span) ?? []);
      return known.map(entity => [entity.id, id] as const);
    }),
  );
  return {
    entityAt,
    readingIdOf: ({ entityId, spans }) => entityId ?? readingIds.get(entityAt(spans[0]!)?.id ?? '') ?? null,
    stateOf: entity => (entity.kind === 'state' ? entity : (byId.get(entity.ofId ?? '') ?? null)),
  };
}

/** What an entity is most often called by name: "Iran" rather than "the Islamic Republic". */
export function usualName({ doc: { mentions }, text }: Account, { id, name }: DocEntity): string | null {
  const names = mentions.filter(({ entityId, kind }) => entityId === id && kind === 'name');
  const byText = Map.groupBy(names, ({ head }) => textOf(text, head));
  const [usual] = [...byText].sort(([, a], [, b]) => b.length - a.length);
  return usual?.[0] ?? name;
}
