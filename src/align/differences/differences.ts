import type { Difference } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import type { Order } from '../lineage/order.ts';
import type { Cast } from '../sources/cast.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { compareDates } from './dates.ts';
import { createHedgeComparer } from './hedges.ts';
import { compareNumbers } from './numbers.ts';
import { createOppositeComparer } from './opposites.ts';
import { pairOf, type TellingPair } from './pairs.ts';
import { createPolarityComparer } from './polarity.ts';
import type { QuantityFinder } from './quantities.ts';
import { compareQuotations } from './quotations.ts';
import { createSourceComparer } from './sources.ts';
import { createSlotComparer } from './who-and-where.ts';

export type DifferenceFinder = (claim: ClaimDraft, order: Order, cast: Cast) => Difference[];

/** Compares each account's telling with that of the account it took from, else with the first account that tells the claim. */
export function createDifferenceFinder(
  vocabulary: Vocabulary,
  quantitiesIn: QuantityFinder,
): DifferenceFinder {
  const compareHedges = createHedgeComparer(vocabulary);
  const comparePolarity = createPolarityComparer(vocabulary);
  const compareOpposites = createOppositeComparer(vocabulary);
  const compareSlots = createSlotComparer(vocabulary);
  const compareSources = createSourceComparer(vocabulary);
  return (claim, order, cast) =>
    comparedPairs(claim, order).flatMap(pair => [
      ...compareNumbers(pair, quantitiesIn),
      ...compareDates(pair),
      ...compareSlots(pair),
      ...comparePolarity(pair),
      ...compareOpposites(pair),
      ...compareHedges(pair),
      ...compareQuotations(pair, vocabulary),
      ...compareSources(pair, claim, order, cast),
    ]);
}

function comparedPairs(claim: ClaimDraft, order: Order): TellingPair[] {
  const tellingsOf = (account: Account): WeighedUnit[] =>
    claim.tellings.filter(({ unit }) => unit.account === account);
  return comparedAccounts(claim, order).map(([before, after]) =>
    pairOf(tellingsOf(before), tellingsOf(after)),
  );
}

/** Each account but the first beside the one that it took from, or else the first; no two accounts twice. */
export function comparedAccounts(
  { accounts }: ClaimDraft,
  order: Order,
): (readonly [before: Account, after: Account])[] {
  const giverOf = (account: Account): Account | null => {
    const giver = order.takenFrom(account);
    return giver && accounts.includes(giver) ? giver : null;
  };
  return accounts.flatMap(account => {
    const giver = giverOf(account);
    const first = accounts[0]!;
    const before = giver ?? (account === first || giverOf(first) === account ? null : first);
    return before ? [[before, account] as const] : [];
  });
}

/** What a source's description or terms say is said once an account: it is listed with the strongest claim, not with each. */
export function onceAStory(differences: readonly (readonly Difference[])[]): Difference[][] {
  const seen = new Set<string>();
  const isNew = ({ kind, before, after }: Difference): boolean => {
    if (kind !== 'reason-dropped' && kind !== 'source-changed' && kind !== 'source-vaguer') return true;
    const key = `${kind} ${before.articleId} ${before.start} ${after.articleId}`;
    return !seen.has(key) && seen.add(key).size > 0;
  };
  return differences.map(ofClaim => ofClaim.filter(isNew));
}
