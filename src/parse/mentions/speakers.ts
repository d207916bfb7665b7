import type { Candidate } from './candidate.ts';
import { verbAfter } from './clauses.ts';
import type { Passage } from './passage.ts';

/** Who says each quotation, as a candidate; missing where the syntax does not tell. */
export function findSpeakers(passage: Passage): ReadonlyMap<number, number> {
  const { wording } = passage;
  const subjects = subjectsOfSaying(passage);
  const speakers = new Map<number, number>();
  let lastBlock = -1;
  let lastSpeaker = -1;
  for (const [sentence, { from, to, block }] of wording.sentences.entries()) {
    if (block !== lastBlock) lastSpeaker = announced(passage, sentence);
    lastBlock = block;
    const speaker = subjects.get(sentence) ?? -1;
    if (speaker >= 0) lastSpeaker = speaker;
    for (let at = from; at < to; at++) {
      const quotation = wording.quotationOf[at]!;
      if (quotation < 0) continue;
      if (speaker >= 0 && (!speakers.has(quotation) || sentence > 0))
        speakers.set(quotation, speakers.get(quotation) ?? speaker);
      else if (lastSpeaker >= 0 && !speakers.has(quotation) && isWholly(passage, from, to))
        speakers.set(quotation, lastSpeaker);
    }
  }
  return speakers;
}

/** A sentence that is quotation and no more goes on with the speaker of its paragraph. */
const isWholly = ({ wording }: Passage, from: number, to: number): boolean => {
  for (let at = from; at < to; at++)
    if (wording.quotationOf[at]! < 0 && /\p{L}/u.test(wording.form[at]!)) return false;
  return true;
};

/** By sentence, the subject of its first verb of saying outside quotations. */
function subjectsOfSaying({ wording, vocabulary, candidates }: Passage): ReadonlyMap<number, number> {
  const { lower, xpos, quotationOf, sentences } = wording;
  const isSaying = (at: number): boolean =>
    at >= 0 && vocabulary.sayings.has(lower[at] ?? '') && /^VB/.test(xpos[at]!) && quotationOf[at]! < 0;
  const subjects = new Map<number, number>();
  for (const candidate of candidates) {
    const { sentence, inside, from, far, index, clauseRole, pronoun } = candidate;
    if (inside >= 0 || clauseRole !== 'subject' || quotationOf[from]! >= 0 || subjects.has(sentence))
      continue;
    if (pronoun && pronoun.person !== 'third') continue;
    const isBefore = isSaying(from - 1) && from - 1 >= sentences[sentence]!.from;
    if (isBefore || isSaying(verbAfter(wording, far, sentences[sentence]!.to))) subjects.set(sentence, index);
  }
  return subjects;
}

/** "Ana Rao issued a statement:" before a paragraph of quotation. */
function announced({ wording, candidates }: Passage, sentence: number): number {
  const before = wording.sentences[sentence - 1];
  const first = wording.sentences[sentence]!.from;
  if (!before || wording.form[before.to - 1] !== ':' || wording.quotationOf[first]! < 0) return -1;
  return (
    candidates.find(
      ({ sentence: own, inside, clauseRole }: Candidate) =>
        own === sentence - 1 && inside < 0 && clauseRole === 'subject',
    )?.index ?? -1
  );
}
