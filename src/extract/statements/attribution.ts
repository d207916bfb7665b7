import type { Stance, TokenSpan } from '../../domain/index.ts';

/** A statement as a pattern finds it, in tokens: who it is and what it amounts to is worked out later. */
export type Attribution = {
  /** Name of the pattern: `says-quotation`. */
  readonly pattern: string;
  /** The cue's lemma, empty for a quotation without a cue. */
  readonly lemma: string;
  /** What the cue expresses when nothing negates it. */
  readonly stance: Stance;
  /** Null where there is none. */
  readonly source: TokenSpan | null;
  readonly cue: TokenSpan | null;
  readonly contents: readonly TokenSpan[];
  readonly negated: boolean;
  /** 0 to 1, of a trained finder; a pattern's own is in confidence.ts. */
  readonly confidence?: number;
};
