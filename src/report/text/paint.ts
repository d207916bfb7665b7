import type { Run, Style } from './wrap.ts';

const codes: Readonly<Record<Style, readonly [string, string] | null>> = {
  plain: null,
  strong: ['\x1b[1m', '\x1b[22m'],
  quiet: ['\x1b[2m', '\x1b[22m'],
  words: ['\x1b[36m', '\x1b[39m'],
  account: ['\x1b[33m', '\x1b[39m'],
};

/** Kept words together while the line was wrapped. */
const noBreak = '\u00a0';

/** The runs as one string, with the terminal's codes for each style where `colour` is set. */
export function paint(runs: readonly Run[], colour: boolean): string {
  let painted = '';
  for (let at = 0; at < runs.length; ) {
    const { style } = runs[at]!;
    let text = '';
    while (at < runs.length && runs[at]!.style === style) text += runs[at++]!.text;
    const code = colour ? codes[style] : null;
    text = text.replaceAll(noBreak, ' ');
    painted += code ? `${code[0]}${text}${code[1]}` : text;
  }
  return painted;
}
