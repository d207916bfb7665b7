import type { Source, Stance, Statement } from '../domain/index.ts';
import type { AuditContext } from './context.ts';
import { type Description, describe, placeOf } from './description.ts';

/** Somebody who told the outlet something and goes unnamed, where they first speak, with all that they say. */
export type AnonymousSource = {
  readonly source: Source;
  readonly description: Description;
  readonly statements: readonly Spoken[];
};

export type Spoken = Statement & { readonly source: Source };

/** The lexicon that a rule on anonymous sources names. */
export const confidentialSources = 'confidential-sources';

/**
 * The sources that go unnamed though the outlet knows them, each once, in the order in which they first speak. Left out is
 * who speaks in public ("a judge ordered"), in a headline, in somebody else’s words, or is named soon after.
 */
export function anonymousSources(context: AuditContext): AnonymousSource[] {
  const known = cache.get(context);
  if (known) return known;
  const spoken = context.statements.filter(statement => isSpoken(context, statement)) as Spoken[];
  const groups = Map.groupBy(spoken, ({ source }) => source.entityId ?? source.spans[0]!.start);
  const sources = [...groups.values()].flatMap(statements => {
    const { source } = statements[0]!;
    const description = describe(context, source);
    return isConfidential(context, source, description) && !isNamedSoon(context, statements)
      ? [{ source, description, statements }]
      : [];
  });
  cache.set(context, sources);
  return sources;
}

/** Several rules ask for the sources of one article. */
const cache = new WeakMap<AuditContext, AnonymousSource[]>();

const informing: ReadonlySet<Stance> = new Set([
  'asserts',
  'confirms',
  'denies',
  'disputes',
  'alleges',
  'admits',
  'warns',
  'expects',
  'believes',
]);

const isSpoken = ({ paragraphAt }: AuditContext, { source, stance, insideId, negated }: Statement): boolean =>
  source !== null &&
  (source.kind === 'anonymous' || source.kind === 'unnamed-group') &&
  source.name === null &&
  informing.has(stance) &&
  insideId === null &&
  !negated &&
  paragraphAt(source.spans[0]!.start) >= 0;

function isConfidential(context: AuditContext, source: Source, { noun, isDefinite }: Description): boolean {
  if (source.anonymity?.terms || source.anonymity?.reason) return true;
  const place = placeOf(source);
  const when = context
    .phrases(confidentialSources, place)
    .find(({ tokens }) => context.lower[tokens.from] === noun)?.columns[0];
  if (isDefinite || when === undefined) return false;
  if (source.kind === 'unnamed-group') return /^(?:sources|insiders)$/.test(noun) || source.basis !== null;
  return when === 'always' || source.basis !== null;
}

/** "A top adviser said … . Ana Rao, the adviser, …": told only at the top, and the next paragraph’s source has a name. */
function isNamedSoon({ paragraphAt, statements }: AuditContext, spoken: readonly Spoken[]): boolean {
  const paragraphs = spoken.map(({ source }) => paragraphAt(source.spans[0]!.start));
  const last = Math.max(...paragraphs);
  if (last > 2 || spoken.some(({ source }) => source.basis || source.anonymity?.terms)) return false;
  const next = statements.find(
    ({ source, insideId }) => source && insideId === null && paragraphAt(source.spans[0]!.start) > last,
  );
  return next?.source?.kind === 'person' && paragraphAt(next.source.spans[0]!.start) === last + 1;
}
