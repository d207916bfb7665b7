import type { DebtReason, Direction, Trace } from '../../domain/index.ts';
import { overlaps } from '../../domain/index.ts';
import { type Account, isLater, placesOf } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import type { Reuse } from '../wording/overlaps.ts';
import type { Credits } from '../wording/public-words.ts';
import { type SharedFacts, sharedFacts, toldBy } from './order-of-facts.ts';

/** One account took from another; where the direction is unknown, the taker is the one that stands later in the story. */
export type Kinship = {
  readonly taker: Account;
  readonly giver: Account;
  readonly because: Exclude<DebtReason, 'credit'>;
  readonly directedBy: Direction;
  /** Of the taker's prose, or of the giver's where that is more: 0 to 1. */
  readonly share: number;
  readonly traces: readonly Trace[];
};

export type KinshipFinder = (
  accounts: readonly Account[],
  claims: readonly ClaimDraft[],
  reuse: readonly Reuse[],
) => Kinship[];

/** From this share of either's prose on, and so many words, wording is taken and not come by. Set on reuse pairs. */
const takenShare = 0.18;
const takenWords = 24;

/** So many facts in the other's order, and so much of what one of the two tells. Set on reuse pairs. */
const leastFacts = 6;
const orderedShare = 0.85;
const factShare = 0.6;

/** What one gives with a source is contained in the other from the first share on, and the other's is not below the second. */
const containedShare = 0.8;
const notContainedShare = 0.6;

/** Makes the finder of accounts that took from others, by wording or by the order of facts, and of what tells the direction. */
export function createKinshipFinder(
  isAgency: (account: Account) => boolean,
  credits: Credits,
): KinshipFinder {
  return (accounts, claims, reuse) => {
    const byPair = new Map(reuse.map(each => [`${each.overlap.articleId} ${each.overlap.foundIn}`, each]));
    const reused = (from: Account, in_: Account) => byPair.get(`${from.articleId} ${in_.articleId}`);
    const told = toldBy(claims);
    return relatedPairs(accounts, claims, reuse).flatMap(([first, second]) => {
      const [ofFirst, ofSecond] = [reused(first, second), reused(second, first)];
      const facts = sharedFacts(
        first,
        second,
        told,
        ({ unit }, other) =>
          !(reused(unit.account, other)?.overlap.publicPassages ?? []).some(passage =>
            overlaps(passage, unit.span),
          ),
      );
      const because = reasonOf(ofFirst, ofSecond, facts);
      if (!because) return [];
      const { later, directedBy } = directionOf(first, second, facts);
      const [taker, giver] = later === first ? [first, second] : [second, first];
      const traces =
        because === 'facts' ? facts.inOrder.map(trace => (taker === first ? trace : turned(trace))) : [];
      const wording = (taker === first ? ofFirst : ofSecond)?.prose ?? [];
      const share = Math.max(ofFirst?.overlap.share ?? 0, ofSecond?.overlap.share ?? 0);
      return [{ taker, giver, because, directedBy, share, traces: inOrder([...wording, ...traces]) }];
    });
  };

  /** The later of the two, as far as anything tells, else the second. */
  function directionOf(
    first: Account,
    second: Account,
    facts: SharedFacts,
  ): { later: Account; directedBy: Direction } {
    const by = (directedBy: Direction, isSecond: boolean) => ({
      later: isSecond ? second : first,
      directedBy,
    });
    const [firstCredits, secondCredits] = [credits(first, second), credits(second, first)];
    if (firstCredits !== secondCredits) return by('credit', secondCredits);
    if (isAgency(first) !== isAgency(second)) return by('agency', isAgency(first));
    if (isLater(second, first) || isLater(first, second)) return by('time', isLater(second, first));
    const { sourcedOfFirst, sourcedOfSecond } = facts;
    if (sourcedOfSecond >= containedShare && sourcedOfFirst < notContainedShare)
      return by('containment', true);
    if (sourcedOfFirst >= containedShare && sourcedOfSecond < notContainedShare)
      return by('containment', false);
    return by('unknown', true);
  }
}

/** The pairs that share anything, each once, in the order of the accounts. */
function relatedPairs(
  accounts: readonly Account[],
  claims: readonly ClaimDraft[],
  reuse: readonly Reuse[],
): (readonly [Account, Account])[] {
  const byId = new Map(accounts.map(account => [account.articleId, account]));
  const places = placesOf(accounts);
  const pairs = new Map<number, readonly [Account, Account]>();
  const add = (a: Account, b: Account) => {
    const [first, second] = places.get(a)! < places.get(b)! ? [a, b] : [b, a];
    if (first !== second)
      pairs.set(places.get(first)! * accounts.length + places.get(second)!, [first, second]);
  };
  for (const { overlap } of reuse) add(byId.get(overlap.articleId)!, byId.get(overlap.foundIn)!);
  for (const { accounts: tellers } of claims) for (const a of tellers) for (const b of tellers) add(a, b);
  return [...pairs].sort(([a], [b]) => a - b).map(([, pair]) => pair);
}

function reasonOf(
  one: Reuse | undefined,
  other: Reuse | undefined,
  { all, inOrder: ordered, ofFirst, ofSecond }: SharedFacts,
): Kinship['because'] | null {
  const isTaken = (reuse: Reuse | undefined): boolean =>
    reuse !== undefined && reuse.overlap.share >= takenShare && reuse.words >= takenWords;
  if (isTaken(one) || isTaken(other)) return 'wording';
  const isOrdered = ordered.length >= leastFacts && ordered.length >= orderedShare * all.length;
  return isOrdered && Math.max(ofFirst, ofSecond) >= factShare ? 'facts' : null;
}

const turned = ({ kind, passage, in: other }: Trace): Trace => ({ kind, passage: other, in: passage });

const inOrder = (traces: readonly Trace[]): Trace[] =>
  traces.toSorted((a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end);
