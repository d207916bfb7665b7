import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isCapitalised, isWord, type Words } from '../words/words.ts';
import { afterAdverbials, clauseEnd, trimmedEnd } from './content.ts';
import type { VerbGroup } from './verb-group.ts';

/** What holds the content, seen from the cue, and the pattern that it makes. */
export type Frame = {
  readonly pattern: string;
  readonly contents: readonly TokenSpan[];
  readonly cueTo: number;
};

/** The content after the cue. */
export function following(
  words: Words,
  vocabulary: Vocabulary,
  { to: last }: TokenSpan,
  group: VerbGroup,
): Frame | null {
  const { frames } = group.verb;
  const at = afterListener(words, vocabulary, group.to, last, frames);
  const far = afterAdverbials(words, vocabulary, at, last);
  if (frames.has('quote')) {
    const quoted = quotationAt(words, at) ?? quotationAt(words, far);
    if (quoted !== null)
      return { pattern: 'quotation', contents: [quotedFrom(words, quoted, last)], cueTo: group.to };
  }
  const clause = clauseAt(words, vocabulary, frames, at, far, last);
  if (clause) return { ...clause, cueTo: group.to };
  return prepositional(words, vocabulary, group, last) ?? objectOf(words, vocabulary, group, last);
}

/** "told |reporters| that": up to six words before a clause or a quotation. */
function afterListener(
  words: Words,
  vocabulary: Vocabulary,
  at: number,
  last: number,
  frames: ReadonlySet<string>,
): number {
  if (!frames.has('listener')) return at;
  for (let next = at; next < Math.min(at + 9, last); next++)
    if (/^(?:that|:|,|how|why|what|whether|to)$/.test(words.lower[next]!) || words.quotationOf[next]! >= 0)
      return next;
  return afterShortPhrase(words, vocabulary, at);
}

/** One pronoun, one name or one determined noun. */
export function afterShortPhrase(words: Words, vocabulary: Vocabulary, at: number): number {
  const part = vocabulary.partOf.get(words.lower[at] ?? '');
  if (part === 'determiner') return at + 2;
  let next = at + 1;
  while (
    isCapitalised(words, at) &&
    isCapitalised(words, next) &&
    vocabulary.partOf.get(words.lower[next]!) === undefined
  )
    next++;
  return next;
}

/** Where the quotation starts that a comma, a colon or nothing leads to; null where there is none. */
function quotationAt(words: Words, at: number): number | null {
  const start = /^[,:]$/.test(words.lower[at] ?? '') && words.quotationOf[at]! < 0 ? at + 1 : at;
  const quotation = words.quotations[words.quotationOf[start] ?? -1];
  return quotation?.from === start ? start : null;
}

/** A quotation, and with it the rest of a clause that it begins: `said "many" would go`. */
function quotedFrom(words: Words, from: number, last: number): TokenSpan {
  const { to } = words.quotations[words.quotationOf[from]!]!;
  const inside = words.form[to - 2] ?? '';
  if (to >= last - 1 || /^[.,!?]$/.test(inside) || /^[,.;]$/.test(words.form[to] ?? '.')) return { from, to };
  return { from, to: trimmedEnd(words, from, last) };
}

function clauseAt(
  words: Words,
  vocabulary: Vocabulary,
  frames: ReadonlySet<string>,
  at: number,
  far: number,
  last: number,
): Omit<Frame, 'cueTo'> | null {
  const clause = (from: number, pattern: string) => ({
    pattern,
    contents: [{ from, to: clauseEnd(words, vocabulary, from, 'clause') }],
  });
  for (const start of [at, far, far + (words.lower[far] === ',' ? 1 : 0)]) {
    if (start >= last - 1) continue;
    const word = words.lower[start]!;
    const says = frames.has('that') || frames.has('clause') || frames.has('listener');
    if (says && (word === 'that' || /^(?:whether|how|why)$/.test(word))) return clause(start, 'that');
    if (frames.has('whether') && /^(?:whether|how|why|if|what|when|where|who)$/.test(word))
      return clause(start, 'whether');
    if (frames.has('to') && start === at && opensInfinitive(words, start)) return clause(start, 'to');
  }
  for (const start of [at, far])
    if (
      (frames.has('clause') || frames.has('listener')) &&
      start < last - 2 &&
      opensClause(words, vocabulary, start) &&
      !(frames.has('object') && isNounPhrase(words, vocabulary, start))
    )
      return clause(start, 'clause');
  return null;
}

