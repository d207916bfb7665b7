import type { Trace } from '../../domain/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import type { WeighedUnit } from '../claims/weights.ts';

/** What two accounts both tell in words of their own, and how much of what each tells that is. */
export type SharedFacts = {
  /** In the order of the first account. */
  readonly all: readonly Trace[];
  /** The longest part of them that stands in the same order in both. */
  readonly inOrder: readonly Trace[];
  /** Of what each account tells: 0 to 1. */
  readonly ofFirst: number;
  readonly ofSecond: number;
  /** Of what each gives with a source: 0 to 1. */
  readonly sourcedOfFirst: number;
  readonly sourcedOfSecond: number;
};

/** A telling whose words are not public: what both only quote says nothing of copying. */
export type IsProse = (telling: WeighedUnit, other: Account) => boolean;

/** What each account tells, by account: claims that it shares or not, in the order of its text. */
export type Told = ReadonlyMap<Account, readonly ClaimDraft[]>;

export function toldBy(claims: readonly ClaimDraft[]): Told {
  const told = new Map<Account, ClaimDraft[]>();
  for (const claim of claims)
    for (const account of claim.accounts) {
      const own = told.get(account);
      if (own) own.push(claim);
      else told.set(account, [claim]);
    }
  return told;
}

const tellingIn = ({ tellings }: ClaimDraft, account: Account): WeighedUnit =>
  tellings.find(({ unit }) => unit.account === account)!;

const isSourcedIn = (claim: ClaimDraft, account: Account): boolean =>
  claim.tellings.some(({ unit }) => unit.account === account && unit.statements.length > 0);

export function sharedFacts(first: Account, second: Account, told: Told, isProse: IsProse): SharedFacts {
  const [ofFirst, ofSecond] = [told.get(first) ?? [], told.get(second) ?? []];
  const both = ofFirst.filter(({ accounts }) => accounts.includes(second));
  const pairs = both
    .map(claim => [tellingIn(claim, first), tellingIn(claim, second)] as const)
    .filter(([here, there]) => isProse(here, second) && isProse(there, first))
    .sort(([a], [b]) => a.unit.span.start - b.unit.span.start);
  const all = pairs.map(
    ([here, there]): Trace => ({
      kind: 'fact',
      passage: passageOf(first, here.unit.span),
      in: passageOf(second, there.unit.span),
    }),
  );
  const share = (part: number, whole: number) => part / Math.max(1, whole);
  const sourced = (claims: readonly ClaimDraft[], account: Account) =>
    claims.filter(claim => isSourcedIn(claim, account)).length;
  return {
    all,
    inOrder: longestRising(all),
    ofFirst: share(both.length, ofFirst.length),
    ofSecond: share(both.length, ofSecond.length),
    sourcedOfFirst: share(sourced(both, first), sourced(ofFirst, first)),
    sourcedOfSecond: share(sourced(both, second), sourced(ofSecond, second)),
  };
}

/** The longest part of the traces whose places in the other account rise (patience sorting). */
function longestRising(traces: readonly Trace[]): Trace[] {
  const tops: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const [at, trace] of traces.entries()) {
    let pile = tops.findIndex(top => traces[top]!.in.start >= trace.in.start);
    if (pile < 0) pile = tops.length;
    before.set(at, tops[pile - 1]);
    tops[pile] = at;
  }
  const rising: Trace[] = [];
  for (let at = tops.at(-1); at !== undefined; at = before.get(at)) rising.unshift(traces[at]!);
  return rising;
}
