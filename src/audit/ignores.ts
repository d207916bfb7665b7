import type { CharSpan, Ignore } from '../domain/index.ts';

/** A comment that asks a rule to be silent, where it stands in the file. */
export type Comment = CharSpan & { readonly rule: string; readonly reason: string };

const comment = /<!--\s*hearsay-ignore\b([\s\S]{0,2000}?)-->/gi;

/** The comments `<!-- hearsay-ignore rule-id: reason -->` of a file, in order, also those that name no rule or several. */
export const commentsIn = (source: string): Comment[] =>
  [...source.matchAll(comment)].map(({ index, 0: whole, 1: inside = '' }) => {
    const [rule = '', ...reason] = inside.split(':');
    return { start: index, end: index + whole.length, rule: rule.trim(), reason: reason.join(':').trim() };
  });

/** What is wrong with an ignore, in a clause; null where nothing is. */
export function ignoreProblem({ rule, reason }: Ignore, running: ReadonlySet<string>): string | null {
  if (!running.has(rule)) return 'names no rule that is on';
  return reason === '' ? 'gives no reason' : null;
}

/** Index of the block that an ignore speaks of: the one around it, else the next; -1 after the last. */
export const blockOf = (blocks: readonly CharSpan[], { at }: Ignore): number =>
  blocks.findIndex(({ end }) => end > at);
