import type { Candidate } from './candidate.ts';
import type { Passage } from './passage.ts';
import type { Pronoun } from './vocabulary.ts';
import type { Wording } from './wording.ts';

/** "him", and "it" or "her" where they are no subject and own nothing. */
export const isObject = ({ use }: Pronoun, { clauseRole }: Candidate): boolean =>
  use === 'object' || (use === 'any' && clauseRole !== 'subject');

/** Points, set by trying on silver articles; only their proportions matter. */
const points = {
  subject: 30,
  /** Does what comes next, so "his" is rather theirs. */
  controller: 46,
  object: 15,
  oblique: 5,
  modifier: 8,
  /** For each sentence in between. */
  sentence: -32,
  otherBlock: -12,
  /** For each mention, at most six. */
  mention: 3,
  samePronoun: 18,
  ownerIsSubject: 10,
  possessesSubject: 8,
  unknownGender: -6,
  thing: -4,
  /** "it" as an object is rather a thing. */
  objectIsNobody: -75,
  singleThey: -40,
  strangeThey: -30,
  outOfQuotation: -40,
};

/** How near, how prominent and how much spoken of (after Lappin and Leass 1994). */
export function scoreOf(
  { clusters, wording, candidates }: Passage,
  candidate: Candidate,
  before: Candidate,
): number {
  const pronoun = candidate.pronoun!;
  const { index, inside, clauseRole } = before;
  const distance = candidate.sentence - before.sentence;
  const kind = clusters.kind(index);
  let score = 100 + points[clauseRole] + points.sentence * distance;
  score += points.mention * Math.min(6, clusters.members(index).length);
  if (blockOf(wording, candidate) !== blockOf(wording, before)) score += points.otherBlock;
  if (before.pronoun && before.pronoun.gender === pronoun.gender) score += points.samePronoun;
  if (pronoun.use === 'possessive' && distance === 0 && clauseRole === 'subject')
    score += points.ownerIsSubject;
  if (inside >= 0 && candidates[inside]!.clauseRole === 'subject') score += points.possessesSubject;
  if (wording.quotationOf[before.from]! >= 0 && wording.quotationOf[candidate.from]! < 0)
    score += points.outOfQuotation;
  if (pronoun.gender === 'thing') {
    if (kind === null || kind === 'other') return score + points.thing;
    return isObject(pronoun, candidate) ? score + points.objectIsNobody : score;
  }
  if (pronoun.gender !== 'any') return clusters.gender(index) === null ? score + points.unknownGender : score;
  if (clusters.number(index) !== 'several') score += points.singleThey;
  return kind === 'person' || kind === 'organisation' ? score : score + points.strangeThey;
}

const blockOf = ({ sentences }: Wording, { sentence }: Candidate): number => sentences[sentence]!.block;
