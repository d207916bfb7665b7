import type { Difference } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import { passageOf } from '../accounts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { counterparts, governedBy, isBent } from './governed.ts';
import { difference, type TellingPair, tellingPassage } from './pairs.ts';

/** Only tellings this alike differ by a "not": in others it may stand for anything. */
const alike = 0.55;

export type PolarityComparer = (pair: TellingPair) => Difference[];

/** Makes the comparer of "did talk" and "did not talk": the "not" is about what the other tells plainly, and the other has none. */
export function createPolarityComparer(vocabulary: Vocabulary): PolarityComparer {
  const phrases = loadLexicon('implied-negations').map(([phrase = '']) => phrase);
  const opposite = new RegExp(`\\b(?:${phrases.join('|')})\\b`, 'i');
  return pair => comparePolarity(pair, vocabulary, opposite);
}

function comparePolarity(
  { before, after, likeness }: TellingPair,
  { isNegation }: Vocabulary,
  opposite: RegExp,
): Difference[] {
  if (likeness < alike) return [];
  const isNot =
    ({ unit }: WeighedUnit) =>
    (at: number) => {
      const keys = unit.account.words[at];
      return keys != null && isNegation(keys);
    };
  const negationsIn = (telling: WeighedUnit): number[] => {
    const { from, to } = telling.unit.tokens;
    return Array.from({ length: to - from }, (_, offset) => from + offset).filter(isNot(telling));
  };
  const [left, right] = [negationsIn(before), negationsIn(after)];
  if (left.length + right.length !== 1) return [];
  const [negated, plain] = left.length === 1 ? [before, after] : [after, before];
  const at = [...left, ...right][0]!;
  const { account } = negated.unit;
  const { text } = plain.unit.account;
  const same = counterparts(account, governedBy(account, { from: at, to: at + 1 }), plain);
  const isPlain =
    same.length > 0 &&
    !same.some(place => isBent(plain.unit.account, place, isNot(plain))) &&
    !opposite.test(text.slice(plain.unit.span.start, plain.unit.span.end));
  if (!isPlain) return [];
  const negation = passageOf(account, account.doc.tokens[at]!);
  return negated === before
    ? [difference('polarity', negation, tellingPassage(after))]
    : [difference('polarity', tellingPassage(before), negation)];
}
