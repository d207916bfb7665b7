import type { Claim, Merge, Statement } from '../../domain/index.ts';
import type { Line } from '../page.ts';
import { line, quiet, wordsOf } from '../page.ts';
import { fullestSource, sourceLine, sourceParts } from '../source.ts';
import type { Lookup } from './lookup.ts';

/** What one speaker says in one account to a claim. */
type Teller = {
  readonly articleId: string;
  readonly speaker: string;
  readonly statements: readonly Statement[];
};

/**
 * Who says it, with what authority: one line for each speaker, and one more for each account that names or describes the
 * same speaker otherwise, or copies from another.
 */
export function tellerLines(lookup: Lookup, claim: Claim): readonly Line[] {
  const bySpeaker = Map.groupBy(tellersOf(lookup, claim), ({ speaker }) => speaker);
  return [...bySpeaker.values()].flatMap(tellers => {
    const lines = tellers.map(teller => ({
      ...teller,
      who: whoLine(lookup, teller.articleId, teller.statements),
    }));
    return [...Map.groupBy(lines, ({ who }) => wordsOf(who)).values()].map(same => {
      const accounts = lookup.accounts(same.map(({ articleId }) => articleId));
      return line`${accounts}\u00a0${same[0]!.who}${copiesOf(lookup, claim, same)}`;
    });
  });
}

function tellersOf(lookup: Lookup, { tellings }: Claim): readonly Teller[] {
  return [...Map.groupBy(tellings, ({ articleId }) => articleId)].flatMap(([articleId, own]) => {
    const statements = lookup.statements(
      articleId,
      own.flatMap(({ statementIds }) => statementIds),
    );
    const sourced = statements.filter(({ source }) => source !== null);
    const bySpeaker = Map.groupBy(sourced.length > 0 ? sourced : statements.slice(0, 1), ({ id, source }) => {
      const entityId = source?.entityId ?? null;
      return lookup.castOf(articleId, entityId)?.id ?? `${articleId} ${entityId ?? id}`;
    });
    return [...bySpeaker].map(([speaker, said]) => ({ articleId, speaker, statements: said }));
  });
}

/** "; copied from [2]": from whom the accounts have the claim, where they are copies of another account in it. */
function copiesOf(lookup: Lookup, { merges }: Claim, tellers: readonly Teller[]): Line {
  const articleIds = new Set(tellers.map(({ articleId }) => articleId));
  const copies = merges.filter(
    ({ because, from, into }) =>
      because === 'copy' && articleIds.has(from.articleId) && from.articleId !== into.articleId,
  );
  if (copies.length === 0) return [];
  const takers = new Set(copies.map(({ from }) => from.articleId));
  const by = takers.size === articleIds.size ? [] : line` by ${lookup.accounts([...takers])}`;
  const from = lookup.accounts(copies.map(({ into }) => into.articleId));
  return copies.some(each => isUndirected(lookup, each))
    ? line`; copied${by} from ${from}, or the other way round`
    : line`; copied${by} from ${from}`;
}

/** Whether nothing tells which of the two accounts had it first. */
const isUndirected = ({ story }: Lookup, { from, into }: Merge): boolean =>
  story.lineage.debts.some(
    ({ articleId, toArticleId, directedBy }) =>
      directedBy === 'unknown' &&
      [from.articleId, into.articleId].every(id => id === articleId || id === toArticleId),
  );

/** Who makes the statements, which have one speaker, and from whom they have it. */
export function whoLine(lookup: Lookup, articleId: string, statements: readonly Statement[]): Line {
  const view = lookup.account(articleId);
  const source = fullestSource(statements, view);
  if (!source) return [quiet('speaker not given')];
  const via = (statements.find(each => each.via.length > 0)?.via ?? []).filter(
    ({ entityId }) => entityId === null || entityId !== source.entityId,
  );
  const from = via.map(each => line`; has it from ${sourceParts(each, view).who}`);
  return [...sourceLine(source, view), ...from.flat()];
}
