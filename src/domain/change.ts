import type { StandingKind } from './story.ts';

/** What happened to what is kept: one entry of the log that alerts, feeds and live pages are read from. */
export type Change = {
  /** Grows by at least one from entry to entry; never used twice. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly storyId: string;
  /** The article that brought it about; null where a person did. */
  readonly articleId: string | null;
  readonly event: ChangeEvent;
};

export type ChangeEvent =
  | { readonly kind: 'article-added' }
  /** The article has a new version. */
  | { readonly kind: 'article-changed'; readonly version: number }
  /** The article left the story; `toStoryId` is where it is now. */
  | { readonly kind: 'article-left'; readonly toStoryId: string }
  | { readonly kind: 'story-merged'; readonly intoStoryId: string }
  | { readonly kind: 'corrected'; readonly correctionId: string; readonly withdrawn: boolean }
  | StandingChange;

/** A claim's standing, before and after: `before` is null for a new claim, `after` for one that nobody tells any more. */
export type StandingChange = {
  readonly kind: 'standing';
  readonly claimId: string;
  readonly before: StandingKind | null;
  readonly after: StandingKind | null;
  /** The words of the claim when it changed. */
  readonly wording: string;
  /** The number of origins, at least, after the change. */
  readonly origins: number;
};

export const changeKinds = [
  'article-added',
  'article-changed',
  'article-left',
  'story-merged',
  'corrected',
  'standing',
] as const;
export type ChangeKind = (typeof changeKinds)[number];
