import { readFileSync } from 'node:fs';
import { type CharSpan, overlaps, type Reading, type Statement } from '../../src/domain/index.ts';
import { createExtractor } from '../../src/extract/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { articleOf } from '../corpora/plain-article.ts';

/**
 * One row of a gold set, `test/gold/*.txt`: a text with one statement marked by its cue, and the right answer below it.
 *
 *     == denies
 *
 *     The envoy [denied] any role.
 *       denies | any role
 *
 * What stands before the first `== class` is for people.
 */
export type GoldCase = {
  readonly category: string;
  /** The text without its mark. */
  readonly text: string;
  readonly cue: CharSpan;
  /** The parts of the answer, between `|`; at least one. */
  readonly answer: readonly [string, ...string[]];
  /** Rows take turns: errors are looked at in the open half, and the closed half says how well that carries over. */
  readonly open: boolean;
};

/** A gold row with the statement that the program finds at its mark; null where it finds none there. */
export type Judged = {
  readonly gold: GoldCase;
  readonly reading: Reading;
  readonly statement: Statement | null;
};

/** All rows of a file, read by the program: a parser and an extractor are made once. */
export function judgeGold(file: string | URL): Judged[] {
  const parse = createParser();
  const extract = createExtractor();
  return readGold(readFileSync(file, 'utf8')).map((gold, index) => {
    const reading = extract(parse(articleOf(`gold-${index}`, gold.text)));
    return { gold, reading, statement: statementAt(reading, gold.cue) };
  });
}

/** The rows of a gold set's text. A row without a mark or an answer is an error, and so is one under another class's heading. */
export const readGold = (text: string): GoldCase[] =>
  text
    .split(/^== /m)
    .slice(1)
    .flatMap(section => {
      const [category = '', ...lines] = section.split('\n').filter(line => line.trim() !== '');
      return pairs(lines).map(([marked, answer], index) =>
        goldCase(category, marked, answer, index % 2 === 0),
      );
    });

const pairs = (lines: readonly string[]): [string, string][] =>
  lines.flatMap((line, index) => (index % 2 === 0 ? [[line, lines[index + 1] ?? '']] : []));

function goldCase(category: string, marked: string, answerLine: string, open: boolean): GoldCase {
  const [before, cue, after, ...more] = marked.split(/[[\]]/);
  const [first = '', ...rest] = answerLine.trim().split(' | ');
  if (!cue || after === undefined || more.length > 0) throw new Error(`no single [cue] in: ${marked}`);
  if (!answerLine.startsWith('  ') || first.replace(/^not /, '') !== category)
    throw new Error(`no answer of class ${category} under: ${marked}`);
  const start = before!.length;
  const text = before + cue + after;
  return { category, text, cue: { start, end: start + cue.length }, answer: [first, ...rest], open };
}

/** The statement whose cue shares most with the mark; of several, the one with the shortest cue. */
function statementAt({ statements }: Reading, mark: CharSpan): Statement | null {
  const shared = (cue: readonly CharSpan[]): number =>
    sum(cue, span =>
      overlaps(span, mark) ? Math.min(span.end, mark.end) - Math.max(span.start, mark.start) : 0,
    );
  const length = (cue: readonly CharSpan[]): number => sum(cue, ({ start, end }) => end - start);
  return (
    statements
      .filter(({ cue }) => shared(cue) > 0)
      .sort((a, b) => shared(b.cue) - shared(a.cue) || length(a.cue) - length(b.cue))[0] ?? null
  );
}

const sum = (spans: readonly CharSpan[], count: (span: CharSpan) => number): number =>
  spans.reduce((total, span) => total + count(span), 0);

/** In percent; 100 where there is nothing to be right about. */
export const percentRight = <Item>(items: readonly Item[], isRight: (item: Item) => boolean): number =>
  items.length === 0 ? 100 : (100 * items.filter(isRight).length) / items.length;

/** Words as they are compared: in small letters, without quotation marks, outer punctuation and any of `leading`. */
export function plainWords(text: string, leading: RegExp): string {
  let words = text
    .toLowerCase()
    .replaceAll(/[“”"‘’']/g, "'")
    .replaceAll(/(?<!\w)'|'(?!\w)/g, '')
    .replace(/^[\s,.;:]+/, '')
    .replace(/[\s,.;:?!]+$/, '')
    .replaceAll(/\s+/g, ' ');
  while (leading.test(words)) words = words.replace(leading, '');
  return words;
}

/** Which wrong ones are listed: `ERRORS=1` for the open half, `ERRORS=all` for both. */
export const isListed = ({ open }: GoldCase): boolean =>
  process.env.ERRORS === 'all' || (Boolean(process.env.ERRORS) && open);

/** A table's row: the name, then cells from the right. */
export const tableRow = (name: string, cells: readonly string[]): string =>
  name.padEnd(28) + cells.map(cell => cell.padStart(9)).join('');

/** The items of each category, in the order in which categories first come. */
export const byCategory = <Item extends { readonly gold: GoldCase }>(
  items: readonly Item[],
): Map<string, Item[]> => Map.groupBy(items, ({ gold }) => gold.category);
