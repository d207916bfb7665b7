import type { CharSpan } from './span.ts';

/** What a block of text is in the article. Tokens and sentences never cross a block's edge. */
export const blockKinds = ['title', 'heading', 'paragraph', 'list-item', 'quotation'] as const;
export type BlockKind = (typeof blockKinds)[number];

export type Block = CharSpan & { readonly kind: BlockKind };

/**
 * One published text and what its publisher says of it.
 *
 * `text` is never edited after it was read: every span in every later value points into it. Blocks are in order,
 * do not overlap, are not empty, and hold all of the text but white space. A `title` that the input gave apart from
 * its text (a JSON line, say) is not in `text` and has no block.
 */
export type Article = {
  /** Given with the input, else made from the content. */
  readonly id: string;
  readonly url: string | null;
  /** The publisher's name as the input gives it, else the file's name: what a reader calls this account. */
  readonly outlet: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  /** ISO 8601 date or date and time, as precise as the input. */
  readonly published: string | null;
  readonly fetched: string | null;
  /** BCP 47; only English is read today. */
  readonly language: 'en';
  readonly text: string;
  readonly blocks: readonly Block[];
};
