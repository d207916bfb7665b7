import type { Source, Statement } from '../../domain/index.ts';
import { longestChain } from '../assemble.ts';

/** The sources of the statements around one, nearest first. */
export function sourcesAround(
  byId: ReadonlyMap<string, Statement>,
  { insideId }: Statement,
): { readonly sources: readonly Source[]; readonly ids: readonly string[] } {
  const sources: Source[] = [];
  const ids: string[] = [];
  for (let id = insideId; id !== null && ids.length < longestChain; ) {
    const outer = byId.get(id);
    if (!outer) break;
    ids.push(id);
    if (outer.source) sources.push(outer.source);
    id = outer.insideId;
  }
  return { sources, ids };
}

/**
 * The statements with one in another's place, and what is said inside it coming by way of its new source. Whom the outlet that
 * was its source cited is not cited by anybody else.
 */
export function withStatement(statements: readonly Statement[], corrected: Statement): Statement[] {
  const before = new Map(statements.map(statement => [statement.id, statement]));
  const after = new Map(before).set(corrected.id, corrected);
  return statements.map(statement => {
    const around = sourcesAround(before, statement);
    const isCorrected = statement.id === corrected.id;
    if (!isCorrected && !around.ids.includes(corrected.id)) return statement;
    const own = after.get(statement.id)!;
    const cited = statement.via.slice(0, Math.max(0, statement.via.length - around.sources.length));
    const isCited = !isCorrected || corrected.source?.kind === 'press';
    return { ...own, via: [...(isCited ? cited : []), ...sourcesAround(after, own).sources] };
  });
}
