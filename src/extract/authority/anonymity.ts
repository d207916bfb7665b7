import type { TokenSpan } from '../../domain/index.ts';
import { trimmedEnd } from '../statements/content.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { sentenceAt, type Words } from '../words/words.ts';

/** On what terms a source goes unnamed, in tokens. */
export type Terms = { readonly terms: TokenSpan; readonly reason: TokenSpan | null };

/** Every place in the article that says on what terms somebody goes unnamed, in order. */
export function findTerms(words: Words, vocabulary: Vocabulary): Terms[] {
  const found: Terms[] = [];
  for (let at = 0; at < words.form.length; at++) {
    const phrase = vocabulary.phrases.anonymity(words.lower, at);
    if (phrase?.row[1] !== 'terms' || words.quotationOf[at]! >= 0) continue;
    found.push({ terms: { from: at, to: phrase.to }, reason: reasonAfter(words, vocabulary, phrase.to) });
    at = phrase.to - 1;
  }
  return found;
}

/** "because they were not authorised to speak": to the end of the sentence, or the comma before what follows. */
function reasonAfter(words: Words, vocabulary: Vocabulary, start: number): TokenSpan | null {
  if (start >= words.form.length) return null;
  const from = words.lower[start] === ',' ? start + 1 : start;
  if (vocabulary.phrases.anonymity(words.lower, from)?.row[1] !== 'reason') return null;
  const { to: last } = sentenceAt(words, start);
  let to = from + 1;
  while (to < last && !/^[,;:—–“"]$/.test(words.form[to]!)) to++;
  return { from, to: trimmedEnd(words, from, to) };
}
