import type { TokenSpan } from '../../domain/index.ts';
import type { CueVerb, VerbForm, Vocabulary } from '../vocabulary.ts';
import { isCapitalised, sentenceAt, type Words } from '../words/words.ts';

/** A cue verb with its auxiliaries, negation, adverbs and particles: "had not yet called for". */
export type VerbGroup = TokenSpan & {
  readonly verb: CueVerb;
  readonly form: VerbForm['form'];
  readonly at: number;
  /** "has", "will", "did" stands in it. */
  readonly auxiliary: boolean;
  readonly passive: boolean;
  /** "to say" */
  readonly infinitive: boolean;
  readonly negated: boolean;
};

/** The groups of the cue verb that may stand at a token, those with more particles first. */
export function* verbGroupsAt(words: Words, vocabulary: Vocabulary, at: number): Generator<VerbGroup> {
  for (const { verb, form } of vocabulary.verbs.get(words.lower[at]!) ?? []) {
    const end = afterParticles(words, vocabulary, at, verb.particles);
    if (end !== null) yield { ...leftOf(words, vocabulary, at, form), to: end, verb, form, at };
  }
}

/** Particles may stand after one adverb: "called repeatedly for". Null where they are missing. */
function afterParticles(
  words: Words,
  vocabulary: Vocabulary,
  at: number,
  particles: readonly string[],
): number | null {
  let next = at + 1;
  if (particles.length === 0) return next;
  if (isAdverb(words, vocabulary, next)) next++;
  for (const particle of particles) if (words.lower[next++] !== particle) return null;
  return next;
}

function leftOf(words: Words, vocabulary: Vocabulary, at: number, form: VerbForm['form']) {
  const { from: first } = sentenceAt(words, at);
  let from = at;
  let auxiliary = false;
  let be = '';
  let negated = false;
  for (let left = at - 1; left >= first; left--) {
    const part = vocabulary.partOf.get(words.lower[left]!);
    if (part === 'negation') negated = true;
    else if (part === 'auxiliary') auxiliary = true;
    else if (part === 'be') be ||= words.lower[left]!;
    else if (!isAdverb(words, vocabulary, left)) break;
    if (part === 'auxiliary' || part === 'be' || part === 'negation' || from === left + 1) from = left;
  }
  const infinitive = words.lower[from - 1] === 'to' && form === 'base';
  return {
    from: startAfterOpener(words, vocabulary, from, at),
    auxiliary,
    passive: be !== '' && form === 'past',
    infinitive,
    negated,
  };
}

/** An adverb that opens the sentence is no part of the group. */
function startAfterOpener(words: Words, vocabulary: Vocabulary, from: number, at: number): number {
  let start = from;
  while (start < at && start === sentenceAt(words, at).from && isAdverb(words, vocabulary, start)) start++;
  return start;
}

export const isAdverb = (words: Words, vocabulary: Vocabulary, at: number): boolean =>
  vocabulary.partOf.get(words.lower[at] ?? '') === 'adverb' ||
  (/^[a-z]{3,}ly$/.test(words.lower[at] ?? '') &&
    !isCapitalised(words, at) &&
    !notAdverbs.test(words.lower[at]!));

const notAdverbs =
  /^(?:family|rally|ally|bully|reply|supply|apply|july|italy|assembly|only|early|likely|friendly|elderly|monthly|weekly|daily)$/;
