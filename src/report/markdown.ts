import { standingLabels } from './labels.ts';
import type { Item, Line, Page, Row, Section } from './page.ts';
import { moreLabel } from './text/print.ts';

/** The page as CommonMark that also GitHub reads as meant; no line is wrapped. */
export const printMarkdown = ({ title, facts, sections }: Page): string =>
  [`# ${printLine(title)}`, '', printLine(facts), ...sections.flatMap(printSection), ''].join('\n');

const printSection = ({ title, items, more }: Section): readonly string[] => [
  '',
  `## ${escapeMarkdown(title)}`,
  '',
  ...items.flatMap(printItem),
  ...(more > 0 ? [`- ${escapeMarkdown(moreLabel(more))}`] : []),
];

function printItem({ standing, head, rows, more }: Item): readonly string[] {
  const indent = head.length === 0 ? '' : '  ';
  const badge = standing ? `**${capitalised(standingLabels[standing])}** ` : '';
  return [
    ...(head.length === 0 ? [] : [`- ${badge}${printLine(head)}`]),
    ...rows.map((row, at) => `${indent}- ${printRow(row, rows.slice(0, at))}`),
    ...(more > 0 ? [`${indent}- ${escapeMarkdown(moreLabel(more))}`] : []),
  ];
}

/** Every row shows its label, also one that continues the row before. */
function printRow({ label, line }: Row, before: readonly Row[]): string {
  const shown = label || before.findLast(row => row.label !== '')?.label;
  return shown ? `_${escapeMarkdown(shown)}:_ ${printLine(line)}` : printLine(line);
}

/** Marks that work at the start of a line (`-`, `1.`) are escaped there. */
const printLine = (line: Line): string =>
  line
    .map(piece => {
      if (piece.as === 'account') return `\\[${piece.number}\\]`;
      const text = escapeMarkdown(piece.text);
      if (piece.as === 'words') return `“${text}”`;
      return piece.as === 'strong' ? `**${text}**` : text;
    })
    .join('')
    .replaceAll('\u00a0', ' ')
    .replace(/^(\d*)([-+=.)])/, '$1\\$2');

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Makes every character stand for itself in the middle of a line; web and mail addresses do not become links. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~&$@^]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, match => `${match.slice(0, -1)}\\.`);
