import { createHash } from 'node:crypto';
import { type Article, overlaps, type TimeExpression, textOf } from '../../src/domain/index.ts';
import { createParser } from '../../src/parse/index.ts';
import { readJsonLines } from '../corpora/files.ts';
import type { Evaluation } from './evaluation.ts';

type Gold = {
  readonly start: number;
  readonly end: number;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
};

type Row = {
  readonly id: string;
  readonly dct: string;
  readonly text: string;
  readonly timex: readonly Gold[];
};

/** A gold expression and a found one that overlaps it; either alone is a miss or a false alarm. */
type Pair = { readonly row: Row; readonly gold: Gold | null; readonly found: TimeExpression | null };

/**
 * Dates and times against TIMEX3 annotation. `f`: spans that overlap, one to one; `valueF`: the same, and the value is
 * the same string (TempEval-3's relaxed match and value F1). Rows are halved by a hash of their id: errors may be looked
 * at in the open half, which `ERRORS=1` lists; the closed half says how well that carries over.
 */
export const evaluation: Evaluation = {
  defaultFile: 'time/timex-a.jsonl.gz',
  run: file => {
    const parse = createParser();
    const pairs = readJsonLines<Row>(file).flatMap(row => paired(row, parse(articleOf(row)).times));
    const open = pairs.filter(({ row }) => isOpen(row));
    const closed = pairs.filter(({ row }) => !isOpen(row));
    const lines = [
      ...(process.env.ERRORS ? open.filter(pair => !isRight(pair)).map(described) : []),
      tableRow('', ['gold', 'found', 'f', 'valueF']),
      ...['DATE', 'TIME', 'DURATION', 'SET'].map(type => scoreRow(type, pairs.filter(hasType(type)))),
      scoreRow('open half', open),
      scoreRow('closed half', closed),
    ];
    const all = score(pairs);
    return {
      listing: lines.join('\n'),
      figures: {
        f: all.f,
        valueF: all.valueF,
        openValueF: score(open).valueF,
        closedF: score(closed).f,
        closedValueF: score(closed).valueF,
      },
    };
  },
};

const isOpen = ({ id }: Row): boolean => createHash('sha256').update(id).digest()[0]! % 2 === 0;

/** Paragraphs are divided by blank lines. */
function articleOf({ id, dct, text }: Row): Article {
  const blocks = [...text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)].map(({ index, 0: block }) => ({
    start: index,
    end: index + block.trimEnd().length,
    kind: 'paragraph' as const,
  }));
  const publisher = { url: null, outlet: null, title: null, byline: null, published: dct, fetched: null };
  return { id, ...publisher, language: 'en', text, blocks };
}

function paired(row: Row, times: readonly TimeExpression[]): Pair[] {
  const free = new Set(times);
  const golds = [...row.timex].sort((a, b) => a.start - b.start);
  const pairs: Pair[] = golds.map(gold => {
    const found = [...free].find(time => overlaps(gold, time)) ?? null;
    if (found) free.delete(found);
    return { row, gold, found };
  });
  return [...pairs, ...[...free].map(found => ({ row, gold: null, found }))];
}

const isRight = ({ gold, found }: Pair): boolean => gold !== null && gold.value === found?.value;

const hasType =
  (type: string) =>
  ({ gold, found }: Pair): boolean =>
    (gold?.type ?? found!.kind.toUpperCase()) === type;

function score(pairs: readonly Pair[]) {
  const gold = pairs.filter(pair => pair.gold).length;
  const found = pairs.filter(pair => pair.found).length;
  const f = (hits: number) => (200 * hits) / Math.max(1, gold + found);
  return {
    gold,
    found,
    f: f(pairs.filter(pair => pair.gold && pair.found).length),
    valueF: f(pairs.filter(isRight).length),
  };
}

function scoreRow(name: string, pairs: readonly Pair[]): string {
  const { gold, found, f, valueF } = score(pairs);
  return tableRow(name, [String(gold), String(found), f.toFixed(1), valueF.toFixed(1)]);
}

const tableRow = (name: string, cells: readonly string[]): string =>
  name.padEnd(12) + cells.map(cell => cell.padStart(8)).join('');

/** One line: what is wrong, the value in gold and the value found, and the words in their place. */
function described({ row, gold, found }: Pair): string {
  const problem = !found ? 'missed' : !gold ? 'false' : 'value';
  const span = found ?? gold!;
  const place = { start: Math.max(0, span.start - 40), end: span.start };
  const before = textOf(row.text, place);
  const after = row.text.slice(span.end, span.end + 25);
  const words = `${before}[[${textOf(row.text, span)}]]${after}`.replaceAll(/\s+/g, ' ');
  return `${problem}\t${gold?.value ?? '-'}\t${found ? found.value : '-'}\t${row.dct}\t${words}`;
}
