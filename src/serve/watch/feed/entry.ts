/** One item of a feed, whatever its format. */
export type FeedEntry = {
  /** The item's own id, else its address. */
  readonly key: string;
  /** Absolute; null for an item that leads nowhere. */
  readonly url: string | null;
  readonly title: string | null;
  readonly author: string | null;
  /** As the feed writes it. */
  readonly published: string | null;
  /** HTML; null where the feed has no more than a teaser. */
  readonly content: string | null;
};

export type FeedContent = {
  readonly title: string | null;
  /** In the order of the feed. */
  readonly entries: readonly FeedEntry[];
  /** For how long the feed says that it need not be asked again; null where it does not. */
  readonly restMs: number | null;
  /** Whether the feed broke off, so that only its first items are here. */
  readonly isCut: boolean;
};
