import type { Rule } from '../rule.ts';
import { rule as alteredQuotation } from '../rules/altered-quotation.ts';
import { rule as lateCredit } from '../rules/late-credit.ts';
import { rule as lostHedge } from '../rules/lost-hedge.ts';
import { rule as reuseWithoutCredit } from '../rules/reuse-without-credit.ts';
import { rule as vaguePressCredit } from '../rules/vague-press-credit.ts';

/** The rules of `rules/credit.yaml`: on what an article owes to other outlets. */
export const rules: readonly Rule[] = [
  vaguePressCredit,
  lateCredit,
  reuseWithoutCredit,
  alteredQuotation,
  lostHedge,
];
