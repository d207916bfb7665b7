import type { CharSpan, Ignore } from '../domain/index.ts';

/** A comment that asks rules to be silent, where it stands in the file. */
export type Comment = CharSpan & { readonly rule: string; readonly reason: string };

const comment = /<!--\s*hearsay-ignore\s+([^\s:]+)\s*(?::\s*([\s\S]*?))?\s*-->/g;

/** The comments `<!-- hearsay-ignore rule-id: reason -->` of a file, in order. */
export const commentsIn = (source: string): Comment[] =>
  [...source.matchAll(comment)].map(({ index, 0: whole, 1: rule = '', 2: reason = '' }) => ({
    start: index,
    end: index + whole.length,
    rule,
    reason: reason.trim(),
  }));

/** Which block an ignore speaks of: the one around it, else the next; -1 after the last. */
export const blockOf = (blocks: readonly CharSpan[], { at }: Ignore): number =>
  blocks.findIndex(({ end }) => end > at);
