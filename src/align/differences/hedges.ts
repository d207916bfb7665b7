import type { CharSpan, Difference } from '../../domain/index.ts';
import { covers } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import { passageOf } from '../accounts.ts';
import type { WeighedUnit } from '../claims/weights.ts';
import { tokensIn } from '../words/account-words.ts';
import { difference, type TellingPair, tellingPassage, tellsWhatFollows } from './pairs.ts';

export type HedgeComparer = (pair: TellingPair) => Difference[];

/**
 * Finds hedges that one telling has and the other drops, though it tells what was hedged, and not as "alleged" for "allegations",
 * nor with a source in the place of "reportedly".
 */
export function createHedgeComparer(): HedgeComparer {
  const rows = loadLexicon('hedges');
  const phrases = rows.map(([phrase = '']) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const reports = new Set(rows.flatMap(([phrase = '', kind]) => (kind === 'report' ? [phrase] : [])));
  const hedge = new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'giu');

  const hedgesIn = ({ unit: { account, span, statements } }: WeighedUnit): CharSpan[] => {
    const inText = [...account.text.slice(span.start, span.end).matchAll(hedge)].map(
      ({ index, 0: words }) => ({
        start: span.start + index,
        end: span.start + index + words.length,
      }),
    );
    const ofSaying = statements
      .slice(0, 1)
      .flatMap(({ hedges }) => hedges.filter(given => !covers(span, given)));
    return [...ofSaying, ...inText];
  };
  const tellsWhatIsHedged = (telling: WeighedUnit, span: CharSpan, other: WeighedUnit): boolean => {
    const { account } = telling.unit;
    const { from, to } = tokensIn(account.doc, span);
    if (account.words.slice(from, to).some(keys => keys !== null && other.weights.has(keys.sense)))
      return false;
    return tellsWhatFollows(telling, to, other);
  };

  return ({ before, after }) => {
    const [left, right] = [hedgesIn(before), hedgesIn(after)];
    if (left.length > 0 === right.length > 0) return [];
    const [hedged, plain] = left.length > 0 ? [before, after] : [after, before];
    const span = [...left, ...right].find(each => tellsWhatIsHedged(hedged, each, plain));
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
