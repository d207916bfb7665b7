import type { Difference, DifferenceKind } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import type { ClaimDraft } from '../claims/drafts.ts';

/** Accounts that differ in one of these tell the same thing of something else: they do not bear each other out. */
const apart: ReadonlySet<DifferenceKind> = new Set(['who', 'number', 'place']);

/**
 * The accounts of a claim, those together that tell it alike, the most first; of two sides with as many, the one that has the
 * earlier account. `compared` are the accounts that were compared with each other, all of them step by step.
 */
export function sidesOf(
  { accounts }: ClaimDraft,
  compared: readonly (readonly [Account, Account])[],
  differences: readonly Difference[],
): readonly ReadonlySet<Account>[] {
  const differ = differences.filter(({ kind }) => apart.has(kind));
  const alike = compared.filter(pair => !differ.some(each => areBetween(each, pair)));
  const sides: Set<Account>[] = [];
  for (const account of accounts) {
    if (sides.some(side => side.has(account))) continue;
    const side = new Set([account]);
    for (const one of side)
      for (const pair of alike) if (pair.includes(one)) for (const each of pair) side.add(each);
    sides.push(side);
  }
  return sides.sort((a, b) => b.size - a.size);
}

const areBetween = ({ before, after }: Difference, [one, other]: readonly [Account, Account]): boolean =>
  (before.articleId === one.articleId && after.articleId === other.articleId) ||
  (before.articleId === other.articleId && after.articleId === one.articleId);
