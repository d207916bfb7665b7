import type { Debt, Overlap, Passage } from '../../domain/index.ts';
import { overlaps } from '../../domain/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';
import type { AttachedResponse } from '../claims/responses.ts';

/**
 * Debts with what a copy or a rewrite leaves out of what the other account gives with a source: claims that it does not tell, and
 * responses that it does not give, in whatever words.
 */
export function withLeftOut(
  debts: readonly Debt[],
  accounts: readonly Account[],
  claims: readonly ClaimDraft[],
  responses: readonly AttachedResponse[],
  shared: readonly Overlap[],
): Debt[] {
  const byId = new Map(accounts.map(account => [account.articleId, account]));
  return debts.map(debt => {
    const [taker, giver] = [byId.get(debt.articleId), byId.get(debt.toArticleId ?? '')];
    if (!taker || !giver || debt.because === 'credit') return debt;
    const overlap = shared.find(
      ({ articleId, foundIn }) => articleId === giver.articleId && foundIn === taker.articleId,
    );
    const isFound = (passage: Passage) =>
      [...(overlap?.passages ?? []), ...(overlap?.publicPassages ?? [])].some(found =>
        overlaps(found, passage),
      );
    const leftOut = [...untold(claims, giver, taker), ...unanswered(responses, giver, taker)]
      .filter(passage => !isFound(passage))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    return {
      ...debt,
      leftOut: leftOut.filter((passage, at) => !leftOut.slice(0, at).some(each => overlaps(each, passage))),
    };
  });
}

const untold = (claims: readonly ClaimDraft[], giver: Account, taker: Account): Passage[] =>
  claims
    .filter(({ accounts }) => accounts.includes(giver) && !accounts.includes(taker))
    .flatMap(({ tellings }) => tellings)
    .filter(({ unit }) => unit.account === giver && unit.statements.length > 0)
    .map(({ unit }) => passageOf(giver, unit.span));

function unanswered(responses: readonly AttachedResponse[], giver: Account, taker: Account): Passage[] {
  const given = responses.filter(({ account }) => account === taker);
  return responses
    .filter(({ account }) => account === giver)
    .filter(
      ({ response, claim }) =>
        !given.some(other => other.claim === claim && other.response.stance === response.stance),
    )
    .map(({ response }) => passageOf(giver, response));
}
