import type { Candidate } from './candidate.ts';
import type { Passage } from './passage.ts';
import { isPleonastic } from './pleonastic.ts';
import { findSpeakers } from './speakers.ts';
import type { Pronoun } from './vocabulary.ts';

/** How many sentences and candidates back a pronoun looks. */
const reach = { sentences: 3, candidates: 120 };

/** By how much the best must be better than the next for "he" to mean it. */
const margin = 8;

/** Resolves personal pronouns in the order of the text, so that each knows whom those before it mean. */
export function joinPronouns(passage: Passage): void {
  const speakers = findSpeakers(passage);
  for (const candidate of passage.candidates) {
    const { pronoun, index } = candidate;
    if (!pronoun || pronoun.person === 'relative' || pronoun.person === 'second') continue;
    const speaker = speakers.get(passage.wording.quotationOf[candidate.from]!) ?? -1;
    const meant = pronoun.person === 'first' ? speaker : resolve(passage, candidate, pronoun, speaker);
    if (meant < 0 || meant === index) continue;
    passage.clusters.join(meant, index);
  }
}

/** The candidate that is meant, or -1: none fits, or two fit as well. */
function resolve(passage: Passage, candidate: Candidate, pronoun: Pronoun, speaker: number): number {
  const { candidates, clusters, wording, vocabulary } = passage;
  if (pronoun.gender === 'thing' && isPleonastic(wording, vocabulary, candidate)) return -1;
  const scores = new Map<number, { score: number; index: number }>();
  const last = Math.max(0, candidate.index - reach.candidates);
  for (let index = candidate.index - 1; index >= last; index--) {
    const before = candidates[index]!;
    if (candidate.sentence - before.sentence > reach.sentences) break;
    if (!canMean(passage, candidate, pronoun, before) || (speaker >= 0 && clusters.same(speaker, index)))
      continue;
    const score = scoreOf(passage, candidate, before);
    const cluster = clusters.of(index);
    if (score > (scores.get(cluster)?.score ?? -1)) scores.set(cluster, { score, index });
  }
  return clearlyBest([...scores.values()]);
}

function clearlyBest(found: readonly { readonly score: number; readonly index: number }[]): number {
  const [best, next] = [...found].sort((a, b) => b.score - a.score || b.index - a.index);
  return best && (!next || best.score - next.score >= margin) ? best.index : -1;
}

function canMean(passage: Passage, candidate: Candidate, pronoun: Pronoun, before: Candidate): boolean {
  const { clusters, wording } = passage;
  const { index, pronoun: other, far, from } = before;
  if (far > candidate.from && before.from <= candidate.from) return false;
  if (other && !clusters.isJoined(index)) return false;
  if (before.kind === 'demonym') return false;
  if (
    isSameClause(passage, before, candidate) &&
    pronoun.use !== 'reflexive' &&
    pronoun.use !== 'possessive' &&
    before.clauseRole === 'subject'
  )
    return false;
  if (pronoun.person !== 'third' || wording.isTime[from]) return false;
  const kind = clusters.kind(index);
  const gender = clusters.gender(index);
  const number = clusters.number(index);
  if (pronoun.gender === 'male' || pronoun.gender === 'female')
    return kind === 'person' && number !== 'several' && (gender === null || gender === pronoun.gender);
  if (pronoun.gender === 'thing') return kind !== 'person' && number !== 'several';
  if (number === 'several') return true;
  return kind === 'organisation' || (kind === 'person' && !clusters.isNamed(index) && gender === null);
}

/** No verb or clause begins between them: "Trump met |him|". */
function isSameClause({ wording }: Passage, before: Candidate, candidate: Candidate): boolean {
  if (before.sentence !== candidate.sentence) return false;
  const { xpos } = wording;
  let verbs = 0;
  for (let at = before.to; at < candidate.from; at++) {
    if (
      /^(?:VBD|VBZ|VBP|MD|TO|WP|WDT|VBG)$/.test(xpos[at]!) &&
      !(xpos[at] === 'TO' && !/^VB/.test(xpos[at + 1] ?? ''))
    )
      verbs++;
    if (verbs > 1 || xpos[at] === ':' || wording.lower[at] === 'that') return false;
  }
  return verbs > 0;
}

const roleScores = { subject: 40, object: 15, oblique: 5, modifier: 12 } as const;

/** How near, how prominent and how much spoken of (after Lappin and Leass 1994). */
function scoreOf(
  { clusters, wording, candidates }: Passage,
  candidate: Candidate,
  before: Candidate,
): number {
  const pronoun = candidate.pronoun!;
  const distance = candidate.sentence - before.sentence;
  const sameBlock =
    wording.sentences[candidate.sentence]!.block === wording.sentences[before.sentence]!.block;
  let score = 100 - 32 * distance - (sameBlock ? 0 : 6) + roleScores[before.clauseRole];
  score += Math.min(18, 3 * clusters.members(before.index).length);
  const kind = clusters.kind(before.index);
  if (before.kind === 'pronoun' && before.pronoun!.gender === pronoun.gender) score += 12;
  if (pronoun.use === 'possessive' && distance === 0 && before.clauseRole === 'subject') score += 10;
  if (before.inside >= 0 && candidates[before.inside]!.clauseRole === 'subject') score += 8;
  if (pronoun.gender !== 'thing' && pronoun.gender !== 'any' && clusters.gender(before.index) === null)
    score -= 12;
  if (pronoun.gender === 'thing' && (kind === null || kind === 'other')) score -= 8;
  if (pronoun.gender === 'any' && clusters.number(before.index) !== 'several') score -= 25;
  if (pronoun.gender === 'any' && kind !== 'person' && kind !== 'organisation') score -= 15;
  if (wording.quotationOf[before.from]! >= 0 && wording.quotationOf[candidate.from]! < 0) score -= 25;
  return score;
}
