import type { Stance, TokenSpan } from '../../domain/index.ts';
import type { Attribution } from '../statements/attribution.ts';
import { confidenceOf } from '../statements/confidence.ts';
import { hasVerb } from '../words/dominated.ts';
import { within } from '../words/spans.ts';
import type { Words } from '../words/words.ts';
import { overlaps } from './candidate.ts';

/** Whether what a pattern finds is told beside what the finder found (`outer`). */
export const isWanted = (words: Words, outer: readonly Attribution[], pattern: Attribution): boolean =>
  isFree(outer, pattern) &&
  isTold(outer, pattern) &&
  !isVerbless(words, pattern) &&
  !isObject(words, pattern);

/** No statement found has its cue, or stands in its content. */
const isFree = (outer: readonly Attribution[], { cue, contents }: Attribution): boolean =>
  !outer.some(
    other => (cue && overlaps(other.cue!, cue)) || contents.some(content => within(content, other.cue!)),
  );

/** "The firm called |reports| of a leak “false”": the noun is what another verb is about, and no verb. */
const isObject = ({ doc }: Words, { source, cue }: Attribution): boolean => {
  const last = source && cue && source.to === cue.from ? doc.tokens[source.to - 1] : undefined;
  return last !== undefined && /^VB[DPZ]$/.test(last.xpos) && !last.relation.startsWith('acl');
};

/** "after inspectors found |a leak|": taken for a clause without "that", but nothing is said in it. */
const isVerbless = (words: Words, { pattern, contents }: Attribution): boolean =>
  pattern === 'clause' && contents.every(content => !hasVerb(words, content) && !isQuoted(words, content));

const isQuoted = ({ quotationOf }: Words, { from, to }: TokenSpan): boolean =>
  quotationOf.subarray(from, to).some(index => index >= 0);

/** What a reader wants to know even where it is doubtful whether it was said or done. */
const spokenActs: ReadonlySet<Stance> = new Set([
  'warns',
  'promises',
  'denies',
  'confirms',
  'disputes',
  'alleges',
  'admits',
  'demands',
  'asks',
  'supports',
  'opposes',
]);

/** Patterns that are right as often as this are believed also where the finder does not agree. */
const trusted = 0.65;

function isTold(outer: readonly Attribution[], { cue, contents, pattern, stance }: Attribution): boolean {
  if (cue && outer.some(other => other.contents.some(content => within(content, cue)))) return true;
  if (cue) return confidenceOf(pattern) >= trusted || spokenActs.has(stance);
  return !outer.some(other => other.contents.some(content => contents.some(own => overlaps(own, content))));
}
