import type { Credit, Debt, Overlap } from '../../domain/index.ts';
import { type Account, isLater, passageOf } from '../accounts.ts';
import { type OutletKey, outletsOf } from './outlets.ts';

export type DebtFinder = (accounts: readonly Account[], overlaps: readonly Overlap[]) => Debt[];

/** A later account with this share of its own wording from another is a rewrite of it. Set on reuse pairs. */
const rewriteShare = 0.25;

/** With this share it is a copy. */
const copyShare = 0.5;

const debtKinds: Readonly<Record<Credit['kind'], Debt['kind']>> = {
  'first-report': 'first-report',
  report: 'report',
  link: 'report',
  byline: 'agency',
  'agency-line': 'agency',
};

/** What accounts owe: what they credit, resolved to an account of the story where there is one, and what their wording shows. */
export function createDebtFinder(keyOf: OutletKey): DebtFinder {
  return (accounts, overlaps) => [
    ...accounts.flatMap(account => creditDebts(account, accounts, keyOf)),
    ...accounts.flatMap(account => rewriteDebt(account, accounts, overlaps)),
  ];
}

function creditDebts(account: Account, accounts: readonly Account[], keyOf: OutletKey): Debt[] {
  const own = outletsOf(account, keyOf);
  const seen = new Set<string>();
  return account.reading.credits.flatMap(({ outlet, kind, span }): Debt[] => {
    const key = keyOf(outlet);
    const once = `${debtKinds[kind]} ${key} ${kind === 'report' ? span?.start : ''}`;
    if (own.includes(key) || seen.has(once)) return [];
    seen.add(once);
    const owed = accounts.find(
      other => other !== account && outletsOf(other, keyOf).includes(key) && !isLater(other, account),
    );
    return [
      {
        articleId: account.articleId,
        toArticleId: owed?.articleId ?? null,
        toOutlet: owed?.reading.article.outlet ?? outlet,
        because: 'credit',
        kind: debtKinds[kind],
        directedBy: 'credit',
        passage: span && passageOf(account, span),
        traces: [],
      },
    ];
  });
}

/** The earlier account that has most of this one's wording, if that is enough to call this one a rewrite. */
function rewriteDebt(account: Account, accounts: readonly Account[], overlaps: readonly Overlap[]): Debt[] {
  const byId = new Map(accounts.map(other => [other.articleId, other]));
  const [best] = overlaps
    .filter(({ articleId, share }) => articleId === account.articleId && share >= rewriteShare)
    .filter(({ foundIn }) => isLater(account, byId.get(foundIn)!))
    .sort((a, b) => b.share - a.share);
  if (!best) return [];
  const other = byId.get(best.foundIn)!;
  const passage = best.passages.reduce((long, next) =>
    next.end - next.start > long.end - long.start ? next : long,
  );
  return [
    {
      articleId: account.articleId,
      toArticleId: other.articleId,
      toOutlet: other.reading.article.outlet ?? other.articleId,
      because: 'wording',
      kind: best.share >= copyShare ? 'copy' : 'rewrite',
      directedBy: 'time',
      passage,
      traces: [],
    },
  ];
}
