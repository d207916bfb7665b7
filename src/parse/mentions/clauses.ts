import type { TokenSpan } from '../../domain/index.ts';
import type { MentionVocabulary } from './vocabulary.ts';
import type { Wording } from './wording.ts';

/** What a noun phrase is to the verb beside it; a `controller` is an object that is to do something: "urged |Rao| to go". */
export type ClauseRole = 'subject' | 'controller' | 'object' | 'oblique' | 'modifier';

/** How far a verb is looked for behind what is said in between: "the ambassador, who …, |spoke|". */
const reach = 30;

/** Reads off tags what a phrase is in its clause; `end` is where its sentence ends. */
export function clauseRoleOf(
  wording: Wording,
  vocabulary: MentionVocabulary,
  { from, to }: TokenSpan,
  end: number,
): ClauseRole {
  if (isGoverned(wording, vocabulary, from)) return 'oblique';
  if (verbAfter(wording, to, end) >= 0) return 'subject';
  if (isInverted(wording, vocabulary, from) || !/^(?:VB|RP)/.test(wording.xpos[from - 1] ?? ''))
    return 'subject';
  return wording.xpos[to] === 'TO' && wording.xpos[to + 1] === 'VB' ? 'controller' : 'object';
}

/** A preposition stands before it, not a conjunction. */
export const isGoverned = ({ xpos, lower }: Wording, vocabulary: MentionVocabulary, from: number): boolean =>
  from > 0 && /^(?:IN|TO)$/.test(xpos[from - 1]!) && !vocabulary.is(lower[from - 1]!, 'conjunction');

/** The finite verb of which a phrase that ends at `at` is the subject, -1 without. */
export function verbAfter(wording: Wording, at: number, end: number): number {
  const next = skipAdverbs(wording, at, end);
  if (isFiniteVerb(wording, next, end)) return next;
  if (wording.form[at] !== ',' && wording.form[at] !== '(') return -1;
  for (let comma = at + 1; comma < Math.min(end, at + reach); comma++) {
    if (wording.form[comma] !== ',' && wording.form[comma] !== ')') continue;
    const after = skipAdverbs(wording, comma + 1, end);
    if (isFiniteVerb(wording, after, end)) return after;
  }
  return -1;
}

function skipAdverbs({ xpos }: Wording, at: number, end: number): number {
  while (at < end && /^(?:RB|CC)/.test(xpos[at]!) && xpos[at] !== 'CC') at++;
  return at;
}

const isFiniteVerb = ({ xpos }: Wording, at: number, end: number): boolean =>
  at < end && /^(?:VBD|VBZ|VBP|MD)$/.test(xpos[at]!);

/** "…, said |Ana Rao|". */
const isInverted = ({ xpos, lower, form }: Wording, vocabulary: MentionVocabulary, from: number): boolean =>
  from > 1 &&
  /^VB[DZ]$/.test(xpos[from - 1]!) &&
  vocabulary.sayings.has(lower[from - 1]!) &&
  /^(?:,|"|”|''|’|’’)$/.test(form[from - 2]!);
