import type {
  Article,
  Change,
  ChangeEvent,
  Claim,
  CorrectionKind,
  CorrectionRecord,
  Difference,
  Reading,
  SourceKind,
  Stance,
  StandingKind,
  Story,
} from '../domain/index.ts';

/** One page of a list; `next` is what to ask for the page after it, null on the last one. Opaque. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };
/** `limit` is 1 to 200; `after` a `next` that the same question gave. */
export type PageWish = { readonly limit: number; readonly after?: string | null };

/** An article as lists show it: its newest version. */
export type ArticleEntry = {
  readonly id: string;
  /** As it was given. */
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly storyId: string;
  /** From 1. */
  readonly version: number;
  readonly statements: number;
  /** ISO 8601, UTC: when its first version was added, and its newest one. */
  readonly addedAt: string;
  readonly changedAt: string;
};

/** What a new version does to the sourcing of an article, against the one before. */
export type VersionChanges = {
  /** As two accounts differ; passages of `before` are places in the version before, `after` in this one. */
  readonly differences: readonly Difference[];
  /** Ids of statements that only the version before has, and that only this one has. */
  readonly statementsGone: readonly string[];
  readonly statementsNew: readonly string[];
};

export type ArticleVersion = {
  readonly articleId: string;
  readonly version: number;
  readonly addedAt: string;
  /** As extracted, before corrections. */
  readonly reading: Reading;
  /** Null for the first version. */
  readonly changes: VersionChanges | null;
};

/** By which articles are known again. */
export type ArticleKeys = {
  /** The address without what does not tell articles apart; null without an address. Unique in the store. */
  readonly canonicalUrl: string | null;
  /** A hash of outlet, title and text. */
  readonly contentKey: string;
};

/** A story as lists show it. */
export type StoryEntry = {
  readonly id: string;
  /** Grows by one each time the story is written. */
  readonly revision: number;
  /** The title of the account that was published first, else the wording of the first claim. */
  readonly title: string;
  readonly accounts: number;
  readonly outlets: number;
  readonly claims: number;
  readonly disputed: number;
  readonly firstPublished: string | null;
  readonly lastPublished: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The newest change of a standing of a claim that was there before; null where none has changed yet. */
  readonly movedAt: string | null;
  /** The story that it was merged into; such a story has no accounts. */
  readonly mergedInto: string | null;
};

/** A story with its accounts: `story.id` is the entry's, and each claim's id is kept from revision to revision. */
export type StoredStory = { readonly entry: StoryEntry; readonly story: Story };

/** A claim as lists show it. */
export type ClaimEntry = {
  readonly id: string;
  readonly storyId: string;
  readonly wording: string;
  readonly standing: StandingKind;
  readonly accounts: number;
  readonly originsLeast: number;
  readonly originsMost: number;
  /** When it got the standing that it has. */
  readonly since: string;
};
export type StoredClaim = {
  readonly entry: ClaimEntry;
  readonly claim: Claim;
  readonly history: readonly Change[];
};

/** A statement as search finds it. */
export type StatementEntry = {
  readonly articleId: string;
  readonly statementId: string;
  readonly storyId: string;
  readonly outlet: string | null;
  readonly articleTitle: string | null;
  /** ISO 8601; null where the article has no date. */
  readonly published: string | null;
  /** The source's words in the statement, null for a statement without a source. */
  readonly speaker: string | null;
  /** `SourceEntry.key`; null for a source that is known only inside its article ("two officials"). */
  readonly sourceKey: string | null;
  readonly sourceKind: SourceKind | null;
  readonly stance: Stance;
  /** The words of the content, pieces joined by " … "; empty for "declined to comment". */
  readonly words: string;
  /** Where cue, source and content together begin and end in the article's text. */
  readonly start: number;
  readonly end: number;
};

