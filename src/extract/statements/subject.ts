import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isCapitalised, isWord, sentenceAt, type Words } from '../words/words.ts';
import { isAdverb } from './verb-group.ts';

/** Commas farther apart than this do not hold an apposition. */
const appositionReach = 35;

/**
 * The subject that ends before a token, with apposition and "who" clause; null where none stands there.
 * @example
 * // "On Friday Ana Rao, who leads the union, |said": "Ana Rao, who leads the union"
 */
export function subjectBefore(words: Words, vocabulary: Vocabulary, end: number): TokenSpan | null {
  const { from: first } = sentenceAt(words, Math.max(0, end - 1));
  const last = end - 1;
  if (last < first || words.quotationOf[last]! >= 0) return null;
  const part = vocabulary.partOf.get(words.lower[last]!);
  if (words.lower[last] === 'there') return null;
  if (part === 'subject-pronoun') return pronounAt(words, last, first);
  if (words.lower[last] === ',') return beforeApposition(words, vocabulary, last, first);
  if (!isWord(words, last) && !/^[)'%]$/.test(words.form[last]!)) return null;
  if (part && part !== 'time' && part !== 'determiner') return null;
  return phraseEndingAt(words, vocabulary, end, first);
}

/** "many of them", "one of the judges" end elsewhere; here the pronoun stands alone. */
const pronounAt = (words: Words, at: number, first: number): TokenSpan =>
  at - 1 >= first && words.lower[at - 1] === 'all' ? { from: at - 1, to: at + 1 } : { from: at, to: at + 1 };

/** The comma closes an apposition that an earlier comma opens. */
function beforeApposition(
  words: Words,
  vocabulary: Vocabulary,
  comma: number,
  first: number,
): TokenSpan | null {
  let open = comma - 1;
  let depth = 0;
  for (; open > first && comma - open < appositionReach; open--) {
    if (words.quotationOf[open]! >= 0) return null;
    if (words.lower[open] === ',' && opensApposition(words, vocabulary, open + 1)) break;
    if (words.lower[open] === ',' && ++depth > 2) return null;
  }
  if (words.lower[open] !== ',') return null;
  const head = phraseEndingAt(words, vocabulary, open, first);
  return head && { from: head.from, to: opensAside.test(words.lower[open + 1]!) ? head.to : comma };
}

/** What may open an apposition or a clause about the noun before: "a", "the", "who", "whose", "one", a role, an age, a capital. */
export function opensApposition(words: Words, vocabulary: Vocabulary, at: number): boolean {
  const word = words.lower[at] ?? '';
  const part = vocabulary.partOf.get(word);
  if (/^(?:who|whose|which|one|both|whom|while|when|asked|speaking|citing)$/.test(word)) return true;
  if (part === 'determiner') return true;
  if (part) return false;
  return (
    isCapitalised(words, at) ||
    /^\d+$/.test(word) ||
    /^(?:former|chief|senior|co-|president|director|head|chairman|leader|vice|spokes)/.test(word) ||
    /^(?:granted|given|promised|reached|contacted|interviewed|briefed|named|quoted|known)$/.test(word) ||
    vocabulary.phrases.roles(words.lower, at) !== null
  );
}

/** Says when or how it was said, not who the source is. */
const opensAside = /^(?:while|when|asked|speaking|citing|reached|contacted|interviewed)$/;

const boundary = /^[;:—–“”"()[\]]$/;

/** The noun phrase whose last token is before `end`, as far left as the clause goes. */
function phraseEndingAt(words: Words, vocabulary: Vocabulary, end: number, first: number): TokenSpan | null {
  let from = end;
  while (from > first && !stopsPhrase(words, vocabulary, from - 1, end)) from--;
  from = afterOpeners(words, vocabulary, from, end);
  const to = beforeTime(words, vocabulary, from, end);
  return from < to ? { from, to } : null;
}

/** "The ministry |this week|", "Rao |on Friday|": when is no part of who. */
function beforeTime(words: Words, vocabulary: Vocabulary, from: number, end: number): number {
  let to = end;
  while (to > from + 1 && vocabulary.partOf.get(words.lower[to - 1]!) === 'time') to--;
  if (to < end && to > from + 1 && /^(?:on|in|this|last|late|early)$/.test(words.lower[to - 1]!)) to--;
  return to;
}

function stopsPhrase(words: Words, vocabulary: Vocabulary, at: number, end: number): boolean {
  const word = words.lower[at]!;
  if (words.quotationOf[at]! >= 0 || boundary.test(word) || word === ',' || word === '--') return true;
  if (word === '-') return !isInsideWord(words, at);
  const part = vocabulary.partOf.get(word);
  if (part === 'conjunction')
    return word !== 'and' && word !== 'or' ? true : !joinsNames(words, vocabulary, at, end);
  if (opensRelative(words, at)) return false;
  if (word === 'that' || word === 'which' || word === 'it') return true;
  if (part === 'be' || part === 'auxiliary') return !hasWho(words, at);
  return at + 1 < end && isFiniteCue(words, vocabulary, at) && !hasWho(words, at);
}

/** "the firm |that| built it", "the judge |who| heard it": its clause belongs to the noun. */
const opensRelative = ({ lower, doc }: Words, at: number): boolean =>
  lower[at] === 'who' || (lower[at] === 'that' && doc.tokens[at]!.xpos === 'WDT');

/** "34-year-old": a hyphen with no space on either side. */
const isInsideWord = (words: Words, at: number): boolean => {
  const { tokens } = words.doc;
  return tokens[at - 1]?.end === tokens[at]!.start && tokens[at]!.end === tokens[at + 1]?.start;
};

/** A verb of saying, not an adjective before a noun: what stands left of it is another clause. */
function isFiniteCue(words: Words, vocabulary: Vocabulary, at: number): boolean {
  const before = words.lower[at - 1] ?? '';
  const part = vocabulary.partOf.get(before);
  if (part === 'determiner' || part === 'preposition' || before === "'s" || words.lower[at] === 'called')
    return false;
  return (
    vocabulary.verbs
      .get(words.lower[at]!)
      ?.some(({ form, verb }) => form === 'past' && verb.frames.has('clause')) ?? false
  );
}

/** "and" belongs to the phrase where the same kind of word stands on both sides. */
const joinsNames = (words: Words, vocabulary: Vocabulary, at: number, end: number): boolean =>
  at + 1 < end &&
  isWord(words, at - 1) &&
  isCapitalised(words, at - 1) === isCapitalised(words, at + 1) &&
  vocabulary.partOf.get(words.lower[at + 1]!) === undefined;

/** Whether "who", or "that" for it, stands just before: its clause belongs to the noun. */
function hasWho(words: Words, at: number): boolean {
  for (let left = at - 1; left >= Math.max(0, at - 4); left--) if (opensRelative(words, left)) return true;
  return false;
}

/** Openers of a clause are no part of its subject: "But", "Meanwhile", "On Friday". */
function afterOpeners(words: Words, vocabulary: Vocabulary, start: number, end: number): number {
  let from = start;
  while (from < end) {
    const word = words.lower[from]!;
    const part = vocabulary.partOf.get(word);
    if (
      part === 'conjunction' ||
      part === 'opener' ||
      part === 'negation' ||
      isAdverb(words, vocabulary, from) ||
      !isWord(words, from)
    )
      from++;
    else if (part === 'preposition' && isRoughNumber(words, from)) break;
    else if (part === 'preposition') from = afterOpeningPhrase(words, vocabulary, from, end);
    else if (part === 'time' && from + 1 < end) from++;
    else break;
  }
  return from;
}

/** "about 12 witnesses" */
const isRoughNumber = (words: Words, at: number): boolean =>
  /^(?:about|around|over|under)$/.test(words.lower[at]!) && /^\d/.test(words.form[at + 1] ?? '');

/** "On Friday Rao", "In Ohio the mayor": the subject is what follows the phrase's one noun. */
function afterOpeningPhrase(words: Words, vocabulary: Vocabulary, start: number, end: number): number {
  let from = start + 1;
  while (from < end && vocabulary.partOf.get(words.lower[from]!) === 'time') from++;
  if (from > start + 1) return from;
  for (let at = start + 2; at < end; at++)
    if (
      vocabulary.partOf.get(words.lower[at]!) === 'determiner' ||
      vocabulary.partOf.get(words.lower[at]!) === 'subject-pronoun'
    )
      return at;
  return end;
}

const stopsInverted =
  /^(?:in|on|at|during|after|before|as|when|while|to|from|via|by|with|but|because|about|if|though|although|adding|referring|where|following|last|this|earlier|later|recently)$/;

/**
 * The subject that starts at a token, after an inverted cue; null where none does.
 * @example
 * // said| Ana Rao, who leads the union, on Friday
 */
export function subjectAfter(
  words: Words,
  vocabulary: Vocabulary,
  start: number,
  anyOpening = false,
): TokenSpan | null {
  if (!anyOpening && !opensSubject(words, vocabulary, start)) return null;
  if (!isWord(words, start) || words.quotationOf[start]! >= 0) return null;
  const { to: last } = sentenceAt(words, start);
  let at = start + 1;
  let inWho = false;
  for (; at < last; at++) {
    const word = words.lower[at]!;
    if (words.quotationOf[at]! >= 0 || (!isWord(words, at) && at === last - 1)) break;
    if (/^[;:—–.?!]$/.test(word)) break;
    if (word === 'who' || word === 'whose') inWho = true;
    if (word === ',') {
      if (!opensApposition(words, vocabulary, at + 1) || words.quotationOf[at + 1]! >= 0) break;
    } else if (!inWho && stopsInvertedAt(words, vocabulary, at, anyOpening)) break;
  }
  while (at > start + 1 && !isWord(words, at - 1) && !/^[)'%]$/.test(words.form[at - 1]!)) at--;
  return { from: start, to: at };
}

function stopsInvertedAt(words: Words, vocabulary: Vocabulary, at: number, long: boolean): boolean {
  const word = words.lower[at]!;
  const part = vocabulary.partOf.get(word);
  if (part === 'time' && isCapitalised(words, at)) return true;
  if (!stopsInverted.test(word)) return false;
  return !/^(?:to|at|with|in|on|from|by|via|about|during)$/.test(word) || !(long || inApposition(words, at));
}

/** Inside an apposition a preposition belongs to it: "Rao, a lecturer at the college". */
function inApposition(words: Words, at: number): boolean {
  for (let left = at - 1; left >= Math.max(0, at - 14); left--) if (words.lower[left] === ',') return true;
  return false;
}

export function opensSubject(words: Words, vocabulary: Vocabulary, at: number): boolean {
  const word = words.lower[at];
  if (word === undefined || words.quotationOf[at]! >= 0 || !isWord(words, at)) return false;
  const part = vocabulary.partOf.get(word);
  if (part === 'determiner') return true;
  if (part === 'subject-pronoun') return /^(?:he|she|they|we|i|many|some|others|both)$/.test(word);
  if (part) return false;
  return (
    isCapitalised(words, at) ||
    vocabulary.phrases.roles(words.lower, at) !== null ||
    /^(?:former|senior|top|government|police|local)$/.test(word) ||
    isOfficeBeforeName(words, at)
  );
}

/** "|company spokesman| Tom Field", "|rescue worker| Pia Holm": up to four nouns and adjectives that lead to a name. */
function isOfficeBeforeName({ doc, form }: Words, start: number): boolean {
  let at = start;
  while (at - start < 4 && /^(?:NNS?|JJ)$/.test(doc.tokens[at]?.xpos ?? '') && /^\p{Ll}/u.test(form[at]!))
    at++;
  return at > start && doc.tokens[at]?.xpos === 'NNP' && /^\p{Lu}\p{Ll}/u.test(form[at]!);
}
