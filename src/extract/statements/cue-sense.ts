import type { Vocabulary } from '../vocabulary.ts';
import { isCapitalised, sentenceAt, type Words } from '../words/words.ts';
import type { VerbGroup } from './verb-group.ts';

/** "who requested anonymity" and "briefed on the sale" say on what authority, not what. */
export function authorityPhraseEnd(words: Words, vocabulary: Vocabulary, at: number): number | null {
  const anonymity = vocabulary.phrases.anonymity(words.lower, at);
  if (/^(?:terms|bar)$/.test(anonymity?.row[1] ?? '')) return anonymity!.to;
  return vocabulary.phrases.basis(words.lower, at)?.to ?? null;
}

/** "a team expected to win", "the sum first reported by": a past form with no subject of its own. */
export const isParticiple = (words: Words, group: VerbGroup): boolean =>
  group.form === 'past' &&
  !group.auxiliary &&
  (words.lower[group.to] === 'by' || (group.verb.lemma === 'expect' && words.lower[group.to] === 'to'));

/** A form that is a noun or an adjective here: "the claims", "her alleged role", "of reports". */
export function isNominal(words: Words, vocabulary: Vocabulary, group: VerbGroup): boolean {
  const left = words.lower[group.from - 1] ?? '';
  const part = vocabulary.partOf.get(left);
  if (part === 'determiner' || left === "'s" || left === 'whose')
    return !/^(?:this|that|one|all)$/.test(left);
  if (group.form === 'ing') return part === 'preposition' && !/^(?:by|after|before|without)$/.test(left);
  if (part === 'preposition' && !isCapitalised(words, group.from - 1)) return true;
  if (group.form === 'base' && !group.auxiliary) return !takesBaseForm(words, vocabulary, group.from - 1);
  return isCapitalised(words, group.at) && group.form !== 'past' && !isHeadline(words, group.at);
}

/** Longer words all have capitals: "Officials Say Talks Failed". At a sentence's start a capital says nothing either. */
function isHeadline(words: Words, at: number): boolean {
  const { from, to } = sentenceAt(words, at);
  for (let word = from; word < to; word++)
    if (/^\p{Ll}{6,}$/u.test(words.form[word]!) && words.quotationOf[word]! < 0) return at === from;
  return true;
}

/** Whether a verb's base form can follow: after "they", "officials", "and". */
function takesBaseForm(words: Words, vocabulary: Vocabulary, at: number): boolean {
  const word = words.lower[at] ?? '';
  if (/^(?:i|we|they|you|who|many|some|others|both|most|people)$/.test(word)) return true;
  if (vocabulary.partOf.get(word) === undefined && /[^s]s$/.test(word) && word !== "'s") return true;
  return endsPluralSubject(words, vocabulary, at);
}

/** "|Opponents of the pipeline| contend": a plural and what a preposition adds to it, at the start of the sentence. */
function endsPluralSubject(words: Words, vocabulary: Vocabulary, at: number): boolean {
  const { from } = sentenceAt(words, Math.max(0, at));
  for (let next = from + 1; next < Math.min(at, from + 4); next++)
    if (vocabulary.partOf.get(words.lower[next]!) === 'preposition')
      return at - next < 6 && /[^s]s$/.test(words.lower[next - 1]!) && isCapitalised(words, from);
  return false;
}
