import type { CharSpan, Source, Statement } from '../domain/index.ts';
import type { AuditContext } from './context.ts';

/** An unnamed source where it first speaks, with all that it says in the article. */
export type AnonymousSource = { readonly source: Source; readonly statements: readonly Statement[] };

/** The sources that the outlet knows and does not name, each once, in the order in which they first speak. */
export function anonymousSources({ statements }: AuditContext): AnonymousSource[] {
  const spoken = statements.filter(isAnonymous);
  const groups = Map.groupBy(spoken, ({ source }) => source.entityId ?? source.spans[0]!.start);
  return [...groups.values()].map(group => ({ source: group[0]!.source, statements: group }));
}

type Spoken = Statement & { readonly source: Source };

const isAnonymous = (statement: Statement): statement is Spoken => statement.source?.kind === 'anonymous';

/** The words that describe a source, else those that stand for it. */
export const placeOf = ({ description, spans }: Source): CharSpan => description ?? spans[0]!;
