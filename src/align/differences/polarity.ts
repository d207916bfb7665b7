import type { Difference } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import { type Account, passageOf } from '../accounts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { counterparts, governedBy, isBent } from './governed.ts';
import { difference, type TellingPair, tellingPassage } from './pairs.ts';

/** Only tellings this alike differ by a "not": in others it may stand for anything. */
const alike = 0.55;

/** "did not", "never": not "no shots" or "none of them", and not "did not … until". */
const isOfVerb = ({ doc: { tokens } }: Account, at: number): boolean =>
  tokens[at]!.relation === 'advmod' &&
  !tokens.slice(at, at + 15).some(({ lemma, relation }) => relation === 'mark' && lemma === 'until');

/** A verb, or what somebody is said to be. */
const isPredicate = ({ doc: { tokens } }: Account, at: number): boolean =>
  tokens[at]!.upos === 'VERB' || tokens.some(({ head, relation }) => head === at && relation === 'cop');

/** As far as both have one by name or noun: "it" and "he" may be anybody. */
function haveOneSubject(one: Account, at: number, other: Account, there: number): boolean {
  const subjectOf = (account: Account, verb: number): string | null => {
    const subject = account.doc.tokens.findIndex(
      ({ head, relation }) => head === verb && /^nsubj/.test(relation),
    );
    if (subject < 0 || account.doc.tokens[subject]!.upos === 'PRON') return null;
    return account.words[subject]?.sense ?? null;
  };
  const [own, its] = [subjectOf(one, at), subjectOf(other, there)];
  return own === null || its === null || own === its;
}

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
  const governed = governedBy(account, { from: at, to: at + 1 }).filter(place => isPredicate(account, place));
  const same = counterparts(account, governed, plain).filter(
    place =>
      isPredicate(plain.unit.account, place) &&
      governed.some(own => haveOneSubject(account, own, plain.unit.account, place)),
  );
  const isPlain =
    same.length > 0 &&
    isOfVerb(account, at) &&
    !same.some(place => isBent(plain.unit.account, place, isNot(plain))) &&
    !opposite.test(text.slice(plain.unit.span.start, plain.unit.span.end));
  if (!isPlain) return [];
  const negation = passageOf(account, account.doc.tokens[at]!);
  return negated === before
    ? [difference('polarity', negation, tellingPassage(after))]
    : [difference('polarity', tellingPassage(before), negation)];
}
