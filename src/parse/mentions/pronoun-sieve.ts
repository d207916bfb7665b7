import type { Candidate } from './candidate.ts';
import type { Passage } from './passage.ts';
import { isPleonastic } from './pleonastic.ts';
import { isObject, scoreOf } from './salience.ts';
import { findSpeakers } from './speakers.ts';
import type { Pronoun } from './vocabulary.ts';

/** How many sentences and candidates back a pronoun looks. */
const reach = { sentences: 3, candidates: 120 };

/** By how much the best must be better than the next for "he" to mean it. */
const margin = 5;

/** What the best must have at least. */
const least = 55;

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
  const ahead = fronted(passage, candidate, pronoun);
  if (ahead >= 0) return ahead;
  const scores = new Map<number, { score: number; index: number }>();
  const own = ownSubject(passage, candidate, pronoun);
  const isBarred = (index: number): boolean =>
    (speaker >= 0 && clusters.same(speaker, index)) || (own >= 0 && clusters.same(own, index));
  const last = Math.max(0, candidate.index - reach.candidates);
  for (let index = candidate.index - 1; index >= last; index--) {
    const before = candidates[index]!;
    if (candidate.sentence - before.sentence > reach.sentences) break;
    if (!canMean(passage, candidate, pronoun, before) || isBarred(index)) continue;
    const score = scoreOf(passage, candidate, before);
    const cluster = clusters.of(index);
    if (score > (scores.get(cluster)?.score ?? -1)) scores.set(cluster, { score, index });
  }
  return clearlyBest([...scores.values()]);
}

function clearlyBest(found: readonly { readonly score: number; readonly index: number }[]): number {
  const [best, next] = [...found].sort((a, b) => b.score - a.score || b.index - a.index);
  if (!best || best.score < least) return -1;
  return !next || best.score - next.score >= margin ? best.index : -1;
}

function canMean(passage: Passage, candidate: Candidate, pronoun: Pronoun, before: Candidate): boolean {
  const { clusters, wording } = passage;
  const { index, pronoun: other, far, from } = before;
  if (far > candidate.from && before.from <= candidate.from && before !== candidate) return false;
  if (other && !clusters.isJoined(index)) return false;
  if (before.kind === 'demonym') return false;
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

/** "In |his| first term Mr. Trump pulled out": in a phrase that opens the sentence it looks forward to the subject; -1 without. */
function fronted(passage: Passage, candidate: Candidate, pronoun: Pronoun): number {
  const { candidates, wording } = passage;
  const { from } = wording.sentences[candidate.sentence]!;
  if (
    pronoun.use !== 'possessive' ||
    candidate.from - from > 3 ||
    !/^(?:IN|TO)$/.test(wording.xpos[candidate.from - 1] ?? '')
  )
    return -1;
  for (let index = candidate.index + 1; index < candidates.length; index++) {
    const after = candidates[index]!;
    if (after.sentence !== candidate.sentence) return -1;
    if (after.clauseRole !== 'subject' || after.inside >= 0) continue;
    return after.kind === 'name' && canMean(passage, after, pronoun, after) ? index : -1;
  }
  return -1;
}

/** The subject of the verb whose object the pronoun is, and that it cannot mean: "Trump met |him|"; -1 without. */
function ownSubject({ candidates, wording }: Passage, candidate: Candidate, pronoun: Pronoun): number {
  if (!isObject(pronoun, candidate)) return -1;
  let from = candidate.from;
  const last = Math.max(0, candidate.index - reach.candidates);
  for (let index = candidate.index - 1; index >= last; index--) {
    const before = candidates[index]!;
    if (before.sentence !== candidate.sentence) return -1;
    if (before.inside >= 0) continue;
    if (before.clauseRole === 'subject' || before.clauseRole === 'controller') return index;
    if (hasInfinitive(wording.xpos, before.far, from)) return -1;
    from = before.from;
  }
  return -1;
}

/** "asked Quill |to call| him": who asked is not who calls. */
function hasInfinitive(xpos: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to - 1; at++) if (xpos[at] === 'TO' && /^VB/.test(xpos[at + 1]!)) return true;
  return false;
}
