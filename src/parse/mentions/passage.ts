import type { Candidate } from './candidate.ts';
import type { Clusters } from './clusters.ts';
import type { MentionVocabulary } from './vocabulary.ts';
import type { Wording } from './wording.ts';

/** All that a sieve looks at; only `clusters` changes. */
export type Passage = {
  readonly wording: Wording;
  readonly vocabulary: MentionVocabulary;
  readonly candidates: readonly Candidate[];
  readonly clusters: Clusters;
  /** Candidates that say what somebody is: "a spokesman for Mr. Trump" beside a name. */
  readonly descriptions: Set<number>;
};
