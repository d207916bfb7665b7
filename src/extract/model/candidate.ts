import type { TokenSpan } from '../../domain/index.ts';
import type { Attribution } from '../statements/attribution.ts';

/** A statement that the taggers or a pattern found and nobody has judged yet. */
export type CandidateAttribution = {
  readonly cue: TokenSpan;
  /** One or none. */
  readonly sources: readonly TokenSpan[];
  readonly contents: readonly TokenSpan[];
  /** By how much the first tagger prefers a cue here to none; below 0 where it prefers none. */
  readonly lead: number;
  /** By how much the second tagger prefers the edges of content, and of source, to others; 0 for a pattern. */
  readonly contentGap: number;
  readonly sourceGap: number;
  /** The pattern that found it; null for the taggers. */
  readonly pattern: string | null;
};

/** The lead of a cue that the first tagger does not so much as consider. */
const noLead = -8;

/** Puts what patterns make of cues beside what the taggers make of them, where it is not the same. In the order of cues. */
export function withPatterns(
  tagged: readonly CandidateAttribution[],
  patterns: readonly Attribution[],
): CandidateAttribution[] {
  const found = patterns.flatMap(({ cue, source, contents, pattern }): CandidateAttribution[] => {
    if (!cue || contents.length === 0) return [];
    const sources = source ? [source] : [];
    const sameCue = tagged.filter(other => overlaps(other.cue, cue));
    if (sameCue.some(other => sameSpans(other.contents, contents) && sameSpans(other.sources, sources)))
      return [];
    const lead = Math.max(noLead, ...sameCue.map(other => other.lead));
    return [{ cue, sources, contents, lead, contentGap: 0, sourceGap: 0, pattern }];
  });
  return [...tagged, ...found].sort((a, b) => a.cue.from - b.cue.from);
}

export const overlaps = (a: TokenSpan, b: TokenSpan): boolean => a.from < b.to && b.from < a.to;

const sameSpans = (some: readonly TokenSpan[], others: readonly TokenSpan[]): boolean =>
  some.length === others.length &&
  some.every(({ from, to }, index) => from === others[index]!.from && to === others[index]!.to);
