import type {
  AccessToken,
  ArticleEntry,
  ArticleKeys,
  ClaimEntry,
  Feed,
  FeedItem,
  SourceEntry,
  StatementEntry,
  StoryEntry,
} from './store.ts';

/** The tables, by their columns' names: a row of most is a value of `store.ts` and what it is found by. */
export type Tables = {
  /** One row, `id` 1: where the log stands. Whoever writes locks it first. */
  readonly head: { readonly id: number; readonly seq: number };
  readonly articles: ArticleRow;
  readonly versions: VersionRow;
  readonly statements: StatementRow;
  readonly sources: SourceRow;
  readonly stories: StoryRow;
  readonly claims: ClaimRow;
  readonly changes: ChangeRow;
  readonly corrections: CorrectionRow;
  /** What a correction speaks of; articles and stories. */
  readonly subjects: {
    readonly correctionId: string;
    readonly kind: 'article' | 'story';
    readonly id: string;
  };
  readonly feeds: Feed;
  readonly feedItems: FeedItem;
  readonly tokens: AccessToken;
  readonly marks: { readonly reader: string; readonly seq: number };
};

/** Compressed JSON: see `packed.ts`. */
export type Packed = Uint8Array;

type ArticleRow = ArticleEntry &
  ArticleKeys & {
    /** By publication, unique: see `place.ts`. */
    readonly place: number;
    /** Counts articles as they are added, from 1. */
    readonly arrival: number;
    /** The reading that holds, where corrections make it other than the newest version's: a `Packed` one, without its article. */
    readonly corrected: Packed | null;
  };

type VersionRow = {
  readonly articleId: string;
  readonly version: number;
  readonly addedAt: string;
  readonly article: Packed;
  /** Without its article. */
  readonly reading: Packed;
  readonly changes: Packed | null;
};

type StatementRow = Omit<StatementEntry, 'articleTitle' | 'published'> & {
  /** By publication of the article, unique; statements of one article stand together, the first one highest. */
  readonly place: number;
};

/** `folded` is the name as `searchText` makes it, with a space before it. */
type SourceRow = SourceEntry & { readonly folded: string };

type StoryRow = StoryEntry & {
  /** The story with ids in the place of its accounts; null for one that has no accounts any more. */
  readonly body: Packed | null;
  /** What the three orders sort by: text that sorts as time does, empty for none. */
  readonly movedKey: string;
  readonly publishedKey: string;
};

type ClaimRow = ClaimEntry & {
  /** In the story's order, from 0. */
  readonly position: number;
  /** When the story last told it; null for one that it tells. */
  readonly retiredAt: string | null;
  /** The claim as it was when it was retired; null before that, for the story's body has it. */
  readonly body: Packed | null;
};

type ChangeRow = {
  readonly seq: number;
  readonly at: string;
  readonly storyId: string;
  readonly articleId: string | null;
  readonly kind: string;
  readonly claimId: string | null;
  /** JSON. */
  readonly event: string;
};

type CorrectionRow = {
  readonly id: string;
  /** In the order in which they were first written, from 1. */
  readonly position: number;
  readonly kind: string;
  readonly at: string;
  readonly by: string;
  readonly note: string | null;
  readonly withdrawnAt: string | null;
  /** JSON. */
  readonly correction: string;
};
