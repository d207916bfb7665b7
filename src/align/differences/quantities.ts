import type { CharSpan, TokenSpan } from '../../domain/index.ts';
import { covers } from '../../domain/index.ts';
import { loadLexicon } from '../../learn/index.ts';
import type { Account } from '../accounts.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/** A number with what it counts: "at least 40 people" is 40 or more of "person". */
export type Quantity = CharSpan & {
  readonly unit: string;
  readonly amount: number;
  readonly least: number;
  readonly most: number;
};

/** "about 40" may be anything within a tenth. */
const tolerance = 0.1;

const currencies: Readonly<Record<string, string>> = { $: 'USD', '£': 'GBP', '€': 'EUR' };

/** Finds the numbers that count something in a run of tokens; those of dates and times are left out. */
export type QuantityFinder = (account: Account, tokens: TokenSpan) => Quantity[];

export function createQuantityFinder(vocabulary: Vocabulary): QuantityFinder {
  const magnitudes = new Map(
    loadLexicon('magnitudes').map(([word = '', factor = '']) => [word, Number(factor)]),
  );
  const modifiers = loadLexicon('number-modifiers').map(([words = '', kind = '']) => ({ words, kind }));

  const modifierBefore = (text: string, start: number): string | null => {
    const before = text.slice(Math.max(0, start - 30), start).toLowerCase();
    const found = modifiers.find(({ words }) => before.trimEnd().endsWith(` ${words}`));
    return found?.kind ?? null;
  };

  return ({ doc, text, words }, tokens) => {
    const word = (at: number) =>
      at < tokens.to ? text.slice(doc.tokens[at]!.start, doc.tokens[at]!.end) : '';
    const found: Quantity[] = [];
    for (let at = tokens.from; at < tokens.to; at++) {
      const value = Number(words[at]?.form ?? 'none');
      const token = doc.tokens[at]!;
      if (Number.isNaN(value) || doc.times.some(time => covers(time, token))) continue;
      let amount = value;
      let next = at + 1;
      for (; magnitudes.has(word(next).toLowerCase()); next++)
        amount *= magnitudes.get(word(next).toLowerCase())!;
      const counted = currencies[text[token.start - 1] ?? ''] ?? unitAt(next);
      if (counted === null) continue;
      const span = { start: token.start, end: doc.tokens[Math.max(at, next - 1)]!.end };
      found.push({
        ...span,
        unit: counted,
        amount,
        ...intervalOf(amount, modifierBefore(text, token.start)),
      });

      function unitAt(place: number): string | null {
        if (word(place) === '%') return 'percent';
        const keys = place < tokens.to ? words[place] : null;
        return keys && vocabulary.commonness(keys) > 0 && !/^\d/.test(keys.form) ? keys.sense : null;
      }
    }
    return found;
  };
}

/** Whether both can be right. */
export const meet = (a: Quantity, b: Quantity): boolean => a.least <= b.most && b.least <= a.most;

function intervalOf(amount: number, modifier: string | null): { least: number; most: number } {
  if (modifier === 'least') return { least: amount, most: Infinity };
  if (modifier === 'most') return { least: 0, most: amount };
  const slack = modifier === 'about' ? amount * tolerance : 0;
  return { least: amount - slack, most: amount + slack };
}
