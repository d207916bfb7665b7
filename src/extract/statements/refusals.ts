import { isStance, type TokenSpan } from '../../domain/index.ts';
import type { FoundPhrase } from '../../learn/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { clauseEnd } from './content.ts';
import { subjectAfter, subjectBefore } from './subject.ts';
import { isAdverb } from './verb-group.ts';

/** "declined to comment on the sale", "did not respond to a request": a source gives no answer. */
export function findRefusals(words: Words, vocabulary: Vocabulary, sentence: TokenSpan): Attribution[] {
  const found: Attribution[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    const phrase = vocabulary.phrases.refusals(words.lower, at);
    const stance = phrase?.row[1] ?? '';
    if (!phrase || !isStance(stance) || words.quotationOf[at]! >= 0) continue;
    const start = groupStart(words, vocabulary, at, sentence.from);
    const asked = askedAfter(words, vocabulary, phrase, sentence.to);
    if (asked === 'nobody') continue;
    const source =
      asked ?? askedBy(words, vocabulary, refuserBefore(words, vocabulary, start, sentence.from));
    const contents = asked ? [] : subjectMatter(words, vocabulary, phrase.to, sentence.to);
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

/** "no response from |the firm|", "efforts to reach |the firm| failed"; `nobody` where the efforts do not fail. */
function askedAfter(
  words: Words,
  vocabulary: Vocabulary,
  { to, row }: FoundPhrase,
  last: number,
): TokenSpan | 'nobody' | null {
  const phrase = row[0]!;
  if (phrase.endsWith(' from')) return subjectAfter(words, vocabulary, to, true) ?? 'nobody';
  if (!/^(?:\w+ )?(?:efforts|attempts) to /.test(phrase)) return null;
  for (let at = to + 1; at < last; at++)
    if (/^(?:unsuccessful|failed|fail|unanswered|fruitless|vain)$/.test(words.lower[at]!))
      return upTo(to, subjectBefore(words, vocabulary, beforeBe(words, vocabulary, at))) ?? 'nobody';
  return 'nobody';
}

/** "efforts to reach |the firm|" */
const upTo = (from: number, subject: TokenSpan | null): TokenSpan | null =>
  subject && subject.to > from ? { from, to: subject.to } : null;

function beforeBe(words: Words, vocabulary: Vocabulary, at: number): number {
  let end = at;
  while (/^(?:be|auxiliary|negation)$/.test(vocabulary.partOf.get(words.lower[end - 1]!) ?? '')) end--;
  return end;
}

/** "Calls to |the firm| went unanswered": who was asked, not the asking. */
function askedBy(words: Words, vocabulary: Vocabulary, source: TokenSpan | null): TokenSpan | null {
  if (!source) return null;
  let asking = false;
  for (let at = source.from; at < source.to - 1; at++) {
    asking ||=
      /^(?:calls?|emails?|e-mails?|messages?|letters?|requests?|questions?|inquiries|enquiries)$/.test(
        words.lower[at]!,
      );
    if (asking && /^(?:to|with|for|at)$/.test(words.lower[at]!) && !isComment(words, at + 1, source.to))
      return { from: at + 1, to: source.to };
    if (!asking && vocabulary.partOf.get(words.lower[at]!) === 'preposition') return source;
  }
  return source;
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

/** The subject, with its apposition; that of the sentence for ", while not commenting" and "and declined". */
function refuserBefore(words: Words, vocabulary: Vocabulary, start: number, first: number): TokenSpan | null {
  let end = start;
  while (end > first && /^(?:,|while|and|but|also)$/.test(words.lower[end - 1]!)) end--;
  const apposed = words.lower[start - 1] === ',' ? subjectBefore(words, vocabulary, start) : null;
  return apposed ?? subjectBefore(words, vocabulary, end) ?? subjectBefore(words, vocabulary, start);
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
  /^(?:(?:an?|the|multiple|several|repeated|email|further)\b ?)*(?:(?:phone|telephone|text|voicemail) )?(?:(?:emails?|calls?|messages?|questions?|requests?|inquiries|enquiries) )?(?:(?:seeking|for|requesting|asking for) )?(?:further |immediate |a )?(?:comments?|responses?)\b/.test(
    words.lower.slice(from, Math.min(last, from + 8)).join(' '),
  );

const opensMatter = (part: string | undefined, word: string): boolean =>
  part === undefined ||
  part === 'determiner' ||
  /^(?:whether|how|why|what|if|who|where|it|that|when)$/.test(word);
