import { standingLabels } from '../labels.ts';
import type { Item, Line, Page, Row, Section } from '../page.ts';
import { line, quiet, strong } from '../page.ts';
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
  /** The first line starts with `first`, which takes `hang` columns; the others are indented by as many. */
  const lines = (pieces: Line, hang: number, first = ' '.repeat(hang)): string[] => {
    const lead = leadWidth(pieces);
    return wrap(pieces, width - hang, lead).map(
      (runs, at) => (at === 0 ? first : ' '.repeat(hang + lead)) + paint(runs, colour),
    );
  };

  const row = ({ label, line: pieces }: Row, hang: number, labelWidth: number): string[] => {
    if (labelWidth === 0) return lines(pieces, hang + (leadWidth(pieces) > 0 ? 0 : indent), ' '.repeat(hang));
    if (width < enoughForLabels)
      return lines(
        label === '' ? pieces : [quiet(`${label.trimEnd()}: `), ...pieces],
        hang + indent,
        ' '.repeat(hang),
      );
    const first = ' '.repeat(hang) + paint([{ style: 'quiet', text: label.padEnd(labelWidth) }], colour);
    return lines(pieces, hang + labelWidth, first);
  };

  const item = ({ standing, head, rows, more }: Item): string[] => {
    const longest = rows.reduce((most, { label }) => Math.max(most, displayWidth(label)), 0);
    const hang = indent + (head.length === 0 ? 0 : leadWidth(head) || indent);
    return [
      ...lines(
        standing ? line`${strong(standingLabels[standing].toUpperCase())}\u00a0 ${head}` : head,
        indent,
      ),
      ...rows.flatMap(each => row(each, hang, longest === 0 ? 0 : longest + 2)),
      ...(more > 0 ? lines([quiet(moreLabel(more))], hang) : []),
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

/** What follows an account's number at the start of a line hangs under itself: the columns of `[1] `. */
const leadWidth = ([first]: Line): number => (first?.as === 'account' ? `[${first.number}] `.length : 0);

/** What stands in place of the rest of a long list. */
export const moreLabel = (more: number): string => `and ${more} more (--format json lists all)`;
