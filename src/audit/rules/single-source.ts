import type { Source, Stance, Statement } from '../../domain/index.ts';
import type { AuditContext } from '../context.ts';
import type { Rule } from '../rule.ts';

/** All that the article gives with a source comes from one: "the company said … . It added … ." */
export const rule: Rule = {
  id: 'single-source',
  check: (context, { leastStatements }) => {
    const told = context.statements.filter(statement => isTold(context, statement)) as Told[];
    const [first] = told;
    if (!first || told.length < Number(leastStatements)) return [];
    const others = told.filter(({ source }) => source.entityId !== first.source.entityId);
    if (first.source.entityId === null || others.some(({ source }) => isSomebodyElse(source))) return [];
    return [{ span: first.source.spans[0]!, facts: { count: told.length } }];
  },
};

type Told = Statement & { readonly source: Source };

/** Who does not answer adds nothing. */
const empty: ReadonlySet<Stance> = new Set([
  'declines-to-comment',
  'did-not-respond',
  'could-not-be-reached',
]);

const isTold = ({ paragraphAt }: AuditContext, { source, insideId, stance, content }: Statement): boolean =>
  source !== null &&
  insideId === null &&
  !empty.has(stance) &&
  content.length > 0 &&
  paragraphAt(source.spans[0]!.start) >= 0;

/** "he", unresolved, may be the one source again. */
const isSomebodyElse = ({ kind, entityId }: Source): boolean => kind !== 'unknown' || entityId !== null;
