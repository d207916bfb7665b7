import type { CastMember, Debt, Merge, Passage, Source, Statement } from '../../domain/index.ts';
import { overlaps } from '../../domain/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import { partsOf } from '../claims/statements.ts';
import type { OutletKey, OutletsOf } from '../lineage/outlets.ts';
import type { Cast } from '../sources/cast.ts';

/** The end of one path of copies and credits: an account that rests on a source, and the account whose words give it. */
export type Found = {
  readonly member: CastMember | null;
  readonly restingId: string;
  readonly account: Account;
  /** Null for an own voice. */
  readonly source: Source | null;
};

/** Where a claim's paths end, and the steps on the way. */
export type Trace = { readonly found: readonly Found[]; readonly steps: readonly Merge[] };

export type Tracer = (claim: ClaimDraft) => Trace;

/** The statements by which an account tells a claim. */
const carriersOf = (claim: ClaimDraft, account: Account): Statement[] =>
  claim.tellings.flatMap(({ unit }) => (unit.account === account ? unit.statements.slice(0, 1) : []));

/** The words that give a claim in an account: those for the source, else the telling. */
export const givingWords = (claim: ClaimDraft, account: Account, source: Source | null): Passage => {
  const telling = claim.tellings.find(({ unit }) => unit.account === account)!.unit.span;
  return passageOf(account, source?.spans[0] ?? telling);
};

/**
 * Where nothing tells which of two rewrites came first, an unnamed source may be the other's, and an own voice the other's own
 * voice; but no own voice rests on the other's source.
 */
const mayFollow = ({ kind, directedBy, toArticleId }: Debt, claim: ClaimDraft, account: Account): boolean => {
  if (kind !== 'rewrite' || directedBy !== 'unknown' || carriersOf(claim, account).length > 0) return true;
  const giver = claim.accounts.find(({ articleId }) => articleId === toArticleId);
  return giver !== undefined && carriersOf(claim, giver).length === 0;
};

/** "a source" may be the copied account's "official", "two officials" may not. */
const mayComeFrom = (source: Source | null, carriers: readonly Statement[]): boolean =>
  carriers.some(({ source: given, via }) => {
    const count = (via.at(-1) ?? given)?.count ?? null;
    return count === null || !source || source.count === null || source.count === count;
  });

const isCopy = ({ kind }: Debt): boolean => kind === 'copy' || kind === 'rewrite' || kind === 'agency';

/**
 * Follows a claim back. A press source that has an account of the same claim in the story stands for that account; so does,
 * in a copy, everything but sources on the record: an own voice, or an unnamed source, is then the copied account's. Who
 * reported it first is no source of an account that has one of its own.
 */
export function createTracer(
  accounts: readonly Account[],
  debts: readonly Debt[],
  cast: Cast,
  outletKey: OutletKey,
  outletsOf: OutletsOf,
): Tracer {
  const byId = new Map(accounts.map(account => [account.articleId, account]));
  const byOutlet = new Map(
    accounts.toReversed().flatMap(account => outletsOf(account).map(key => [key, account] as const)),
  );
  const owed = Map.groupBy(debts, ({ articleId }) => articleId);
  const debtsOf = (account: Account): readonly Debt[] => owed.get(account.articleId) ?? [];
  const creditorOf = ({ toArticleId }: Debt): Account | undefined => byId.get(toArticleId ?? '');

  /** The account of the outlet that is named as the source, or that the source has it from. */
  const accountNamed = (sources: readonly (Source | null)[]): Account | undefined =>
    sources.map(source => byOutlet.get(outletKey(source?.name ?? source?.text ?? ''))).find(each => each);
  const creditsIn = (account: Account, statement: Statement): Debt[] =>
    debtsOf(account).filter(
      ({ because, passage }) =>
        because === 'credit' && passage && partsOf(statement).some(part => overlaps(part, passage)),
    );
  const isFirstReport = (account: Account, statement: Statement): boolean => {
    const { source } = statement;
    const names = (outlet: string) => outletKey(source?.name ?? source?.text ?? '') === outletKey(outlet);
    return creditsIn(account, statement).some(
      ({ kind, toOutlet }) => kind === 'first-report' && (source?.kind === 'press' || names(toOutlet)),
    );
  };
  const creditedIn = (account: Account, statement: Statement): Account | undefined =>
    creditsIn(account, statement)
      .filter(({ kind }) => kind !== 'first-report' || statement.source === null)
      .map(creditorOf)
      .find(each => each);

  /** Without those that only say who was first, where others give a source. */
  const givenBy = (claim: ClaimDraft, account: Account): Statement[] => {
    const all = carriersOf(claim, account);
    const own = all.filter(statement => !isFirstReport(account, statement));
    return own.some(({ source }) => source !== null) ? own : all;
  };

  const membersOf = (claim: ClaimDraft, account: Account): (CastMember | null)[] =>
    carriersOf(claim, account).map(({ source, via }) => cast.memberOf(account, via.at(-1) ?? source));

  return claim => {
    const found: Found[] = [];
    const steps: Merge[] = [];
    const tells = (account: Account | undefined): account is Account =>
      account !== undefined && claim.accounts.includes(account);
    const take = (because: 'credit' | 'copy', certain: boolean, from: Passage, into: Account): void => {
      const source = givenBy(claim, into)[0]?.source ?? null;
      steps.push({ because, certain, from, into: givingWords(claim, into, source) });
    };

    const follow = (account: Account, teller: Account, seen: ReadonlySet<Account>): void => {
      const onwards = (to: Account) => follow(to, teller, new Set([...seen, to]));
      const isNew = (to: Account | undefined): to is Account => tells(to) && !seen.has(to);
      const copy = debtsOf(account).find(
        debt => isCopy(debt) && isNew(creditorOf(debt)) && mayFollow(debt, claim, account),
      );
      const original = copy && creditorOf(copy);
      const statements = givenBy(claim, account);
      for (const statement of statements) {
        const { source, via } = statement;
        const reported = accountNamed([source, ...via]) ?? creditedIn(account, statement);
        const last = via.at(-1) ?? source;
        const member = cast.memberOf(account, last);
        const words = givingWords(claim, account, last);
        if (isNew(reported)) {
          take('credit', true, words, reported);
          onwards(reported);
        } else if (copy && original && !member?.named && mayComeFrom(last, carriersOf(claim, original))) {
          const isSame = member !== null && membersOf(claim, original).includes(member);
          take('copy', isSame || copy.kind !== 'rewrite', words, original);
          onwards(original);
        } else found.push({ member, restingId: teller.articleId, account, source: last });
      }
      if (statements.length > 0) return;
      const credit = debtsOf(account).find(debt => !isCopy(debt) && isNew(creditorOf(debt)));
      const debt = copy ?? credit;
      const to = debt && creditorOf(debt);
      if (debt && to) {
        const words = givingWords(claim, account, null);
        take(debt === copy ? 'copy' : 'credit', debt.kind !== 'rewrite', words, to);
        onwards(to);
      } else found.push({ member: null, restingId: teller.articleId, account, source: null });
    };
    for (const account of claim.accounts) follow(account, account, new Set([account]));
    return { found, steps: distinctMerges(steps) };
  };
}

/** Each step once: several accounts may come by the same way. */
export const distinctMerges = (merges: readonly Merge[]): Merge[] => [
  ...new Map(
    merges.map(merge => {
      const { because, from, into } = merge;
      return [
        `${because} ${from.articleId} ${from.start} ${from.end} ${into.articleId} ${into.start}`,
        merge,
      ] as const;
    }),
  ).values(),
];
