import type { Debt } from '../../domain/index.ts';
import { type Account, isLater } from '../accounts.ts';

/** Which of two accounts came after the other, by time or because it took from the other; and whom each took from. */
export type Order = {
  /** False where nothing tells. */
  readonly isAfter: (account: Account, other: Account) => boolean;
  /** The account that this one copied or rewrote, whichever came first; null for none in the story. */
  readonly takenFrom: (account: Account) => Account | null;
};

export function orderOf(accounts: readonly Account[], debts: readonly Debt[]): Order {
  const byId = new Map(accounts.map(account => [account.articleId, account]));
  const taken = new Map(
    debts.flatMap(debt => {
      const [from, to] = [byId.get(debt.articleId), byId.get(debt.toArticleId ?? '')];
      const isTaken = debt.kind === 'copy' || debt.kind === 'rewrite' || debt.kind === 'agency';
      return from && to && isTaken ? [[from, { to, isKnown: debt.directedBy !== 'unknown' }] as const] : [];
    }),
  );
  const took = (account: Account, other: Account): boolean => {
    const debt = taken.get(account);
    return debt?.to === other && debt.isKnown;
  };
  return {
    isAfter: (account, other) => took(account, other) || (!took(other, account) && isLater(account, other)),
    takenFrom: account => taken.get(account)?.to ?? null,
  };
}
