import type { TokenSpan } from '../../domain/index.ts';
import { isWord, type Words } from './words.ts';

/** How many heads up a word is followed. */
const climb = 40;

/**
 * A span up to its first word that does not hang on the governor, by the sentence's tree, without marks at its end; the span
 * itself where already its first word does not, or where a clause would lose its verb: then the tree is wrong.
 * @example
 * // governor "denial", span "that she knew him surprised the jury": "that she knew him"
 */
export function dominatedPart(words: Words, governor: number, { from, to }: TokenSpan): TokenSpan {
  let end = from;
  while (end < to && (hangsOn(words, end, governor) || !isWord(words, end))) end++;
  while (end > from && !isWord(words, end - 1) && words.quotationOf[end - 1]! < 0) end--;
  const losesVerb = words.lower[from] === 'that' && !hasVerb(words, { from, to: end });
  return { from, to: end > from && !losesVerb ? end : to };
}

export const hasVerb = ({ doc }: Words, { from, to }: TokenSpan): boolean =>
  doc.tokens.slice(from, to).some(({ xpos }) => /^(?:VB|MD)/.test(xpos));

function hangsOn({ doc }: Words, word: number, governor: number): boolean {
  let at = word;
  for (let step = 0; step < climb && at >= 0; step++) {
    if (at === governor) return true;
    at = doc.tokens[at]!.head;
  }
  return false;
}

/** A noun with what hangs on it before it: "the |sale|", "a written |answer|". */
export function nounPhraseAt({ doc }: Words, noun: number): TokenSpan {
  let from = noun;
  while (from > 0 && doc.tokens[from - 1]!.head === noun && doc.tokens[from - 1]!.relation !== 'case') from--;
  return { from, to: noun + 1 };
}

/** The subject of a verb with all that hangs on it, where it stands in one piece before the verb; null without. */
export function subjectOf(words: Words, verb: number): TokenSpan | null {
  const { doc, sentenceOf } = words;
  const { from: first } = doc.sentences[sentenceOf[verb]!]!;
  for (let at = verb - 1; at >= Math.max(first, verb - climb); at--) {
    const { head, relation } = doc.tokens[at]!;
    if (head !== verb || !relation.startsWith('nsubj')) continue;
    let [from, to] = [at, at + 1];
    while (from > first && hangsOn(words, from - 1, at)) from--;
    while (to < verb && hangsOn(words, to, at)) to++;
    while (to > at + 1 && !isWord(words, to - 1)) to--;
    return { from, to };
  }
  return null;
}

/**
 * A clause from its subject on, where it was cut behind it: "Rao|, the mayor, met the envoy|" is all of it. The span itself where
 * its verb has no subject before it.
 */
export function withOwnSubject(words: Words, { from, to }: TokenSpan): TokenSpan {
  for (let at = from; at < to; at++) {
    const { xpos, head } = words.doc.tokens[at]!;
    if (!/^(?:VB|MD)/.test(xpos) || (head >= from && head < to)) continue;
    const subject = subjectOf(words, at);
    return subject && subject.from < from && subject.to > from - 2
      ? { from: subject.from, to }
      : { from, to };
  }
  return { from, to };
}

/**
 * A source before its cue without a clause that it was thought to go on from: where a finite verb stands in it and the cue has a
 * subject of its own behind that, it is this subject.
 * @example
 * // "police closed the road after |inspectors| found": "inspectors"
 */
export function withoutClause(words: Words, source: TokenSpan, cue: TokenSpan): TokenSpan {
  const verb = finiteVerbIn(words, source);
  if (verb === null || source.to > cue.from) return source;
  for (let at = cue.to - 1; at >= cue.from; at--) {
    const subject = subjectOf(words, at);
    if (subject && subject.from > verb && subject.to <= source.to) return subject;
  }
  return source;
}

/** The first verb of a clause that is not about a noun: not "those |who spoke|", "everyone |I met|". */
function finiteVerbIn({ doc }: Words, { from, to }: TokenSpan): number | null {
  for (let at = from; at < to; at++) {
    const { xpos, relation } = doc.tokens[at]!;
    if (/^W/.test(xpos)) return null;
    if (/^(?:VB[DPZ]|MD)$/.test(xpos) && !relation.startsWith('acl')) return at;
  }
  return null;
}
