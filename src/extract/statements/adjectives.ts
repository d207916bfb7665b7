import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { clauseEnd } from './content.ts';
import { subjectBefore } from './subject.ts';
import { isAdverb } from './verb-group.ts';

/** "The pilot is convinced that he saw it", "The Greens are in favour of the tram": somebody is of an opinion. */
export function findAdjectives(words: Words, vocabulary: Vocabulary, sentence: TokenSpan): Attribution[] {
  const found: Attribution[] = [];
  for (let at = sentence.from + 2; at < sentence.to - 1; at++) {
    const phrase = vocabulary.adjectives(words.lower, at);
    if (!phrase || words.quotationOf[at]! >= 0) continue;
    const being = beingBefore(words, vocabulary, at, sentence.from);
    const source = being && subjectBefore(words, vocabulary, being.from);
    const content = contentAfter(words, vocabulary, phrase.to, phrase.frames, sentence.to);
    if (!source || !content || words.lower[source.from] === 'it') continue;
    found.push({
      pattern: 'adjective',
      lemma: words.lower.slice(at, phrase.to).join(' '),
      stance: phrase.stance,
      source,
      cue: { from: being.from, to: content.cueTo },
      contents: [content.span],
      negated: being.negated,
    });
    at = content.cueTo - 1;
  }
  return found;
}

/** "is still not", "has been", "remains": the verb before, with auxiliaries, adverbs and negation. */
function beingBefore(
  words: Words,
  vocabulary: Vocabulary,
  adjective: number,
  first: number,
): { readonly from: number; readonly negated: boolean } | null {
  let from = adjective;
  let verb = false;
  let negated = false;
  for (let at = adjective - 1; at > first; at--) {
    const part = vocabulary.partOf.get(words.lower[at]!);
    if (part === 'negation') negated = true;
    else if (part === 'be' || copulas.test(words.lower[at]!)) verb = true;
    else if (part !== 'auxiliary' && !isAdverb(words, vocabulary, at)) break;
    from = at;
  }
  return verb ? { from, negated } : null;
}

const copulas = /^(?:'s|'re|'m|feels?|felt|remains?|remained|seems?|seemed)$/;

function contentAfter(
  words: Words,
  vocabulary: Vocabulary,
  at: number,
  frames: ReadonlySet<string>,
  last: number,
): { readonly cueTo: number; readonly span: TokenSpan } | null {
  const word = words.lower[at] ?? '';
  if (at + 1 >= last) return null;
  if (word === 'that' && frames.has('that'))
    return { cueTo: at, span: { from: at, to: clauseEnd(words, vocabulary, at, 'clause') } };
  if (frames.has(word))
    return { cueTo: at + 1, span: { from: at + 1, to: clauseEnd(words, vocabulary, at + 1, 'phrase') } };
  const opensClause = /^(?:determiner|subject-pronoun)$/.test(vocabulary.partOf.get(word) ?? '');
  return frames.has('that') && opensClause
    ? { cueTo: at, span: { from: at, to: clauseEnd(words, vocabulary, at, 'clause') } }
    : null;
}
