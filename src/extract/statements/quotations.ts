import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isWord, type Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { subjectBefore } from './subject.ts';

/** Shorter quotations that no pattern claims are scare quotes, titles and nicknames. */
const shortest = 4;

/**
 * Gives quotations that no cue claims to the statement that they go on with: the one before in the same or the last paragraph, or the
 * words that lead to them with a colon. Those that go on with nobody are left.
 */
export function joinQuotations(
  words: Words,
  vocabulary: Vocabulary,
  found: readonly Attribution[],
): Attribution[] {
  const open = words.quotations.map((_, index) => index).filter(isUnclaimed(words, found));
  const introduced = new Map<number, Attribution>();
  for (const index of open) {
    const attribution = introducedBy(words, vocabulary, words.quotations[index]!);
    if (attribution) introduced.set(index, attribution);
  }
  const all = [...found, ...introduced.values()].sort((a, b) => cueAt(a) - cueAt(b));
  const ownerOf = createOwners(words, all);
  for (const index of open) {
    const owner = introduced.has(index) ? -1 : ownerOf(index);
    if (owner < 0) continue;
    const { from, to } = words.quotations[index]!;
    all[owner] = { ...all[owner]!, contents: [...all[owner]!.contents, { from, to }] };
  }
  return all;
}

const cueAt = ({ cue }: Attribution): number => cue?.from ?? 0;

/** Whole quotations that share no word with a statement's content. */
function isUnclaimed(words: Words, found: readonly Attribution[]): (index: number) => boolean {
  const claimed = new Set<number>();
  for (const { contents } of found)
    for (const { from, to } of contents)
      for (let at = from; at < to; at++) claimed.add(words.quotationOf[at]!);
  return index => !claimed.has(index) && isWhole(words, words.quotations[index]!);
}

/** A whole saying rather than a few words: it opens with a capital letter and is not too short. */
const isWhole = (words: Words, { from, to }: TokenSpan): boolean =>
  to - from - 2 >= shortest &&
  /^[\p{Lu}\p{N}[…'‘$.]/u.test(words.form[from + 1] ?? '') &&
  opensSentence(words, from);

const opensSentence = (words: Words, from: number): boolean =>
  from === 0 ||
  words.sentenceOf[from] !== words.sentenceOf[from - 1] ||
  /^[,:—–-]$/.test(words.form[from - 1]!) ||
  words.quotationOf[from - 1]! >= 0;

/** "In a statement, Rao was blunt: “…”", "the mission's reply:" before a quotation in the next paragraph. */
function introducedBy(words: Words, vocabulary: Vocabulary, quotation: TokenSpan): Attribution | null {
  const colon = quotation.from - 1;
  if (colon < 1 || words.form[colon] !== ':' || words.quotationOf[colon]! >= 0) return null;
  const { from } = words.doc.sentences[words.sentenceOf[colon]!]!;
  const cue = verbIn(words, vocabulary, from, colon);
  const source = cue === null ? null : subjectBefore(words, vocabulary, cue);
  if (cue === null || !source) return null;
  return {
    pattern: 'introduced',
    lemma: words.lower[cue]!,
    stance: 'asserts',
    source,
    cue: { from: cue, to: cue + 1 },
    contents: [{ from: quotation.from, to: quotation.to }],
    negated: false,
  };
}

/** The first verb-like word with a subject before it, as far as endings tell. */
function verbIn(words: Words, vocabulary: Vocabulary, from: number, to: number): number | null {
  for (let at = from + 1; at < to; at++) {
    const part = vocabulary.partOf.get(words.lower[at]!);
    const known = vocabulary.verbs.get(words.lower[at]!)?.some(({ form }) => form === 'past' || form === 's');
    if (
      words.quotationOf[at]! < 0 &&
      (known ||
        part === 'be' ||
        part === 'auxiliary' ||
        /^\p{Ll}{3,}(?:ed|ote|oke|ave|ent)$/u.test(words.form[at]!)) &&
      subjectBefore(words, vocabulary, at)
    )
      return at;
  }
  return null;
}

/**
 * Finds the statement that each quotation goes on with, asked in the order of the text: nothing but its own sentence may stand
 * between. -1 for none.
 */
function createOwners(words: Words, all: readonly Attribution[]): (index: number) => number {
  const ownerOfQuotation = new Map<number, number>();
  for (const [at, { contents }] of all.entries())
    for (const { from, to } of contents)
      for (let token = from; token < to; token++) ownerOfQuotation.set(words.quotationOf[token]!, at);
  let next = 0;
  return index => {
    const quotation = words.quotations[index]!;
    while (next < all.length && cueAt(all[next]!) < quotation.from) next++;
    const goesOn =
      index > 0 && !words.quotations[index - 1]!.closed ? ownerOfQuotation.get(index - 1) : undefined;
    const owner = goesOn ?? nearestOwner(words, all, quotation, next - 1);
    ownerOfQuotation.set(index, owner);
    return owner;
  };
}

/** How many statements are looked at, in a paragraph that holds many. */
const farthest = 30;

/** Looks back from a statement as far as the paragraph before the quotation's. */
function nearestOwner(
  words: Words,
  all: readonly Attribution[],
  quotation: TokenSpan,
  start: number,
): number {
  for (let at = start; at >= Math.max(0, start - farthest); at--) {
    const blocks = blockOf(words, quotation.from) - blockOf(words, cueAt(all[at]!));
    if (blocks > 1) return -1;
    if ((blocks === 0 || standsAlone(words, quotation)) && leadsTo(words, all[at]!, quotation)) return at;
  }
  return -1;
}

const blockOf = (words: Words, token: number): number => words.doc.sentences[words.sentenceOf[token]!]!.block;

/** Its content ends in a quotation, or a colon before this one, at most two sentences back. */
function leadsTo(words: Words, { cue, contents }: Attribution, quotation: TokenSpan): boolean {
  const last = contents.at(-1);
  if (!last || !cue || last.from > quotation.from) return false;
  if (words.quotationOf[last.to - 1]! < 0 && words.form[quotation.from - 1] !== ':') return false;
  return words.sentenceOf[quotation.from]! - words.sentenceOf[Math.max(cue.to, last.to) - 1]! <= 2;
}

/** The paragraph is nothing but the quotation. */
function standsAlone(words: Words, { from, to }: TokenSpan): boolean {
  const block = words.doc.sentences[words.sentenceOf[from]!]!.block;
  const before = from - 1;
  const opens = before < 0 || words.doc.sentences[words.sentenceOf[before]!]!.block !== block;
  const closes =
    to >= words.form.length ||
    words.doc.sentences[words.sentenceOf[to]!]!.block !== block ||
    !isWord(words, to);
  return opens && closes;
}
