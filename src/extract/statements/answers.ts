import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isWord, type Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';

/** A longer content says more than that something is untrue. */
const longest = 14;

/**
 * The statement, with the stance that its content shows where the cue shows none: "said it was a lie" denies, and
 * "“No comment,” she said" declines to comment.
 */
export function withAnswer(words: Words, vocabulary: Vocabulary, attribution: Attribution): Attribution {
  const [content, ...more] = attribution.contents;
  if (attribution.stance !== 'asserts' || attribution.negated || !content || more.length > 0)
    return attribution;
  const { from, to } = withoutMarks(words, content);
  const said = words.lower.slice(from, Math.min(to, from + longest + 1));
  if (said.length > longest) return attribution;
  if (/^(?:i have |we have )?no (?:further )?comment\b/.test(said.join(' ')))
    return { ...attribution, stance: 'declines-to-comment' };
  return deniesTruth(said) || callsUntrue(words, vocabulary, attribution, { from, to })
    ? { ...attribution, stance: 'denies' }
    : attribution;
}

function withoutMarks(words: Words, { from, to }: TokenSpan): TokenSpan {
  let [start, end] = [from, to];
  while (start < end && !isWord(words, start)) start++;
  while (end > start && !isWord(words, end - 1)) end--;
  return { from: start, to: end };
}

/** "there was absolutely no truth in" */
const deniesTruth = (said: readonly string[]): boolean =>
  /^(?:that )?there (?:is|was|'s|were) (?:\S+ )?(?:no|not any|n't any) (?:truth|substance|basis|foundation) (?:in|to|for)\b/.test(
    said.join(' '),
  );

/** "(it was) a lie", "(called) the story a lie": the content ends so, and nothing in it negates that. */
function callsUntrue(
  words: Words,
  vocabulary: Vocabulary,
  { lemma }: Attribution,
  { from, to }: TokenSpan,
): boolean {
  for (let at = from; at < to; at++) {
    if (vocabulary.phrases.untruths(words.lower, at)?.to === to)
      return namesThings.test(lemma) || endsInBe(words, vocabulary, from, at);
    if (/^(?:negation|conjunction)$/.test(vocabulary.partOf.get(words.lower[at]!) ?? ''))
      return namesThings.test(lemma) && words.lower[at] === 'as'
        ? callsAt(words, vocabulary, at + 1, to)
        : false;
  }
  return false;
}

/** "described the report |as| baseless" */
function callsAt(words: Words, vocabulary: Vocabulary, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (vocabulary.phrases.untruths(words.lower, at)?.to === to) return true;
  return false;
}

const namesThings = /^(?:call|describe|brand|dub|label|characterise|denounce|portray|declare)$/;

/** A form of "be" stands within three words before. */
function endsInBe(words: Words, vocabulary: Vocabulary, from: number, at: number): boolean {
  for (let left = at - 1; left >= Math.max(from, at - 4); left--)
    if (vocabulary.partOf.get(words.lower[left]!) === 'be' || words.lower[left] === "'s") return true;
  return false;
}
