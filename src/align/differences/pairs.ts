import type { Difference, DifferenceKind, Passage } from '../../domain/index.ts';
import { passageOf } from '../accounts.ts';
import { similarity, type WeighedUnit } from '../claims/weights.ts';

/**
 * Two accounts' tellings of one claim, those that are most alike; `before` in the account from which the other took, else in the
 * earlier one as far as is known.
 */
export type TellingPair = {
  readonly before: WeighedUnit;
  readonly after: WeighedUnit;
  readonly likeness: number;
};

export const pairOf = (before: readonly WeighedUnit[], after: readonly WeighedUnit[]): TellingPair =>
  before
    .flatMap(left => after.map(right => ({ before: left, after: right, likeness: similarity(left, right) })))
    .reduce((best, next) => (next.likeness > best.likeness ? next : best));

export const tellingPassage = ({ unit }: WeighedUnit): Passage => passageOf(unit.account, unit.span);

export const difference = (kind: DifferenceKind, before: Passage, after: Passage): Difference => ({
  kind,
  before,
  after,
});
