import type { Story } from '../domain/index.ts';
import { type AccountInput, orderAccounts } from './accounts.ts';
import { idOf } from './identity.ts';
import { timelineOf } from './timeline.ts';

export type { AccountInput } from './accounts.ts';

/** Joins the accounts of one story, any number of them, none included. Pure; costs near linear time in their words. */
export type Aligner = (accounts: readonly AccountInput[]) => Story;

/** Loads the vocabulary that aligning needs, once. */
export const createAligner = (): Aligner => inputs => {
  const accounts = orderAccounts(inputs);
  return {
    id: idOf('story', ...accounts.flatMap(({ articleId, text }) => [articleId, text])),
    accounts: accounts.map(({ reading }) => reading),
    claims: [],
    quotations: [],
    lineage: { overlaps: [], debts: [] },
    cast: [],
    timeline: timelineOf(accounts),
  };
};
