import type { Debt, Difference } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import type { Cast } from '../sources/cast.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { compareDates } from './dates.ts';
import { createHedgeComparer } from './hedges.ts';
import { compareNumbers } from './numbers.ts';
import { pairOf } from './pairs.ts';
import { comparePolarity } from './polarity.ts';
import type { QuantityFinder } from './quantities.ts';
import { compareSources } from './sources.ts';

export type DifferenceFinder = (claim: ClaimDraft, debts: readonly Debt[], cast: Cast) => Difference[];

/** Compares each account's telling with that of the account it takes from, else with the first account that tells the claim. */
export function createDifferenceFinder(
  vocabulary: Vocabulary,
  quantitiesIn: QuantityFinder,
): DifferenceFinder {
  const compareHedges = createHedgeComparer();
  return ({ accounts, tellings }, debts, cast) => {
    const tellingsOf = (account: Account) => tellings.filter(({ unit }) => unit.account === account);
    const isSourced = ({ unit }: WeighedUnit) =>
      tellingsOf(unit.account).some(telling => telling.unit.statements.length > 0);
    return accounts.slice(1).flatMap(account => {
      const pair = pairOf(tellingsOf(takenFrom(account, accounts, debts)), tellingsOf(account));
      return [
        ...compareNumbers(pair, quantitiesIn),
        ...compareDates(pair),
        ...comparePolarity(pair, vocabulary),
        ...compareHedges(pair),
        ...compareSources(pair, isSourced, cast),
      ];
    });
  };
}

/** The account before this one that it copies, if that tells the claim too. */
function takenFrom(account: Account, accounts: readonly Account[], debts: readonly Debt[]): Account {
  const owed = debts
    .filter(
      ({ articleId, kind }) =>
        articleId === account.articleId && (kind === 'copy' || kind === 'rewrite' || kind === 'agency'),
    )
    .map(({ toArticleId }) =>
      accounts.find(({ articleId, index }) => articleId === toArticleId && index < account.index),
    );
  return owed.find(found => found !== undefined) ?? accounts[0]!;
}

/** What a source's description or terms say is said once an account: it is listed with the strongest claim, not with each. */
export function onceAStory(differences: readonly (readonly Difference[])[]): Difference[][] {
  const seen = new Set<string>();
  const isNew = ({ kind, before, after }: Difference): boolean => {
    if (kind !== 'reason-dropped' && kind !== 'source-changed') return true;
    const key = `${kind} ${before.articleId} ${before.start} ${after.articleId}`;
    return !seen.has(key) && seen.add(key).size > 0;
  };
  return differences.map(ofClaim => ofClaim.filter(isNew));
}
