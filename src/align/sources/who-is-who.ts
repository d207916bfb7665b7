import type { CharSpan, DocEntity, MentionKind, Source } from '../../domain/index.ts';
import { overlaps, textOf } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import type { Account } from '../accounts.ts';

/** What an account's doc knows of the people and bodies that its reading names as sources. */
export type WhoIsWho = {
  /** The member of `Doc.entities` whose mention the words are, mostly; null for none. */
  readonly entityAt: (span: CharSpan) => DocEntity | null;
  /** The member of `Reading.entities` that the source is; where the reading does not tell ("he"), by the doc. */
  readonly readingIdOf: (source: Source) => string | null;
  /** What the state is called for which an entity stands: itself, or the one whose government or body it is. */
  readonly stateOf: (entity: DocEntity) => string | null;
};

/** So much of two spans together is in both, or they are not the same words. */
const sameWords = 0.5;

const likeness = (a: CharSpan, b: CharSpan): number =>
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start));

/** What a state is called by a name or a people: "Tehran", "Iranian" and "the Islamic Republic" are "Iran"; null for others. */
export type StateNames = (words: string) => string | null;

export function createStateNames(): StateNames {
  const metonyms = new Map(loadLexicon('metonyms').map(([name = '', , state = '']) => [name, state]));
  const peoples = new Map(loadLexicon('demonyms').map(([people = '', country = '']) => [people, country]));
  return words => metonyms.get(words.toLowerCase()) ?? peoples.get(words) ?? null;
}

export function whoIsWho({ doc, text, given: { entities } }: Account, stateNames: StateNames): WhoIsWho {
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
  /** What it is most often called, by name before by people: "Iran" rather than "the Islamic Republic". */
  const nameOf = ({ id, name }: DocEntity): string | null => {
    const called = doc.mentions.filter(({ entityId }) => entityId === id);
    const usual = (kind: MentionKind) =>
      mostFrequent(called.filter(each => each.kind === kind).map(({ head }) => textOf(text, head)));
    const own = usual('name') ?? usual('demonym') ?? name;
    return own && (stateNames(own) ?? own);
  };
  return {
    entityAt,
    readingIdOf: ({ entityId, spans }) => entityId ?? readingIds.get(entityAt(spans[0]!)?.id ?? '') ?? null,
    stateOf: entity => {
      if (entity.kind === 'state') return nameOf(entity);
      const state = byId.get(entity.ofId ?? '');
      return stateNames(entity.name ?? '') ?? (state ? nameOf(state) : null);
    },
  };
}

function mostFrequent(words: readonly string[]): string | null {
  const [usual] = [...Map.groupBy(words, word => word).values()].sort((a, b) => b.length - a.length);
  return usual?.[0] ?? null;
}
