import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { afterAdverbials, clauseEnd, contentBefore } from './content.ts';
import { afterShortPhrase, type Frame } from './following.ts';
import { opensSubject } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';

/** The content before `SUBJECT cue`: a quotation or a clause that ends there. */
export function preceding(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  group: VerbGroup,
  start: number,
): Frame | null {
  if (!group.verb.frames.has('quote') || group.form === 'ing') return null;
  const content = contentBefore(words, vocabulary, start, sentence.from);
  if (
    !content ||
    (words.quotationOf[content.to - 1]! < 0 && !reports(words, vocabulary, sentence, group, content, start))
  )
    return null;
  const after = afterAdverbials(words, vocabulary, group.to, sentence.to);
  const more = continuation(words, vocabulary, after, sentence.to, content);
  const pattern = words.quotationOf[content.to - 1]! >= 0 ? 'after-quotation' : 'after-clause';
  return { pattern, contents: [content, ...more], cueTo: group.to };
}

/** `, "…"` after the reporting clause goes on with what was said before it. */
export function continuation(
  words: Words,
  vocabulary: Vocabulary,
  at: number,
  last: number,
  content: TokenSpan,
): TokenSpan[] {
  if (words.lower[at] !== ',' || at + 1 >= last) return [];
  const next = at + 1;
  const quotation = words.quotations[words.quotationOf[next]!];
  if (quotation) return [{ from: quotation.from, to: quotation.to }];
  if (words.quotationOf[content.to - 1]! >= 0 || /ing$/.test(words.lower[next]!)) return [];
  const part = vocabulary.partOf.get(words.lower[next]!);
  if (
    part === 'preposition' ||
    /^(?:who|while|but|after|as|a|an|when|which|where|citing)$/.test(words.lower[next]!)
  )
    return [];
  return [{ from: next, to: clauseEnd(words, vocabulary, next, 'clause') }];
}

/** "…, the mayor said on Friday", "…, a clerk told this newspaper": nothing after but to whom, when and where. */
function reports(
  words: Words,
  vocabulary: Vocabulary,
  sentence: TokenSpan,
  group: VerbGroup,
  content: TokenSpan,
  start: number,
): boolean {
  if (!reportsClause(words, vocabulary, group, content)) return false;
  if (!opensSubject(words, vocabulary, start) && words.lower[start] !== 'it') return false;
  const told = group.verb.frames.has('listener') && !endsHere(words, group.to, sentence.to);
  const after = told ? afterShortPhrase(words, vocabulary, group.to) : group.to;
  return endsHere(words, after, sentence.to) || vocabulary.partOf.get(words.lower[after]!) === 'time';
}

/** The clause before can be what a verb like this reports. */
export function reportsClause(
  words: Words,
  vocabulary: Vocabulary,
  group: VerbGroup,
  content: TokenSpan,
): boolean {
  const opening = vocabulary.partOf.get(words.lower[content.from]!);
  if (
    content.to - content.from < 4 ||
    opening === 'preposition' ||
    opening === 'conjunction' ||
    opening === 'opener'
  )
    return false;
  return (
    group.verb.frames.has('clause') ||
    /^(?:add|write|report|state|tell|reveal|explain)$/.test(group.verb.lemma)
  );
}

/** Nothing but an adverbial or an apposition follows. */
export const endsHere = (words: Words, at: number, last: number): boolean =>
  at >= last - 1 || /^(?:[,.;]|in|on|at|during|after|to)$/.test(words.lower[at]!);