/** No auxiliary and no verb of saying: "denied |the reports of a meeting|" and not "denied |the talks had failed|". */
function isNounPhrase(words: Words, vocabulary: Vocabulary, start: number): boolean {
  if (vocabulary.partOf.get(words.lower[start]!) === 'subject-pronoun' || words.quotationOf[start]! >= 0)
    return false;
  for (let at = start; at < clauseEnd(words, vocabulary, start, 'phrase'); at++) {
    const part = vocabulary.partOf.get(words.lower[at]!);
    if (part === 'be' || part === 'auxiliary') return false;
    if (
      /^\p{Ll}{2,}ed$/u.test(words.form[at]!) ||
      vocabulary.verbs.get(words.lower[at]!)?.some(({ form }) => form === 'past')
    )
      return false;
  }
  return true;
}

/** "to leave", "not to leave", and no place: "to London". */
function opensInfinitive(words: Words, at: number): boolean {
  const to = words.lower[at] === 'not' ? at + 1 : at;
  return words.lower[to] === 'to' && !isCapitalised(words, to + 1);
}

/** Something that a clause without "that" may start with. */
function opensClause(words: Words, vocabulary: Vocabulary, at: number): boolean {
  const part = vocabulary.partOf.get(words.lower[at]!);
  if (!isWord(words, at) && !/^[$£€]$/.test(words.form[at]!)) return words.quotationOf[at]! >= 0;
  if (part === undefined || part === 'determiner' || part === 'subject-pronoun') return true;
  return /^(?:what|if|there|when|although|so|not|no)$/.test(words.lower[at]!);
}

function prepositional(words: Words, vocabulary: Vocabulary, group: VerbGroup, last: number): Frame | null {
  const word = words.lower[group.to] ?? '';
  if (!group.verb.frames.has(word) || group.to + 1 >= last || word === 'to') return null;
  const from = group.to + 1;
  return {
    pattern: 'preposition',
    contents: [{ from, to: clauseEnd(words, vocabulary, from, 'phrase') }],
    cueTo: from,
  };
}

function objectOf(words: Words, vocabulary: Vocabulary, group: VerbGroup, last: number): Frame | null {
  const from = group.to;
  const { frames } = group.verb;
  const isHere =
    frames.has('object') || (frames.has('estimate') && isEstimate(words, vocabulary, from, last));
  if (!isHere || from >= last || !opensObject(words, vocabulary, from)) return null;
  return {
    pattern: 'object',
    contents: [{ from, to: clauseEnd(words, vocabulary, from, 'phrase') }],
    cueTo: from,
  };
}

/** "put |the cost at $3 million|", "puts |the loss at twice that|" */
function isEstimate(words: Words, vocabulary: Vocabulary, from: number, last: number): boolean {
  for (let at = from + 1; at < Math.min(from + estimateReach, last - 1); at++) {
    if (vocabulary.partOf.get(words.lower[at]!) === 'conjunction' || words.form[at] === ',') return false;
    if (words.lower[at] === 'at') return isAmount.test(words.doc.tokens[at + 1]!.xpos + words.lower[at + 1]!);
  }
  return false;
}

/** How many words the thing that is estimated may have. */
const estimateReach = 10;

/** A number, a currency sign, or what comes before a number, after its tag. */
const isAmount =
  /^(?:CD|\$)|^\w+(?:about|around|nearly|almost|over|under|twice|half|double|between|just|more|less|up)$/;

function opensObject(words: Words, vocabulary: Vocabulary, at: number): boolean {
  if (words.quotationOf[at]! >= 0) return true;
  const part = vocabulary.partOf.get(words.lower[at]!);
  if (!isWord(words, at)) return /^[$£€]$/.test(words.form[at]!);
  return (
    part === undefined ||
    part === 'determiner' ||
    /^(?:him|her|them|it|us|me|those|what|how|both|many|most|some|everyone|others)$/.test(words.lower[at]!)
  );
}
