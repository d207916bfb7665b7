import type { CharSpan, Difference } from '../../domain/index.ts';
import { passageOf } from '../accounts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { difference, type TellingPair, tellingPassage, tellsWhatFollows } from './pairs.ts';

/** Only tellings this alike differ by a "not": in others it may stand for anything. */
const alike = 0.6;

/** The negations of what the other telling tells too. */
function negationsIn(telling: WeighedUnit, other: WeighedUnit, { isNegation }: Vocabulary): CharSpan[] {
  const { account, tokens } = telling.unit;
  return account.doc.tokens.slice(tokens.from, tokens.to).filter((_, offset) => {
    const at = tokens.from + offset;
    const keys = account.words[at];
    return keys ? isNegation(keys) && tellsWhatFollows(telling, at + 1, other) : false;
  });
}

/** "did talk" against "did not talk" */
export function comparePolarity(
  { before, after, likeness }: TellingPair,
  vocabulary: Vocabulary,
): Difference[] {
  if (likeness < alike) return [];
  const [left, right] = [negationsIn(before, after, vocabulary), negationsIn(after, before, vocabulary)];
  if ((left.length + right.length) % 2 === 0 || Math.min(left.length, right.length) > 0) return [];
  const passage = (telling: WeighedUnit, [negation]: readonly CharSpan[]) =>
    negation ? passageOf(telling.unit.account, negation) : tellingPassage(telling);
  return [difference('polarity', passage(before, left), passage(after, right))];
}
