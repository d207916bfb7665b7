import type { CharSpan, Difference } from '../../domain/index.ts';
import { overlaps, textOf } from '../../domain/index.ts';
import { passageOf, spanOf } from '../accounts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import { tokensIn } from '../words/account-words.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { difference, type TellingPair } from './pairs.ts';

/** Two quotations are of the same words where so many are, and so much of the shorter one. */
const leastWords = 5;
const sameShare = 0.75;
/** More words than this in the place of others are another sentence, cut in. */
const mostChanged = 4;

/** The words of one quotation, as indices of tokens, punctuation left out. */
type Quoted = { readonly telling: WeighedUnit; readonly at: readonly number[] };

function quotationsIn(telling: WeighedUnit): Quoted[] {
  const { account, span } = telling.unit;
  return account.quoted
    .filter(quoted => overlaps(quoted, span))
    .map(quoted => {
      const { from, to } = tokensIn(account.doc, quoted);
      const at = account.words.slice(from, to).flatMap((keys, offset) => (keys ? [from + offset] : []));
      return { telling, at };
    })
    .filter(({ at }) => at.length >= leastWords);
}

/**
 * The words of one quotation that stand in the place of others in the second, or a "not" that stands in one alone; not what an
 * editor has put in brackets.
 */
export function compareQuotations({ before, after }: TellingPair, vocabulary: Vocabulary): Difference[] {
  const others = quotationsIn(after);
  return quotationsIn(before).flatMap(left =>
    others.flatMap(right => changesBetween(left, right, vocabulary)),
  );
}

function changesBetween(left: Quoted, right: Quoted, vocabulary: Vocabulary): Difference[] {
  const same = commonWords(left, right);
  const shorter = Math.min(left.at.length, right.at.length);
  if (same.length < leastWords || same.length < sameShare * shorter) return [];
  return same.slice(1).flatMap(([a, b], index) => {
    const [lastA, lastB] = same[index]!;
    const isNegated =
      isLoneNegation(left, lastA, a, right, lastB, b, vocabulary) ||
      isLoneNegation(right, lastB, b, left, lastA, a, vocabulary);
    const [was, is] = isNegated
      ? [spanAround(left, lastA, a), spanAround(right, lastB, b)]
      : [spanBetween(left, lastA + 1, a), spanBetween(right, lastB + 1, b)];
    if (!isAnchored(same, index) || !isAnchored(same, index + 1, -1)) return [];
    if (!was || !is || areWrittenAlike(left, was, right, is) || isEdited(left, was) || isEdited(right, is))
      return [];
    return [
      difference(
        'quotation-altered',
        passageOf(left.telling.unit.account, was),
        passageOf(right.telling.unit.account, is),
      ),
    ];
  });
}

/** "will |not| let" and "will let": one word more, which turns the rest into its opposite, and nothing left out in its place. */
function isLoneNegation(
  { telling, at }: Quoted,
  from: number,
  to: number,
  other: Quoted,
  otherFrom: number,
  otherTo: number,
  { isNegation }: Vocabulary,
): boolean {
  if (to - from !== 2 || otherTo - otherFrom !== 1) return false;
  const { account } = telling.unit;
  const word = account.words[at[from + 1]!];
  return (
    word !== null &&
    word !== undefined &&
    isNegation(word) &&
    !/[.…[]/.test(textAround(other, otherFrom, otherTo))
  );
}

const spanAround = ({ telling, at }: Quoted, from: number, to: number): CharSpan =>
  spanOf(telling.unit.account.doc, { from: at[from]!, to: at[to]! + 1 });

const textAround = (quoted: Quoted, from: number, to: number): string =>
  textOf(quoted.telling.unit.account.text, spanAround(quoted, from, to));

/** Whether so many words before a change, or after it, stand next to each other in both. */
function isAnchored(same: readonly (readonly [number, number])[], at: number, step = 1): boolean {
  const [here, beside] = [same[at], same[at - step]];
  return (
    here !== undefined && beside !== undefined && here[0] - beside[0] === step && here[1] - beside[1] === step
  );
}

/** "cyber-criminals" and "cyber criminals", "6:00" and "6", "neighbour" and "neighbor": no other words. */
function areWrittenAlike(left: Quoted, was: CharSpan, right: Quoted, is: CharSpan): boolean {
  const letters = ({ telling }: Quoted, span: CharSpan) =>
    textOf(telling.unit.account.text, span)
      .toLowerCase()
      .replace(/:00\b/g, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .replaceAll('ou', 'o');
  return letters(left, was) === letters(right, is);
}

/** Null where no word stands between, or too many. */
function spanBetween({ telling, at }: Quoted, from: number, to: number): CharSpan | null {
  if (to <= from || to - from > mostChanged) return null;
  return spanOf(telling.unit.account.doc, { from: at[from]!, to: at[to - 1]! + 1 });
}

/** "[Mr Rao] agreed", "agreed … to" */
const isEdited = ({ telling: { unit } }: Quoted, { start, end }: CharSpan): boolean =>
  /[[\]…]|\.\.\./.test(unit.account.text.slice(Math.max(0, start - 2), end + 2));

/** The longest common subsequence, as pairs of places; words are the same by spelling or by lemma ("we'll", "we will"). */
function commonWords(left: Quoted, right: Quoted): (readonly [number, number])[] {
  const [a, b] = [left, right].map(wordsOf) as [string[], string[]];
  const lemmas = [left, right].map(lemmasOf) as [string[], string[]];
  const isSame = (i: number, j: number) => a[i] === b[j] || lemmas[0][i] === lemmas[1][j];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = isSame(i, j)
        ? lengths[i + 1]![j + 1]! + 1
        : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (isSame(i, j)) pairs.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  return pairs;
}

const wordsOf = ({ telling: { unit }, at }: Quoted): string[] =>
  at.map(index => unit.account.words[index]!.form);
const lemmasOf = ({ telling: { unit }, at }: Quoted): string[] =>
  at.map(index => unit.account.doc.tokens[index]!.lemma.toLowerCase());
