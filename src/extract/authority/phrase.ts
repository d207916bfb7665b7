import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { basisIn } from './basis.ts';
import { asBody, asDescribedBody, asTheName } from './bodies.ts';
import { asGroup } from './groups.ts';
import { endsModifier } from './names.ts';
import { asNamedInApposition, asPerson, asTitledPerson } from './people.ts';
import { asPress } from './press.ts';
import { asRole } from './roles.ts';
import { asSomebody } from './somebody.ts';
import { numbers, type SourcePhrase } from './source-phrase.ts';

/** Reads a source's words. */
export function readSourcePhrase(words: Words, vocabulary: Vocabulary, span: TokenSpan): SourcePhrase {
  const head = withoutPossessive(words, headOf(words, span));
  const start = afterDeterminer(words, vocabulary, withoutTornWord(words, head));
  const basis = basisIn(words, vocabulary, span);
  const blank = {
    ...span,
    name: null,
    role: null,
    description: null,
    basis,
    count: null,
    refersBack: false,
    ofGroup: false,
    pronoun: false,
  } as const;
  const read = (inner: TokenSpan): SourcePhrase => readSourcePhrase(words, vocabulary, inner);
  const group = asGroup(words, vocabulary, blank, head, read);
  if (group) return group;
  if (isPronoun(words, vocabulary, span))
    return { ...blank, kind: 'unknown', refersBack: true, pronoun: true };
  const core = coreOf(words, vocabulary, { from: start, to: head.to });
  const apposition = head.to + 1 < span.to ? { from: head.to + 1, to: span.to } : null;
  return (
    asPress(words, vocabulary, blank, head, start) ??
    asDescribedBody(words, vocabulary, blank, core) ??
    asPerson(words, vocabulary, blank, core, apposition) ??
    asNamedInApposition(words, vocabulary, blank, head, core, apposition) ??
    asRole(words, vocabulary, blank, head, core) ??
    asBody(words, vocabulary, blank, head, core) ??
    asTitledPerson(words, vocabulary, blank, head, core) ??
    asTheName(words, vocabulary, blank, core) ??
    asSomebody(words, vocabulary, blank, head, core) ?? { ...blank, kind: 'unknown', description: head }
  );
}

/** "New York-|based| Ana Rao" begins in the middle of a word. */
function withoutTornWord({ form, doc }: Words, { from, to }: TokenSpan): TokenSpan {
  const isTorn = form[from - 1] === '-' && doc.tokens[from - 1]!.end === doc.tokens[from]!.start;
  return { from: isTorn && from + 1 < to ? from + 1 : from, to };
}

/** "Ana Rao|'s| claim" */
const withoutPossessive = (words: Words, { from, to }: TokenSpan): TokenSpan =>
  to - from >= 2 && /^'s?$/.test(words.lower[to - 1]!) ? { from, to: to - 1 } : { from, to };

/** Up to the first comma, and without "herself". */
function headOf(words: Words, { from, to }: TokenSpan): TokenSpan {
  const comma = words.lower.slice(from + 1, to).indexOf(',');
  const end = comma < 0 ? to : from + 1 + comma;
  return { from, to: end - from > 1 && /^\p{L}+sel(?:f|ves)$/u.test(words.lower[end - 1]!) ? end - 1 : end };
}

/** Up to the first word that starts a clause or a phrase about the noun. */
function coreOf(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): TokenSpan {
  for (let at = from + 1; at < to; at++) {
    const part = vocabulary.partOf.get(words.lower[at]!);
    if (
      part === 'preposition' ||
      part === 'negation' ||
      part === 'subject-pronoun' ||
      vocabulary.phrases.basis(words.lower, at) ||
      isParticiplePhrase(words, vocabulary, at, to) ||
      (part === 'conjunction' && words.lower[at] !== 'and')
    )
      return { from, to: at };
  }
  return { from, to };
}

/** "a study |published in| March", "a man |claiming to| be": a participle with what it governs. */
const isParticiplePhrase = (words: Words, vocabulary: Vocabulary, at: number, to: number): boolean =>
  at + 1 < to &&
  /^\p{Ll}{2,}(?:ed|ing|seen|sent|drawn|written|taken|held|known)$/u.test(words.form[at]!) &&
  (words.lower[at + 1] === 'to' || vocabulary.partOf.get(words.lower[at + 1]!) === 'preposition');

const isPronoun = (words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): boolean =>
  to - from === 1 &&
  (vocabulary.partOf.get(words.lower[from]!) === 'subject-pronoun' ||
    /^(?:his|her|its|their)$/.test(words.lower[from]!));

function afterDeterminer(words: Words, vocabulary: Vocabulary, { from, to }: TokenSpan): number {
  let at = from;
  while (
    at < to - 1 &&
    (vocabulary.partOf.get(words.lower[at]!) === 'determiner' ||
      numbers.has(words.lower[at]!) ||
      /^(?:some|many|both|most)$/.test(words.lower[at]!))
  )
    at++;
  for (let end = at; end < Math.min(to - 1, at + 6); end++) if (endsModifier(words, end)) return end + 1;
  return at;
}
