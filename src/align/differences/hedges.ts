import type { CharSpan, Difference } from '../../domain/index.ts';
import { covers } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import { passageOf } from '../accounts.ts';
import type { Unit } from '../claims/unit.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import { remembered } from '../remembered.ts';
import { tokensIn } from '../words/account-words.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { counterparts, governedBy, isBent } from './governed.ts';
import { difference, type TellingPair, tellingPassage } from './pairs.ts';

export type HedgeComparer = (pair: TellingPair) => Difference[];

/** Less alike than this, two tellings may well tell of different things. */
const alike = 0.45;

/**
 * Makes the finder of hedges that one telling has and the other drops: the other has the word that was hedged, and nothing that
 * weakens it; not as "alleged" for "allegations", nor with a source in the place of "reportedly".
 */
export function createHedgeComparer(vocabulary: Vocabulary): HedgeComparer {
  const ofNumbers = new Set(loadLexicon('number-modifiers').map(([words]) => words));
  const rows = loadLexicon('hedges').filter(([phrase]) => !ofNumbers.has(phrase));
  const phrases = rows.map(([phrase = '']) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const reports = new Set(rows.flatMap(([phrase = '', kind]) => (kind === 'report' ? [phrase] : [])));
  const hedge = new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'giu');

  const hedgesIn = remembered(({ account, span, statements }: Unit): CharSpan[] => {
    const inText = [...account.text.slice(span.start, span.end).matchAll(hedge)].map(
      ({ index, 0: words }) => ({ start: span.start + index, end: span.start + index + words.length }),
    );
    const ofSaying = statements
      .slice(0, 1)
      .flatMap(({ hedges }) => hedges.filter(given => !covers(span, given)));
    return [...ofSaying, ...inText];
  });
  const drops = (hedged: WeighedUnit, span: CharSpan, plain: WeighedUnit): boolean => {
    const { account } = hedged.unit;
    const phrase = tokensIn(account.doc, span);
    if (phrase.to <= phrase.from) return false;
    const own = account.words.slice(phrase.from, phrase.to);
    if (own.some(keys => keys !== null && plain.weights.has(keys.sense))) return false;
    const governed = governedBy(account, phrase);
    const isNegation = (of: WeighedUnit) => (at: number) => {
      const keys = of.unit.account.words[at];
      return keys != null && vocabulary.isNegation(keys);
    };
    if (governed.some(at => hasNegation(hedged, at, isNegation(hedged)))) return false;
    const same = counterparts(account, governed, plain);
    return same.length > 0 && !same.some(at => isBent(plain.unit.account, at, isNegation(plain)));
  };

  return ({ before, after, likeness }) => {
    const [left, right] = [hedgesIn(before.unit), hedgesIn(after.unit)];
    if (likeness < alike || left.length > 0 === right.length > 0) return [];
    const [hedged, plain] = left.length > 0 ? [before, after] : [after, before];
    const span = [...left, ...right].find(each => drops(hedged, each, plain));
    if (!span) return [];
    const words = hedged.unit.account.text.slice(span.start, span.end).toLowerCase();
    const isSourced = plain.unit.statements.length > 0 && hedged.unit.statements.length === 0;
    if (isSourced && reports.has(words)) return [];
    const passage = passageOf(hedged.unit.account, span);
    return hedged === before
      ? [difference('hedge-lost', passage, tellingPassage(after))]
      : [difference('hedge-added', tellingPassage(before), passage)];
  };
}

/** "could not say": the modal of what did not happen hedges nothing. */
const hasNegation = (
  { unit: { account } }: WeighedUnit,
  at: number,
  isNegation: (at: number) => boolean,
): boolean =>
  account.doc.tokens
    .slice(Math.max(0, at - 6), at + 3)
    .some(({ head }, offset) => head === at && isNegation(Math.max(0, at - 6) + offset));
