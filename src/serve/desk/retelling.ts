import type { Article, Correction, Reading, StandingChange, Story } from '../../domain/index.ts';
import type { VersionChanges } from '../../store/index.ts';

/** What is to be made of one story: its accounts as they are now, some of which have still to be read. */
export type RetellingWork = {
  readonly storyId: string;
  /** Which result of earlier work the story carries on from; null where `kept` is sent, or the story is new. */
  readonly from: string | null;
  /** Under which name the result is remembered. */
  readonly as: string;
  /** The story as it is stored; null for a new one, and where `from` says which it is. */
  readonly kept: Story | null;
  /** Another story that goes into this one: its claims carry on too. */
  readonly joined: Story | null;
  /** Ids that its new claims must not get: another story's claims have them. */
  readonly taken: readonly string[];
  /** Who belongs to it now. */
  readonly accountIds: readonly string[];
  /** Readings that `kept` has not, or not as they were extracted. */
  readonly readings: readonly Reading[];
  readonly articles: readonly Article[];
  /** Of articles that have a new version: the reading of the one before. */
  readonly earlier: readonly Reading[];
  /** Those in force. */
  readonly corrections: readonly Correction[];
  /** Articles of which somebody set a speaker right, though that may be withdrawn now. */
  readonly spokenOf: readonly string[];
};

export type FreshReading = { readonly reading: Reading; readonly changes: VersionChanges | null };

export type Retold = {
  readonly story: Story;
  /** In the order of `RetellingWork.articles`, as extracted. */
  readonly fresh: readonly FreshReading[];
  /** Of the articles in `RetellingWork.spokenOf`, as corrected. */
  readonly corrected: readonly Reading[];
  readonly changes: readonly StandingChange[];
};

/** Does the work; null where the result that it carries on from is not remembered here. */
export type Retell = (work: RetellingWork) => Retold | null;
