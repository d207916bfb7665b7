import type { Difference } from '../../domain/index.ts';
import { passageOf } from '../accounts.ts';
import { difference, type TellingPair } from './pairs.ts';
import { meet, type QuantityFinder } from './quantities.ts';

/** Finds numbers that two tellings give for the same thing and that cannot both be right. */
export function compareNumbers({ before, after }: TellingPair, quantitiesIn: QuantityFinder): Difference[] {
  const right = quantitiesIn(after.unit.account, after.unit.tokens);
  return quantitiesIn(before.unit.account, before.unit.tokens).flatMap((quantity, _, left) => {
    const same = right.filter(({ unit }) => unit === quantity.unit);
    const isOnly = left.filter(({ unit }) => unit === quantity.unit).length === 1 && same.length === 1;
    if (!isOnly || meet(quantity, same[0]!)) return [];
    return [
      difference('number', passageOf(before.unit.account, quantity), passageOf(after.unit.account, same[0]!)),
    ];
  });
}
