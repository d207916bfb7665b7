import type { Difference, DifferenceKind, Passage } from '../../domain/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import { similarity, type WeighedUnit } from '../claims/weights.ts';

/** Two accounts' tellings of one claim, those that are most alike; `before` in the earlier account as far as is known. */
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

/** The senses of the words in a run of tokens that are worth comparing, in order. */
export const sensesIn = (
  { account: { words }, weights }: { account: Account; weights: ReadonlyMap<string, number> },
  from: number,
  to: number,
): string[] =>
  words.slice(from, to).flatMap(keys => (keys !== null && weights.has(keys.sense) ? [keys.sense] : []));
