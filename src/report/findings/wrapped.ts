import { wrap } from '../text/wrap.ts';

/** A text as lines of at most `width` columns, all with the same indent. */
export const wrapped = (text: string, width: number, indent: string): string[] =>
  wrap([{ as: 'plain', text }], Math.max(20, width - indent.length)).map(
    runs => indent + runs.map(run => run.text).join(''),
  );
