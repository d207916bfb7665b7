import type { CharSpan, Entity, Source, Statement } from '../../domain/index.ts';

export const sourcesIn = (statements: readonly Statement[]): readonly Source[] =>
  statements.flatMap(({ source, via }) => (source ? [source, ...via] : via));

export const keyOf = ({ start, end }: CharSpan): string => `${start} ${end}`;

/**
 * The entities when other words are sources than before: each without the words that speak no more and with those that do now;
 * one that nothing speaks for any more is left out.
 */
export function withMentions(
  entities: readonly Entity[],
  before: readonly Statement[],
  after: readonly Statement[],
): Entity[] {
  const [spoke, speaks] = [before, after].map(
    statements => new Set(sourcesIn(statements).flatMap(({ spans }) => spans.map(keyOf))),
  );
  const sourcesOf = Map.groupBy(sourcesIn(after), ({ entityId }) => entityId);
  return entities.flatMap(entity => {
    const sources = sourcesOf.get(entity.id) ?? [];
    const stay = entity.mentions.filter(span => speaks!.has(keyOf(span)) || !spoke!.has(keyOf(span)));
    const all = [...stay, ...sources.flatMap(({ spans }) => spans)];
    const mentions = [...new Map(all.map(span => [keyOf(span), span])).values()].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    );
    if (mentions.length === 0) return [];
    const isThere = mentions.some(span => keyOf(span) === keyOf(entity.description));
    return [{ ...entity, mentions, description: isThere ? entity.description : longest(mentions) }];
  });
}

const longest = (spans: readonly CharSpan[]): CharSpan =>
  spans.reduce((best, span) => (span.end - span.start > best.end - best.start ? span : best));
