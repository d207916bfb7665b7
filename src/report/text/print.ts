import { standingLabels } from '../labels.ts';
import type { Item, Line, Page, Row, Section } from '../page.ts';
import { quiet, strong } from '../page.ts';
import { paint } from './paint.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

/** `width` is in columns of the terminal; at least 20 are taken. */
export type TextOptions = { readonly width: number; readonly colour: boolean };

const indent = 2;
/** With fewer columns, a row's label stands before its line rather than in a column of its own. */
const enoughForLabels = 60;

/** The page as lines for a terminal, none wider than `width` unless one word alone is. */
export function printText(page: Page, options: TextOptions): string {
  const printer = createPrinter({ ...options, width: Math.max(20, options.width) });
  const head = [...printer.lines(page.title.map(emphasised), 0), ...printer.lines(page.facts, 0)];
  return `${[...head, ...page.sections.flatMap(printer.section)].join('\n')}\n`;
}

const emphasised = (piece: Line[number]): Line[number] => (piece.as === 'plain' ? strong(piece.text) : piece);

function createPrinter({ width, colour }: TextOptions) {
  /** The first line starts with `first`, which takes as many columns as the others are indented by. */
  const lines = (line: Line, hang: number, first = ' '.repeat(hang)): string[] =>
    wrap(line, width - hang).map((runs, at) => (at === 0 ? first : ' '.repeat(hang)) + paint(runs, colour));

  const row = ({ label, line }: Row, labelWidth: number): string[] => {
    if (width < enoughForLabels || labelWidth === 0)
      return lines(label === '' ? line : [quiet(`${label}: `), ...line], indent * 2);
    const first = `${' '.repeat(indent * 2)}${paint([{ style: 'quiet', text: label.padEnd(labelWidth) }], colour)}`;
    return lines(line, indent * 2 + labelWidth, first);
  };

  const item = ({ standing, head, rows, more }: Item): string[] => {
    const longest = Math.max(0, ...rows.map(({ label }) => displayWidth(label)));
    const labelWidth = longest === 0 ? 0 : longest + 2;
    return [
      ...(standing ? lines([strong(standingLabels[standing].toUpperCase())], indent) : []),
      ...lines(head, indent),
      ...rows.flatMap(each => row(each, labelWidth)),
      ...(more > 0 ? lines([quiet(moreLabel(more))], indent * 2) : []),
    ];
  };

  const section = ({ title, items, more }: Section): string[] => [
    '',
    ...lines([strong(title.toUpperCase())], 0),
    ...items.flatMap(each => ['', ...item(each)]),
    ...(more > 0 ? ['', ...lines([quiet(moreLabel(more))], indent)] : []),
  ];

  return { lines, section };
}

/** What stands in place of the rest of a long list. */
export const moreLabel = (more: number): string => `and ${more} more (--format json lists all)`;
