import type { CharSpan } from './span.ts';

/** Which story an article tells, among all articles that were put together with it, and why. */
export type Membership = {
  /** The article's. */
  readonly id: string;
  /** Made from the content of the story's first article: the same in any process. */
  readonly story: string;
  readonly because: MembershipReason;
};

export type MembershipReason = {
  /** Articles of the story when this was written, with this one. */
  readonly articles: number;
  /** Which of them is most surely of one story with this one; null for the only article of its story. */
  readonly nearest: { readonly id: string; readonly probability: number } | null;
  /** What it shares with the story, what weighs most first; empty for the only article of its story. */
  readonly shares: readonly SharedTerm[];
};

export type SharedTerm = {
  readonly kind: 'name' | 'number' | 'date' | 'word';
  /** As it stands in one of the articles. */
  readonly text: string;
  /** Its part, 0 to 1, in all that the article shares with the story. */
  readonly weight: number;
  /** Where it stands first in `Article.text`; null where it stands only in a title apart from the text. */
  readonly span: CharSpan | null;
};
