import type { Line, Piece } from '../page.ts';
import { displayWidth } from './width.ts';

/** Text of one style. */
export type Run = { readonly style: Style; readonly text: string };
export type Style = 'plain' | 'strong' | 'quiet' | 'words' | 'account';

/** A word is what has no space in it; it may be of several styles: `“word”;`. */
type Word = { readonly runs: Run[]; width: number };

/**
 * The line as lines of at most `width` columns, unless a word alone takes more; all but the first have `hang`
 * columns fewer. It breaks at spaces, and
 * at no-break spaces only within what would be too wide. Costs linear time.
 */
export function wrap(line: Line, width: number, hang = 0): Run[][] {
  const rows: Run[][] = [];
  let row: Run[] = [];
  let used = 0;
  for (const word of wordsThatFit(line.map(runOf), width - hang)) {
    if (used > 0 && used + 1 + word.width > width - (rows.length > 0 ? hang : 0)) {
      rows.push(row);
      row = [];
      used = 0;
    }
    if (used > 0)
      row.push({
        style: row.at(-1)?.style === word.runs[0]?.style ? word.runs[0]!.style : 'plain',
        text: ' ',
      });
    row.push(...word.runs);
    used += (used > 0 ? 1 : 0) + word.width;
  }
  return used > 0 ? [...rows, row] : rows;
}

/** A piece as the terminal shows it, quotation marks and brackets included. */
const runOf = (piece: Piece): Run => {
  if (piece.as === 'account') return { style: 'account', text: `[${piece.number}]` };
  return { style: piece.as, text: piece.as === 'words' ? `“${piece.text}”` : piece.text };
};

const wordsThatFit = (runs: readonly Run[], width: number): readonly Word[] =>
  wordsOf(runs, /( +)/).flatMap(word => (word.width <= width ? [word] : wordsOf(word.runs, /(\u00a0)/)));

/** The words between the separators, which are spaces and captured by the pattern. */
function wordsOf(runs: readonly Run[], separator: RegExp): readonly Word[] {
  const words: Word[] = [];
  let open = false;
  for (const { style, text } of runs) {
    for (const [at, part] of text.split(separator).entries()) {
      if (part === '') continue;
      const isSpace = at % 2 === 1;
      if (!isSpace && open) extend(words.at(-1)!, { style, text: part });
      if (!isSpace && !open) words.push({ runs: [{ style, text: part }], width: displayWidth(part) });
      open = !isSpace;
    }
  }
  return words;
}

function extend(word: Word, run: Run): void {
  word.runs.push(run);
  word.width += displayWidth(run.text);
}
