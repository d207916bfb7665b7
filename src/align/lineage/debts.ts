import type { Credit, Debt } from '../../domain/index.ts';
import { type Account, isLater, passageOf } from '../accounts.ts';
import type { Kinship } from './kinship.ts';
import type { OutletKey, OutletsOf } from './outlets.ts';

export type DebtFinder = (accounts: readonly Account[], kin: readonly Kinship[]) => Debt[];

/** With this share of either's prose it is a copy; with less a rewrite. */
const copyShare = 0.5;

const debtKinds: Readonly<Record<Credit['kind'], Debt['kind']>> = {
  'first-report': 'first-report',
  report: 'report',
  link: 'report',
  byline: 'agency',
  'agency-line': 'agency',
};

/** What accounts owe: what they credit, resolved to an account of the story where there is one, and what they took. */
export function createDebtFinder(keyOf: OutletKey, outletsOf: OutletsOf): DebtFinder {
  return (accounts, kin) => [
    ...accounts.flatMap(account => creditDebts(account, accounts, keyOf, outletsOf)),
    ...accounts.flatMap(account => takenDebt(account, kin)),
  ];
}

function creditDebts(
  account: Account,
  accounts: readonly Account[],
  keyOf: OutletKey,
  outletsOf: OutletsOf,
): Debt[] {
  const own = outletsOf(account);
  const seen = new Set<string>();
  return account.reading.credits.flatMap(({ outlet, kind, span }): Debt[] => {
    const key = keyOf(outlet);
    const once = `${debtKinds[kind]} ${key} ${kind === 'report' ? span?.start : ''}`;
    if (own.includes(key) || seen.has(once)) return [];
    seen.add(once);
    const owed = accounts.find(
      other => other !== account && outletsOf(other).includes(key) && !isLater(other, account),
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
        leftOut: [],
      },
    ];
  });
}

/** The one account from which this one took most: what it shares with others it mostly has through that. */
function takenDebt(account: Account, kin: readonly Kinship[]): Debt[] {
  const best = kin
    .filter(({ taker }) => taker === account)
    .reduce<Kinship | null>((most, next) => (most && weightOf(most) >= weightOf(next) ? most : next), null);
  if (!best) return [];
  const { giver, because, directedBy, share, traces } = best;
  const longest = traces.reduce((long, next) =>
    next.passage.end - next.passage.start > long.passage.end - long.passage.start ? next : long,
  );
  return [
    {
      articleId: account.articleId,
      toArticleId: giver.articleId,
      toOutlet: giver.reading.article.outlet ?? giver.articleId,
      because,
      kind: share >= copyShare ? 'copy' : 'rewrite',
      directedBy,
      passage: longest.passage,
      traces,
      leftOut: [],
    },
  ];
}

/** Wording outweighs the order of facts. */
const weightOf = ({ because, share, traces }: Kinship): number =>
  because === 'wording' ? 1 + share : traces.length / (1 + traces.length);
