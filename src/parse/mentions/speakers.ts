import type { Candidate } from './candidate.ts';
import { verbAfter } from './clauses.ts';
import type { Passage } from './passage.ts';

/** Who says each quotation, as a candidate; missing where the syntax does not tell. */
export function findSpeakers(passage: Passage): ReadonlyMap<number, number> {
  const { sentences } = passage.wording;
  const subjects = subjectsOf(passage);
  const speakers = new Map<number, number>();
  let lastSpeaker = -1;
  for (const [sentence, { block }] of sentences.entries()) {
    if (block !== sentences[sentence - 1]?.block) lastSpeaker = announced(passage, sentence, subjects);
    const speaker = subjects.saying.get(sentence) ?? -1;
    if (speaker >= 0) lastSpeaker = speaker;
    const { quotations, isWhole } = quotationsIn(passage, sentence);
    // A sentence that is quotation and no more goes on with the speaker of its paragraph.
    const speaks = speaker >= 0 ? speaker : isWhole ? lastSpeaker : -1;
    for (const quotation of quotations)
      if (speaks >= 0 && !speakers.has(quotation)) speakers.set(quotation, speaks);
  }
  return speakers;
}

/** The quotations of a sentence, and whether no word stands outside them. */
function quotationsIn(
  { wording }: Passage,
  sentence: number,
): { quotations: ReadonlySet<number>; isWhole: boolean } {
  const { from, to } = wording.sentences[sentence]!;
  const quotations = new Set<number>();
  let isWhole = true;
  for (let at = from; at < to; at++) {
    if (wording.quotationOf[at]! >= 0) quotations.add(wording.quotationOf[at]!);
    else if (isWhole && /\p{L}/u.test(wording.form[at]!)) isWhole = false;
  }
  return { quotations, isWhole };
}

/** By sentence: its first subject, and the subject of its first verb of saying outside quotations. */
type Subjects = { readonly first: ReadonlyMap<number, number>; readonly saying: ReadonlyMap<number, number> };

function subjectsOf(passage: Passage): Subjects {
  const first = new Map<number, number>();
  const saying = new Map<number, number>();
  for (const candidate of passage.candidates) {
    const { sentence, inside, from, index, clauseRole, pronoun } = candidate;
    if (inside >= 0 || clauseRole !== 'subject') continue;
    if (!first.has(sentence)) first.set(sentence, index);
    if (saying.has(sentence) || passage.wording.quotationOf[from]! >= 0) continue;
    if ((!pronoun || pronoun.person === 'third') && isSaying(passage, candidate)) saying.set(sentence, index);
  }
  return { first, saying };
}

/** "|Ana Rao| said", "said |Ana Rao|". */
function isSaying({ wording, vocabulary }: Passage, { from, far, sentence }: Candidate): boolean {
  const { lower, xpos, quotationOf, sentences } = wording;
  const isVerb = (at: number): boolean =>
    at >= 0 && vocabulary.sayings.has(lower[at]!) && /^VB/.test(xpos[at]!) && quotationOf[at]! < 0;
  return (
    (from > sentences[sentence]!.from && isVerb(from - 1)) ||
    isVerb(verbAfter(wording, far, sentences[sentence]!.to))
  );
}

/** "Ana Rao issued a statement:" before a paragraph of quotation. */
function announced({ wording }: Passage, sentence: number, { first }: Subjects): number {
  const before = wording.sentences[sentence - 1];
  const opens = wording.quotationOf[wording.sentences[sentence]!.from]! >= 0;
  return before && opens && wording.form[before.to - 1] === ':' ? (first.get(sentence - 1) ?? -1) : -1;
}