/** What a search asks for; all that is given must hold. Words are looked for in content and title, by their stems. */
export type StatementQuery = {
  readonly words?: string;
  /** Words of the source's name or description. */
  readonly speaker?: string;
  readonly sourceKey?: string;
  readonly sourceKind?: SourceKind;
  readonly stance?: Stance;
  readonly outlet?: string;
  readonly storyId?: string;
  readonly articleId?: string;
  /** Days, ISO 8601, both inclusive. */
  readonly from?: string;
  readonly to?: string;
};
export type ArticleQuery = Pick<StatementQuery, 'words' | 'outlet' | 'storyId' | 'from' | 'to'>;
export type ArticleFound = ArticleEntry & {
  /** Some words around the first that was looked for, with “…” where the text goes on; empty where no words were. */
  readonly excerpt: string;
};

/** A named source in all articles together; told apart by name and by whether it is a person or a body. */
export type SourceEntry = {
  readonly key: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly statements: number;
  readonly articles: number;
  readonly stories: number;
};

export type OutletEntry = {
  readonly outlet: string;
  readonly articles: number;
  readonly stories: number;
  readonly lastPublished: string | null;
};

/** A feed that is watched, with how its last fetch went. All times ISO 8601, UTC. */
export type Feed = {
  readonly url: string;
  readonly title: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly checkedAt: string | null;
  /** The last time that it could be fetched and read. */
  readonly succeededAt: string | null;
  readonly nextAt: string | null;
  /** In a row, up to now. */
  readonly failures: number;
  readonly problem: string | null;
  /** Items that it has given so far, and articles that came of them. */
  readonly items: number;
  readonly articles: number;
};

/** An item of a feed that was looked at, so that it is not fetched again; with what went wrong. */
export type FeedItem = {
  readonly feedUrl: string;
  /** The item's own id, else its address. */
  readonly key: string;
  readonly url: string | null;
  readonly seenAt: string;
  /** Null where it could not be made an article yet. */
  readonly articleId: string | null;
  readonly problem: string | null;
  /** How many of the three rounds that it is given are used up: all at once where asking again would be in vain. */
  readonly attempts: number;
};

export const roles = ['read', 'write', 'admin'] as const;
/** Each may do what those before it may. */
export type Role = (typeof roles)[number];
export type AccessToken = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** SHA-256 of the secret, in hex. */
  readonly hash: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
};

/** What is written of one story. `story` is null for one that has no accounts any more. */
export type StoryWrite = {
  readonly id: string;
  readonly story: Story | null;
  readonly title: string;
  readonly mergedInto: string | null;
};

export type ArticleWrite = ArticleVersion & ArticleKeys & { readonly storyId: string };

/** All that one addition or correction changes. Written whole or not at all. */
export type Commit = {
  /** `Store.head()` when the work began: somebody else's commit in between makes this one fail. */
  readonly after: number;
  readonly at: string;
  readonly articles: readonly ArticleWrite[];
  /** Of articles that were there before: in which story they are now. */
  readonly moves: readonly { readonly articleId: string; readonly storyId: string }[];
  /**
   * The readings that stories show and statements are searched by, where corrections make them other than the version's.
   * Each holds until the next one for its article, or a new version of it.
   */
  readonly corrected: readonly Reading[];
  readonly stories: readonly StoryWrite[];
  readonly corrections: readonly CorrectionRecord[];
  readonly changes: readonly {
    readonly storyId: string;
    readonly articleId: string | null;
    readonly event: ChangeEvent;
  }[];
};
/** `behind`: the store has moved on since `after`; read anew and try again. */
export type CommitResult =
  | { readonly ok: true; readonly head: number }
  | { readonly ok: false; readonly reason: 'behind' };

export type StoryOrder = 'moved' | 'updated' | 'published';

/**
 * Keeps articles, readings, stories and what people said of them, and finds them again. Every method that writes does so
 * in one transaction; what it has answered outlives a crash. Safe to use from several processes at once.
 */
