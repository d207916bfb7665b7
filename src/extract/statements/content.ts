import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isWord, sentenceAt, type Words } from '../words/words.ts';

/** Where the clause that starts at a token ends: before ", but", ", adding", ", according to", ";" or the full stop. */
export function clauseEnd(
  words: Words,
  vocabulary: Vocabulary,
  from: number,
  kind: 'clause' | 'phrase',
): number {
  const { to: last } = sentenceAt(words, from);
  let at = from + 1;
  const opening = isOpeningClause(words, from);
  for (; at < last; at++) {
    const quotation = words.quotations[words.quotationOf[at]!];
    if (quotation) at = Math.min(quotation.to, last) - 1;
    else if (
      words.lower[at] === ';' ||
      (kind === 'phrase' && opensSecondVerb(words, vocabulary, at)) ||
      (words.lower[at] === ',' && (opening || cutsAfterComma(words, vocabulary, at + 1, kind)))
    )
      break;
  }
  return trimmedEnd(words, from, at);
}

/** The sentence opens with "While", "If", "As" and no comma has ended that clause yet. */
function isOpeningClause(words: Words, at: number): boolean {
  let { from } = sentenceAt(words, at);
  for (let left = at; left > from; left--) if (/^[:;—–]$/.test(words.form[left]!)) from = left + 1;
  if (!/^(?:while|although|though|if|as|when|because|since|after|before|once)$/.test(words.lower[from]!))
    return false;
  for (let left = from; left < at; left++) if (words.lower[left] === ',') return false;
  return true;
}

/** Leaves out the marks at the end, but not a quotation's. */
export function trimmedEnd(words: Words, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && words.quotationOf[end - 1]! < 0 && /^[.,;:?!—–-]$/.test(words.form[end - 1]!))
    end--;
  return end;
}

/** ", reiterated its offer": a second verb goes on with the subject. */
const isPastCue = (vocabulary: Vocabulary, word: string): boolean =>
  vocabulary.verbs.get(word)?.some(({ form }) => form === 'past') ?? false;

/** "praised the plan |and urged|": the subject does a second thing. */
const opensSecondVerb = (words: Words, vocabulary: Vocabulary, at: number): boolean =>
  /^(?:and|but)$/.test(words.lower[at]!) &&
  (words.lower[at + 1] === 'that' || isPastCue(vocabulary, words.lower[at + 1] ?? ''));

const clauseCuts =
  /^(?:but|while|though|although|whereas|according|adding|saying|noting|citing|referring|suggesting|arguing|claiming|calling|telling|warning|insisting|describing|accusing|urging)$/;
const phraseCuts =
  /^(?:and|or|but|while|though|although|whereas|after|before|as|when|because|since|which|who|with|where|so|yet|even|he|she|they|it|including)$/;

function cutsAfterComma(
  words: Words,
  vocabulary: Vocabulary,
  at: number,
  kind: 'clause' | 'phrase',
): boolean {
  const word = words.lower[at] ?? '';
  if (clauseCuts.test(word)) return true;
  if (kind === 'clause') return isReportingClause(words, vocabulary, at);
  if (/^(?:be|auxiliary)$/.test(vocabulary.partOf.get(word) ?? '')) return true;
  if (/^and$/.test(word)) return (vocabulary.partOf.get(words.lower[at + 1] ?? '') ?? '') !== 'determiner';
  return (
    phraseCuts.test(word) ||
    isPastCue(vocabulary, word) ||
    /^\p{Ll}{3,}ing$/u.test(words.form[at] ?? '') ||
    isReportingClause(words, vocabulary, at)
  );
}

/** ", she said" and ", the mayor said" end what they report. */
function isReportingClause(words: Words, vocabulary: Vocabulary, at: number): boolean {
  const { to } = sentenceAt(words, Math.min(at, words.form.length - 1));
  for (let next = at + 1; next < Math.min(at + 6, to); next++) {
    const forms = vocabulary.verbs.get(words.lower[next]!);
    if (!forms?.some(({ form, verb }) => form !== 'ing' && form !== 'base' && verb.frames.has('quote')))
      continue;
    const after = words.lower[next + 1] ?? '.';
    return (
      next + 1 >= to ||
      /^[,.]$/.test(after) ||
      vocabulary.partOf.get(after) === 'preposition' ||
      vocabulary.partOf.get(after) === 'time'
    );
  }
  return false;
}

/**
 * What is said before a reporting clause that starts at `end`: the quotation that ends there, from the start of its sentence, or the
 * clause before the comma. Null where no content can end there.
 */
export function contentBefore(
  words: Words,
  vocabulary: Vocabulary,
  end: number,
  first: number,
): TokenSpan | null {
  const comma = words.lower[end - 1] === ',' && words.quotationOf[end - 1]! < 0;
  const last = comma ? end - 2 : end - 1;
  if (last < 0) return null;
  const index = words.quotationOf[last]!;
  const quotation = words.quotations[index];
  if (quotation && quotation.to === last + 1)
    return fromSentenceStart(
      words,
      vocabulary,
      quotation,
      last + 1,
      comma || quotation.from < first || /^[,.?!…—–-]$/.test(words.form[last - 1] ?? ''),
    );
  if (!comma || last - first < 2) return null;
  return { from: skipConjunction(words, first), to: last + 1 };
}

/** A quotation that starts inside a sentence has the words before it for its beginning. */
function fromSentenceStart(
  words: Words,
  _vocabulary: Vocabulary,
  quotation: TokenSpan,
  to: number,
  ends: boolean,
): TokenSpan | null {
  if (!ends && quotation.to - quotation.from < 6) return null;
  const { from } = sentenceAt(words, quotation.from);
  const start =
    words.quotationOf[from]! >= 0 && words.quotationOf[from] !== words.quotationOf[quotation.from]
      ? quotation.from
      : Math.min(from, quotation.from);
  return { from: start < quotation.from ? skipConjunction(words, start) : start, to };
}

const skipConjunction = (words: Words, at: number): number =>
  /^(?:but|and|yet)$/.test(words.lower[at]!) ? at + 1 : at;

/** Where the words after a cue stop being about when, where and to whom it was said: "in a statement on Friday". */
export function afterAdverbials(words: Words, vocabulary: Vocabulary, start: number, last: number): number {
  let at = start;
  while (at < last) {
    const part = vocabulary.partOf.get(words.lower[at]!);
    if (part === 'time' || part === 'adverb') at++;
    else if (part === 'preposition') {
      const after = afterPhrase(words, vocabulary, at, last);
      if (after === at) break;
      at = after;
    } else break;
  }
  return at;
}

function afterPhrase(words: Words, vocabulary: Vocabulary, start: number, last: number): number {
  const reach = Math.min(last, start + 14);
  let at = start + 1;
  while (at < reach && words.quotationOf[at]! < 0 && !endsPhrase(words, vocabulary, at)) at++;
  return at < reach || reach === last ? at : start;
}

function endsPhrase(words: Words, vocabulary: Vocabulary, at: number): boolean {
  const word = words.lower[at]!;
  if (/^[,:.;]$/.test(word) || word === 'that') return true;
  if (!isWord(words, at)) return false;
  const part = vocabulary.partOf.get(word);
  const before = vocabulary.partOf.get(words.lower[at - 1]!);
  return (
    part === 'subject-pronoun' ||
    (part === 'determiner' && before === undefined) ||
    (before === 'time' &&
      part === undefined &&
      words.lower[at - 1] !== 'this' &&
      words.lower[at - 1] !== 'last')
  );
}
