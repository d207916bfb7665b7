import { textOf } from '../../src/domain/index.ts';
import type { Evaluation, Outcome } from './evaluation.ts';
import {
  byCategory,
  isListed,
  type Judged,
  judgeGold,
  percentRight,
  plainWords,
  tableRow,
} from './gold-cases.ts';

/**
 * What sources do with the content, on the gold set of the checkout. `accuracy`: the statement is found, with the right
 * stance and negation; `about`: and its content is what the row says, where it says so.
 */
export const evaluation: Evaluation = {
  defaultFile: new URL('../../test/gold/stance.txt', import.meta.url),
  run: scoreStance,
};

export function scoreStance(file: string | URL): Outcome {
  const judged = judgeGold(file);
  const categories = [...byCategory(judged)];
  const lines = [
    ...judged.filter(each => isListed(each.gold) && !(isRight(each) && isAbout(each))).map(described),
    tableRow('', ['rows', 'stance', 'about']),
    ...categories.map(([category, rows]) => scoreRow(category, rows)),
    scoreRow(
      'open half',
      judged.filter(({ gold }) => gold.open),
    ),
    scoreRow(
      'closed half',
      judged.filter(({ gold }) => !gold.open),
    ),
    scoreRow('all', judged),
  ];
  return { listing: lines.join('\n'), figures: figuresOf(judged, categories) };
}

const figuresOf = (judged: readonly Judged[], categories: readonly [string, readonly Judged[]][]) => ({
  accuracy: percentRight(judged, isRight),
  about: percentRight(judged.filter(saysWhat), isAbout),
  open: percentRight(
    judged.filter(({ gold }) => gold.open),
    isRight,
  ),
  closed: percentRight(
    judged.filter(({ gold }) => !gold.open),
    isRight,
  ),
  ...Object.fromEntries(categories.map(([category, rows]) => [category, percentRight(rows, isRight)])),
});

const found = ({ statement }: Judged): string =>
  statement ? `${statement.negated ? 'not ' : ''}${statement.stance}` : 'missed';

const isRight = (judged: Judged): boolean => found(judged) === judged.gold.answer[0];

const saysWhat = ({ gold }: Judged): boolean => gold.answer.length > 1;

const contentOf = ({ reading, statement }: Judged): string =>
  (statement?.content ?? []).map(span => textOf(reading.article.text, span)).join(' ');

const isAbout = (judged: Judged): boolean =>
  !saysWhat(judged) || comparable(contentOf(judged)) === comparable(judged.gold.answer[1]!);

const comparable = (text: string): string =>
  plainWords(text, /^(that|to|of|on|about|for|with|against|whether|the|an?) /);

const scoreRow = (name: string, rows: readonly Judged[]): string =>
  tableRow(name, [
    String(rows.length),
    percentRight(rows, isRight).toFixed(1),
    percentRight(rows.filter(saysWhat), isAbout).toFixed(1),
  ]);

/** One line: the answer and what was found, then the text. */
const described = (judged: Judged): string =>
  `${isRight(judged) ? 'about' : 'stance'}\t${judged.gold.answer.join(' | ')}\t${found(judged)} | ${contentOf(judged)}\t${judged.gold.text}`;
