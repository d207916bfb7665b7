import type { WeighedUnit } from '../../src/align/claims/weights.ts';
import { createWeigher } from '../../src/align/claims/weights.ts';
import { conflictsOf } from '../../src/align/differences/numbers.ts';
import { pairOf } from '../../src/align/differences/pairs.ts';
import { createQuantityFinder } from '../../src/align/differences/quantities.ts';
import { createVocabulary } from '../../src/align/words/vocabulary.ts';
import { readJsonLines } from '../corpora/files.ts';
import { createSentenceUnits } from '../corpora/sentence-units.ts';
import type { Evaluation } from './evaluation.ts';
import { decisionScores } from './pair-scores.ts';

type Row = {
  readonly a: string;
  readonly b: string;
  /** The number of `a` that the row is about: "22 million". */
  readonly valueA?: string;
  readonly unit?: string;
  readonly gold: 'conflict' | 'compatible' | 'different_quantity';
};

/**
 * Whether two sentences give numbers that cannot both be right, by the code that finds such differences in stories. A
 * row is about one number of `a`: it is said to be in conflict where that number is, with any number of `b`.
 */
export const evaluation: Evaluation = {
  defaultFile: 'claims/ecb-numeric-a.jsonl',
  run: file => {
    const judge = createJudge();
    const rows = readJsonLines<Row>(file).map(row => ({ row, conflict: judge(row) }));
    const pairs = rows.map(({ row, conflict }) => ({
      score: Number(conflict !== null),
      yes: row.gold === 'conflict',
    }));
    const { precision, recall, f1 } = decisionScores(pairs, 1);
    const said = rows.map(
      ({ row, conflict }) => `${row.gold.padEnd(20)} ${(row.unit ?? '').padEnd(10)} ${conflict ?? '–'}`,
    );
    return { listing: said.join('\n'), figures: { precision, recall, f1, rows: rows.length } };
  },
};

/** Gives the two numbers in conflict, as a line; null for none. */
function createJudge(): (row: Row) => string | null {
  const vocabulary = createVocabulary();
  const unitOf = createSentenceUnits(vocabulary);
  const quantitiesIn = createQuantityFinder(vocabulary);
  const weigh = createWeigher(vocabulary);
  return ({ a, b, valueA }) => {
    const units = [unitOf(a), unitOf(b)];
    const accounts = units.map(({ account }) => account);
    const [left, right] = weigh(units, accounts) as [WeighedUnit, WeighedUnit];
    const asked = valueA === undefined ? null : amountOf(valueA);
    const found = conflictsOf(pairOf([left], [right]), quantitiesIn).find(
      ([{ amount }]) => asked === null || Math.abs(amount - asked) < 1e-9 * Math.max(1, asked),
    );
    return found ? found.map(({ amount, unit }) => `${amount} ${unit}`).join(' against ') : null;
  };
}

const factors: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** "22 million" → 22000000; NaN where the words are no number. */
function amountOf(value: string): number {
  const [number = '', factor = ''] = value.replaceAll(',', '').split(' ');
  return Number(number) * (factor === '' ? 1 : (factors[factor] ?? Number.NaN));
}
