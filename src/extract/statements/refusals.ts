import { isStance, type TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { clauseEnd } from './content.ts';
import { subjectBefore } from './subject.ts';
import { isAdverb } from './verb-group.ts';

/** "declined to comment on the sale", "did not respond to a request": a source gives no answer. */
export function findRefusals(words: Words, vocabulary: Vocabulary, sentence: TokenSpan): Attribution[] {
  const found: Attribution[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const phrase = vocabulary.phrases.refusals(words.lower, at);
    const stance = phrase?.row[1] ?? '';
    if (!phrase || !isStance(stance) || words.quotationOf[at]! >= 0) continue;
    const start = groupStart(words, vocabulary, at, sentence.from);
    const source = refuserBefore(words, vocabulary, start, sentence.from);
    const contents = subjectMatter(words, vocabulary, phrase.to, sentence.to);
    found.push({
      pattern: 'refusal',
      lemma: phrase.row[0]!,
      stance,
      source,
      cue: { from: start, to: phrase.to },
      contents,
      negated: false,
    });
    at = Math.max(phrase.to, contents.at(-1)?.to ?? 0) - 1;
  }
  return found;
}

function groupStart(words: Words, vocabulary: Vocabulary, at: number, first: number): number {
  let start = at;
  while (
    start > first &&
    (vocabulary.partOf.get(words.lower[start - 1]!) === 'auxiliary' ||
      isAdverb(words, vocabulary, start - 1) ||
      words.lower[start - 1] === 'both')
  )
    start--;
  return start;
}

/** The subject; that of the sentence for ", while not commenting" and "and declined". */
function refuserBefore(words: Words, vocabulary: Vocabulary, start: number, first: number): TokenSpan | null {
  let end = start;
  while (end > first && /^(?:,|while|and|but|also)$/.test(words.lower[end - 1]!)) end--;
  const own = subjectBefore(words, vocabulary, end);
  return own ?? subjectBefore(words, vocabulary, start);
}

/** What "on", "to" or an object names; nothing after a plain refusal. */
function subjectMatter(words: Words, vocabulary: Vocabulary, after: number, last: number): TokenSpan[] {
  const word = words.lower[after] ?? '';
  const from = /^(?:on|about|upon|for)$/.test(word) ? after + 1 : after;
  if (from >= last || /^[.,;:!?"“”'–—-]+$/.test(words.form[from]!)) return [];
  if (isComment(words, from, last)) return [];
  if (from === after && !opensMatter(vocabulary.partOf.get(word), word)) return [];
  return [{ from, to: clauseEnd(words, vocabulary, from, 'phrase') }];
}

/** "a request for comment", "for comment": it is about nothing. */
const isComment = (words: Words, from: number, last: number): boolean =>
  /^(?:(?:an?|the|multiple|several|repeated|email|further)\b ?)*(?:(?:emails?|calls?|messages?|questions?|requests?|inquiries|enquiries) )?(?:(?:seeking|for|requesting|asking for) )?(?:further |immediate |a )?(?:comments?|responses?)\b/.test(
    words.lower.slice(from, Math.min(last, from + 8)).join(' '),
  );

const opensMatter = (part: string | undefined, word: string): boolean =>
  part === undefined ||
  part === 'determiner' ||
  /^(?:whether|how|why|what|if|who|where|it|that|when)$/.test(word);
