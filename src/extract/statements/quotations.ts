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
  const all = [...found];
  for (const [index, quotation] of words.quotations.entries()) {
    if (!isWhole(words, quotation) || isClaimed(all, quotation)) continue;
    const introduced = introducedBy(words, vocabulary, quotation);
    if (introduced) {
      insertInOrder(all, introduced);
      continue;
    }
    const owner = ownerOf(words, all, quotation, index);
    if (owner >= 0)
      all[owner] = {
        ...all[owner]!,
        contents: [...all[owner]!.contents, { from: quotation.from, to: quotation.to }],
      };
  }
  return all;
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

const isClaimed = (all: readonly Attribution[], { from, to }: TokenSpan): boolean =>
  all.some(({ contents }) => contents.some(content => content.from < to && from < content.to));

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

/** The statement that a quotation goes on with: nothing but its own sentence may stand between. */
function ownerOf(words: Words, all: readonly Attribution[], quotation: TokenSpan, index: number): number {
  const block = words.doc.sentences[words.sentenceOf[quotation.from]!]!.block;
  let owner = -1;
  for (const [at, attribution] of all.entries()) {
    const last = attribution.contents.at(-1);
    if (!last || !attribution.cue || last.from > quotation.from || attribution.cue.from > quotation.from)
      continue;
    if (words.quotationOf[last.to - 1]! < 0 && !leadsTo(words, attribution, quotation)) continue;
    if (
      sentencesBetween(words, Math.max(attribution.cue.to, last.to) - 1, quotation.from) >
      1 + (index > 0 ? 1 : 0)
    )
      continue;
    const blocks = block - words.doc.sentences[words.sentenceOf[attribution.cue.from]!]!.block;
    if (blocks === 0 || (blocks === 1 && standsAlone(words, quotation)) || continues(words, index))
      owner = at;
  }
  return owner;
}

/** A statement with no quotation of its own ends in a colon before this one. */
const leadsTo = (words: Words, _attribution: Attribution, quotation: TokenSpan): boolean =>
  words.form[quotation.from - 1] === ':';

const sentencesBetween = (words: Words, from: number, to: number): number =>
  words.sentenceOf[to]! - words.sentenceOf[from]!;

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

/** The paragraph before left its quotation open. */
const continues = (words: Words, index: number): boolean => index > 0 && !words.quotations[index - 1]!.closed;

function insertInOrder(all: Attribution[], attribution: Attribution): void {
  const place = all.findIndex(other => (other.cue?.from ?? 0) > attribution.cue!.from);
  all.splice(place < 0 ? all.length : place, 0, attribution);
}
