import type {
  CastMember,
  Debt,
  Origin,
  OriginCount,
  OriginKind,
  Source,
  Statement,
} from '../../domain/index.ts';
import { overlaps } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import { partsOf } from '../claims/statements.ts';
import type { OutletKey } from '../lineage/outlets.ts';
import { outletsOf } from '../lineage/outlets.ts';
import type { Cast } from '../sources/cast.ts';

/** One who is found at the end of a path of copies and credits; `member` null: an account's own voice, or a source unknown. */
export type RestsOn = {
  readonly member: CastMember | null;
  readonly given: readonly Given[];
};

/** An account that rests on the source, and the words that give it: its own, or those of the account that it follows. */
export type Given = {
  readonly restingId: string;
  readonly account: Account;
  /** Null for an own voice. */
  readonly source: Source | null;
};

type Found = Given & { readonly member: CastMember | null };

export type OriginTracer = (claim: ClaimDraft) => RestsOn[];

/**
 * Follows a claim back. A press source that has an account of the same claim in the story stands for that account; so does,
 * in a copy, everything but sources on the record: an own voice, or an unnamed source, is then the copied account's.
 */
export function createOriginTracer(
  accounts: readonly Account[],
  debts: readonly Debt[],
  cast: Cast,
  outletKey: OutletKey,
): OriginTracer {
  const byId = new Map(accounts.map(account => [account.articleId, account]));
  const byOutlet = new Map(
    accounts
      .toReversed()
      .flatMap(account => outletsOf(account, outletKey).map(key => [key, account] as const)),
  );
  const creditors = (account: Account) => debts.filter(({ articleId }) => articleId === account.articleId);
  const copiedFrom = (account: Account): Account[] =>
    creditors(account)
      .filter(({ kind }) => kind === 'copy' || kind === 'rewrite' || kind === 'agency')
      .flatMap(({ toArticleId }) => byId.get(toArticleId ?? '') ?? []);
  const creditedBy = (account: Account): Account[] =>
    creditors(account).flatMap(({ toArticleId }) => byId.get(toArticleId ?? '') ?? []);

  /** The account of the outlet that is named as the source, or that the source has it from. */
  const accountNamed = (sources: readonly (Source | null)[]): Account | undefined =>
    sources.map(source => byOutlet.get(outletKey(source?.name ?? source?.text ?? ''))).find(each => each);
  const creditedIn = (account: Account, statement: Statement): Account | undefined =>
    creditors(account)

      .filter(
        ({ because, passage }) =>
          because === 'credit' && passage && partsOf(statement).some(part => overlaps(part, passage)),
      )
      .map(({ toArticleId }) => byId.get(toArticleId ?? ''))
      .find(each => each);

  return claim => {
    const found: Found[] = [];
    const tells = (account: Account | undefined): account is Account =>
      account !== undefined && claim.accounts.includes(account);

    const follow = (account: Account, teller: Account, seen: ReadonlySet<Account>): void => {
      const onwards = (to: Account) => follow(to, teller, new Set([...seen, to]));
      const isNew = (to: Account | undefined): to is Account => tells(to) && !seen.has(to);
      const original = copiedFrom(account).find(isNew);
      const statements = carriersOf(claim, account);
      for (const statement of statements) {
        const { source, via } = statement;
        const reported = accountNamed([source, ...via]) ?? creditedIn(account, statement);
        const last = via.at(-1) ?? source;
        const member = cast.memberOf(account, last?.entityId ?? null);
        if (isNew(reported)) onwards(reported);
        else if (original && !member?.named && mayComeFrom(last, carriersOf(claim, original)))
          onwards(original);
        else found.push({ member, restingId: teller.articleId, account, source: last });
      }
      if (statements.length > 0) return;
      const owed = original ?? creditedBy(account).find(isNew);
      if (owed) onwards(owed);
      else found.push({ member: null, restingId: teller.articleId, account, source: null });
    };
    for (const account of claim.accounts) follow(account, account, new Set([account]));
    return merged(found);
  };
}

/** "a source" may be the copied account's "official", "two officials" may not. */
const mayComeFrom = (source: Source | null, carriers: readonly Statement[]): boolean =>
  carriers.some(({ source: given, via }) => {
    const count = (via.at(-1) ?? given)?.count ?? null;
    return count === null || !source || source.count === null || source.count === count;
  });

/** The statements by which an account tells a claim. */
const carriersOf = (claim: ClaimDraft, account: Account): Statement[] =>
  claim.tellings.flatMap(({ unit }) => (unit.account === account ? unit.statements.slice(0, 1) : []));

function merged(found: readonly Found[]): RestsOn[] {
  const byMember = Map.groupBy(
    found,
    ({ member, account, source }) => member?.id ?? (source ? `unknown ${account.index}` : 'own voice'),
  );
  return [...byMember.values()].map(all => ({
    member: all[0]!.member,
    given: all.filter(
      ({ restingId }, index) => all.findIndex(each => each.restingId === restingId) === index,
    ),
  }));
}

const originKind = ({ member, given }: RestsOn): OriginKind => {
  if (member) return 'source';
  return given.some(({ source }) => source !== null) ? 'unresolved' : 'own-voice';
};

/** Sources, and accounts that tell it in their own voice where there is no source; an unresolved one may be any of them. */
export function countOf(rests: readonly RestsOn[]): OriginCount {
  const kinds = rests.map(originKind);
  const of = (kind: OriginKind) => kinds.filter(each => each === kind).length;
  const sources = of('source');
  if (sources + of('unresolved') > 0)
    return { least: Math.max(1, sources), most: sources + of('unresolved') };
  const voices = new Set(rests.flatMap(({ given }) => given.map(({ account }) => account)));
  return { least: 1, most: voices.size };
}

export const originOf = (rests: RestsOn): Origin => ({
  kind: originKind(rests),
  castId: rests.member?.id ?? null,
  articleIds: rests.given.map(({ restingId }) => restingId),
});
