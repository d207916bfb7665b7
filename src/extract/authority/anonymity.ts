import type { TokenSpan } from '../../domain/index.ts';
import { trimmedEnd } from '../statements/content.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { sentenceAt, type Words } from '../words/words.ts';

/** On what terms a source goes unnamed, or why, in tokens: one of the two at least. */
export type Terms =
  | { readonly terms: TokenSpan; readonly reason: TokenSpan | null }
  | { readonly terms: null; readonly reason: TokenSpan };

/** Every place in the article that says on what terms somebody goes unnamed, in order. */
export function findTerms(words: Words, vocabulary: Vocabulary): Terms[] {
  const found: Terms[] = [];
  for (let at = 0; at < words.form.length; at++) {
    const phrase = vocabulary.phrases.anonymity(words.lower, at);
    const part = phrase?.row[1] ?? '';
    if (!phrase || words.quotationOf[at]! >= 0) continue;
    if (part === 'terms') {
      const reason = reasonAfter(words, vocabulary, phrase.to);
      found.push({ terms: { from: at, to: phrase.to }, reason });
      at = (reason?.to ?? phrase.to) - 1;
    } else if (part === 'bar') {
      const reason = { from: at, to: barEnd(words, vocabulary, phrase.to) };
      found.push({ terms: null, reason });
      at = reason.to - 1;
    }
  }
  return found;
}

/** "who was not authorised to speak |and asked …|": before the comma, the next terms or the verb that the clause leads to. */
function barEnd(words: Words, vocabulary: Vocabulary, start: number): number {
  const { to: last } = sentenceAt(words, start);
  let to = start;
  while (
    to < last &&
    !/^[,;:—–“"]$/.test(words.form[to]!) &&
    !(words.lower[to] === 'and' && vocabulary.phrases.anonymity(words.lower, to + 1)) &&
    !vocabulary.verbs
      .get(words.lower[to]!)
      ?.some(({ form, verb }) => form === 'past' && verb.frames.has('quote'))
  )
    to++;
  return trimmedEnd(words, start - 1, to);
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
