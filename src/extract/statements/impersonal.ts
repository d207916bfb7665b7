import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { clauseEnd } from './content.ts';
import { subjectBefore } from './subject.ts';
import { type VerbGroup, verbGroupsAt } from './verb-group.ts';

/** "The vote is expected to pass", "He reportedly left": somebody says or thinks so, and the article does not say who. */
export function findImpersonal(words: Words, vocabulary: Vocabulary, sentence: TokenSpan): Attribution[] {
  const found: Attribution[] = [];
  for (let at = sentence.from; at < sentence.to; at++) {
    if (words.quotationOf[at]! >= 0) continue;
    const attribution =
      adverbial(words, vocabulary, sentence, at) ?? passive(words, vocabulary, sentence, at);
    if (attribution) found.push(attribution);
  }
  return found;
}

const adverbs = new Map([
  ['reportedly', 'asserts'],
  ['allegedly', 'alleges'],
  ['supposedly', 'alleges'],
  ['purportedly', 'alleges'],
] as const);

function adverbial(
  words: Words,
  vocabulary: Vocabulary,
  { from, to }: TokenSpan,
  at: number,
): Attribution | null {
  const lemma = words.lower[at]!;
  const stance = adverbs.get(lemma as 'reportedly');
  if (!stance || at + 1 >= to) return null;
  const after = { from: at + 1, to: clauseEnd(words, vocabulary, at + 1, 'clause') };
  const start = clauseStart(words, from, at);
  return {
    pattern: 'adverb',
    lemma,
    stance,
    source: null,
    cue: { from: at, to: at + 1 },
    contents: start < at ? [{ from: start, to: at }, after] : [after],
    negated: false,
  };
}

function clauseStart(words: Words, from: number, at: number): number {
  let start = at;
  while (start > from && !/^[,;:—–]$/.test(words.form[start - 1]!)) start--;
  return /^(?:but|and|which|who)$/.test(words.lower[start]!) && start < at ? start + 1 : start;
}

function passive(words: Words, vocabulary: Vocabulary, { to }: TokenSpan, at: number): Attribution | null {
  for (const group of verbGroupsAt(words, vocabulary, at)) {
    if (
      !group.verb.frames.has('impersonal') ||
      !isPassive(group) ||
      !/^(?:to|of|that|as|like)$/.test(words.lower[group.to] ?? '')
    )
      continue;
    const subject = subjectBefore(words, vocabulary, group.from);
    if (!subject || group.to + 1 >= to) return null;
    const rest = { from: group.to, to: clauseEnd(words, vocabulary, group.to, 'clause') };
    const bare = words.lower[subject.from] === 'it' && words.lower[group.to] === 'that';
    return {
      pattern: 'impersonal',
      lemma: group.verb.lemma,
      stance: group.verb.stance,
      source: null,
      cue: { from: group.from, to: group.to },
      contents: bare ? [rest] : [subject, rest],
      negated: group.negated,
    };
  }
  return null;
}

/** "seem" and "appear" have no passive and need none. */
const isPassive = (group: VerbGroup): boolean =>
  group.passive || (/^(?:seem|appear)$/.test(group.verb.lemma) && !group.infinitive && group.form !== 'ing');
