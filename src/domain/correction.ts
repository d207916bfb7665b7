import type { SourceKind } from './reading.ts';
import type { CharSpan } from './span.ts';

/** What `Statement.madeBy` says where a person has set the speaker right. */
export const correctionMaker = 'correction/1';

/** Words of an article by which a correction finds its place again, in a later version too. */
export type QuotedPlace = CharSpan & {
  readonly articleId: string;
  /** What stood there when the correction was made. */
  readonly words: string;
};

/**
 * Where the words of a place stand in a text: at the place itself, else where they stand nearest to it; null where they
 * do not stand at all.
 * @example
 * findPlace('Now Ms Rao said', { articleId: 'a', start: 0, end: 6, words: 'Ms Rao' }) // { start: 4, end: 10 }
 */
export function findPlace(text: string, { start, words }: QuotedPlace): CharSpan | null {
  if (words === '') return null;
  const after = text.indexOf(words, start);
  const before = after === start || start <= 0 ? -1 : text.lastIndexOf(words, start - 1);
  const isAfter = after >= 0 && (before < 0 || after - start <= start - before);
  const found = isAfter ? after : before;
  return found < 0 ? null : { start: found, end: found + words.length };
}

/** Who speaks, as a person has set it right: words of the same article, or null for nobody who can be told. */
export type CorrectedSpeaker = { readonly place: QuotedPlace; readonly kind: SourceKind } | null;

/**
 * What a person sets right. It is kept as a record and replayed whenever the story is recomputed, so that it outlives
 * late articles and new versions.
 */
export type Correction =
  | {
      readonly kind: 'speaker';
      readonly articleId: string;
      /** The content of the statement, or its cue where it has no content. */
      readonly statement: QuotedPlace;
      readonly speaker: CorrectedSpeaker;
    }
  /** The two places tell one claim. */
  | { readonly kind: 'same-claim'; readonly places: readonly [QuotedPlace, QuotedPlace] }
  /** The article tells another story: `toStoryId`, or one of its own where that is null. */
  | {
      readonly kind: 'not-this-story';
      readonly articleId: string;
      readonly storyId: string;
      readonly toStoryId: string | null;
    }
  /** The two are one story, which goes on as `intoStoryId`. */
  | { readonly kind: 'same-story'; readonly storyId: string; readonly intoStoryId: string };

export const correctionKinds = ['speaker', 'same-claim', 'not-this-story', 'same-story'] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** A correction with who made it and when. One that was withdrawn is kept, and no longer replayed. */
export type CorrectionRecord = {
  readonly id: string;
  readonly correction: Correction;
  readonly by: string;
  /** Why, in the person's words; null where nothing was said. */
  readonly note: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly withdrawnAt: string | null;
};
