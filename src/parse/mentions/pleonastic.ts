import type { Candidate } from './candidate.ts';
import type { MentionVocabulary } from './vocabulary.ts';
import type { Wording } from './wording.ts';

/** Verbs whose "it" means nothing before "that" or "like". */
const seeming = /^(?:seem|appear|turn|happen|follow|emerge|matter)(?:s|ed)?$/;

/** "It |is unclear whether|", "it |appears that|", "it |took three days to|": a subject that means nobody. */
export function isPleonastic(
  wording: Wording,
  vocabulary: MentionVocabulary,
  { from, sentence, pronoun }: Candidate,
): boolean {
  if (pronoun?.use === 'possessive') return false;
  const { lower, xpos } = wording;
  const end = Math.min(wording.sentences[sentence]!.to, from + 14);
  let at = from + 1;
  while (at < end && /^(?:RB|MD)$/.test(xpos[at]!)) at++;
  if (seeming.test(lower[at] ?? ''))
    return lower.slice(at, end).some(word => word === 'that' || word === 'like' || word === 'as');
  if (!vocabulary.is(lower[at] ?? '', 'copula') && lower[at] !== "'s" && lower[at] !== 'has') return false;
  while (at < end && (vocabulary.is(lower[at]!, 'copula') || /^(?:RB|VBZ|VBD)$/.test(xpos[at]!))) at++;
  if (!/^(?:JJ|VBN|NN|DT|IN|CD)/.test(xpos[at] ?? '')) return false;
  for (let later = at; later < end; later++) {
    if (/^(?:that|whether|if|who|how|why)$/.test(lower[later]!) && later > at) return true;
    if (xpos[later] === 'TO' && /^VB$/.test(xpos[later + 1] ?? '') && /^(?:JJ|NN)/.test(xpos[at]!))
      return true;
    if (/^[.;:]$/.test(lower[later]!)) return false;
  }
  return false;
}