export type Store = {
  readonly engine: 'sqlite' | 'postgres';
  /** The `seq` of the newest change; 0 for an empty store. A commit without changes moves it by one too. */
  readonly head: () => Promise<number>;
  /**
   * A claim may go from one story to another where the commit writes both. It throws where a claim's id belongs to a story that it
   * does not write, where an address belongs to another article, and for an article that is not there.
   */
  readonly commit: (commit: Commit) => Promise<CommitResult>;

  readonly article: (id: string) => Promise<ArticleEntry | null>;
  readonly articles: (query: ArticleQuery, page: PageWish) => Promise<Page<ArticleFound>>;
  /** Which article has these keys: by address first, else by content. */
  readonly findArticle: (keys: ArticleKeys) => Promise<(ArticleEntry & ArticleKeys) | null>;
  /** Oldest first. */
  readonly versions: (articleId: string) => Promise<readonly ArticleVersion[]>;
  /** The newest version of each, as extracted, in the order asked for; those that are not there are left out. */
  readonly readings: (articleIds: readonly string[]) => Promise<readonly Reading[]>;
  /** The newest articles, oldest first, as a stream: what is needed to place others beside them. */
  readonly recentArticles: (
    limit: number,
  ) => AsyncIterable<{ readonly article: Article; readonly storyId: string }>;

  /** Null for one without accounts too: `storyEntry` says where they went. */
  readonly story: (id: string) => Promise<StoredStory | null>;
  readonly storyEntry: (id: string) => Promise<StoryEntry | null>;
  /** Without those that were merged into others. */
  readonly stories: (order: StoryOrder, page: PageWish) => Promise<Page<StoryEntry>>;
  readonly claims: (
    query: { readonly storyId?: string; readonly standing?: StandingKind },
    page: PageWish,
  ) => Promise<Page<ClaimEntry>>;
  readonly claim: (id: string) => Promise<StoredClaim | null>;
  /** In order of `seq`, those after `after`. */
  readonly changes: (query: {
    readonly after: number;
    readonly limit: number;
    readonly storyId?: string;
    readonly kind?: Change['event']['kind'];
  }) => Promise<readonly Change[]>;
  /** Newest first. */
  readonly latestChanges: (query: {
    readonly limit: number;
    readonly storyId?: string;
    readonly kind?: Change['event']['kind'];
  }) => Promise<readonly Change[]>;

  /** Newest publication first. */
  readonly statements: (query: StatementQuery, page: PageWish) => Promise<Page<StatementEntry>>;
  /** Those with most statements first; `words` are looked for in names. */
  readonly sources: (query: { readonly words?: string }, page: PageWish) => Promise<Page<SourceEntry>>;
  readonly source: (key: string) => Promise<SourceEntry | null>;
  readonly outlets: (page: PageWish) => Promise<Page<OutletEntry>>;

  /** In order of `at`. Withdrawn ones only where asked for. */
  readonly corrections: (query: {
    readonly kind?: CorrectionKind;
    /** Those that speak of any of these. */
    readonly articleIds?: readonly string[];
    readonly storyIds?: readonly string[];
    readonly withdrawn?: boolean;
  }) => Promise<readonly CorrectionRecord[]>;
  readonly correction: (id: string) => Promise<CorrectionRecord | null>;

  readonly feeds: () => Promise<readonly Feed[]>;
  readonly feed: (url: string) => Promise<Feed | null>;
  readonly saveFeed: (feed: Feed) => Promise<void>;
  readonly removeFeed: (url: string) => Promise<boolean>;
  readonly feedItem: (feedUrl: string, key: string) => Promise<FeedItem | null>;
  readonly saveFeedItem: (item: FeedItem) => Promise<void>;
  /** Those with a problem, newest first. */
  readonly failedItems: (feedUrl: string | null, limit: number) => Promise<readonly FeedItem[]>;

  readonly tokens: () => Promise<readonly AccessToken[]>;
  readonly saveToken: (token: AccessToken) => Promise<void>;

  /** How far a reader of the log has come; 0 for one that is not known. */
  readonly mark: (reader: string) => Promise<number>;
  readonly setMark: (reader: string, seq: number) => Promise<void>;

  readonly counts: () => Promise<{
    readonly articles: number;
    readonly stories: number;
    readonly claims: number;
    readonly statements: number;
  }>;
  /** What is wrong with what is kept, in a clause each; empty where all is well. Reads everything. */
  readonly check: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};
