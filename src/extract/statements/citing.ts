import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { sentenceAt, type Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { subjectAfter } from './subject.ts';

/** Whom an outlet cites for what it reports: "The Courier, citing two aides, reported that …"; null where it cites nobody. */
export function citedIn(words: Words, vocabulary: Vocabulary, { cue, lemma }: Attribution): TokenSpan | null {
  if (!cue || !/^(?:report|say|write|reveal|disclose)$/.test(lemma)) return null;
  const { from, to } = sentenceAt(words, cue.from);
  let citing = from;
  while (citing < to && words.lower[citing] !== 'citing') citing++;
  if (citing + 1 >= to || words.quotationOf[citing]! >= 0) return null;
  const cited = subjectAfter(words, vocabulary, citing + 1, true);
  return cited && { from: cited.from, to: beforeWhom(words, cited) };
}

function beforeWhom(words: Words, { from, to }: TokenSpan): number {
  for (let at = from + 1; at < to; at++) if (words.lower[at] === 'whom') return at;
  return to;
}
