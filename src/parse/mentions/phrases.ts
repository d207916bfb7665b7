import type { TokenSpan } from '../../domain/index.ts';
import type { MentionVocabulary } from './vocabulary.ts';
import { isCapital, isGlued, nounAt, type Wording } from './wording.ts';

/**
 * A noun phrase without what follows its noun: "Iran's U.N. ambassador", "the two officials", "Gen. Qassim Suleimani".
 * A possessor is a phrase of its own within the one that it possesses.
 */
export type Phrase = TokenSpan & {
  /** The last noun. */
  readonly head: number;
  /** First token that is not part of a possessor. */
  readonly own: number;
  /** The longest phrase within that possesses it; null without. */
  readonly possessor: Phrase | null;
};

/** What a token can be in a noun phrase. */
type Part = 'determiner' | 'modifier' | 'noun' | 'possessive' | 'link' | null;

/** The outermost noun phrases of a sentence, in order, by their tags. Linear. */
export function findPhrases(
  wording: Wording,
  vocabulary: MentionVocabulary,
  { from, to }: TokenSpan,
): Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = from; at < to; ) {
    const phrase = phraseAt(wording, vocabulary, at, to);
    if (phrase) phrases.push(phrase);
    at = phrase ? phrase.to : at + 1;
  }
  return phrases;
}

/** How many tokens a phrase may have: nobody writes longer ones. */
const longest = 40;

function phraseAt(wording: Wording, vocabulary: MentionVocabulary, from: number, to: number): Phrase | null {
  let possessor: Phrase | null = null;
  let own = from;
  let head = -1;
  let before: Part = null;
  let at = from;
  for (; at < Math.min(to, from + longest); at++) {
    const part = partOf(wording, vocabulary, at, to);
    if (part === null || !goesOn(wording, before, part, head, at, to)) break;
    if (head >= 0 && beginsPerson(wording, vocabulary, at) && !callsPerson(wording, vocabulary, head)) break;
    if (part === 'possessive') {
      possessor = { from, to: at, head, own, possessor };
      own = at + 1;
      head = -1;
    } else if (part === 'noun') head = at;
    before = part;
  }
  if (head >= 0) return { from, to: head + 1, head, own, possessor };
  return possessor;
}

/** Whether a part can follow what the phrase has so far; `head` is -1 before its noun. */
function goesOn(wording: Wording, before: Part, part: Part, head: number, at: number, to: number): boolean {
  if (before === null)
    return part === 'determiner' || part === 'noun' || (part === 'modifier' && !isVerbForm(wording, at));
  if (part === 'determiner') return before === 'determiner';
  if (part === 'possessive') return head === at - 1;
  if (part === 'link') return at + 1 < to && isGlued(wording, at) && isGlued(wording, at + 1);
  if (wording.isTime[at] && head >= 0) return false;
  if (part === 'noun' || head < 0) return true;
  // An adjective after a noun is rather told of it, unless the noun is a name: "a US foreign minister".
  return (
    before === 'link' ||
    (isName(wording, head) && /^(?:JJ|CD)/.test(wording.xpos[at]!) && followedByNoun(wording, at, to))
  );
}

/** "In his first term |Mr. Trump|": a person's name goes on with a phrase only if that calls the person something. */
const beginsPerson = (
  { names, nameAt, lower, form }: Wording,
  vocabulary: MentionVocabulary,
  at: number,
): boolean => {
  const name = names[nameAt[at]!];
  if (name) return name.kind === 'person' && name.from === at;
  return isCapital(form[at]!) && vocabulary.honorifics.has(lower[at]!.replace('.', ''));
};

function callsPerson(wording: Wording, vocabulary: MentionVocabulary, at: number): boolean {
  const noun = nounAt(wording, at).replace('.', '');
  return (
    (wording.nameAt[at]! < 0 && /^NNP/.test(wording.xpos[at]!)) ||
    vocabulary.titles.has(noun) ||
    vocabulary.nouns.get(noun)?.kind === 'person' ||
    /(?:[^n]er|or|ist|ian|man|eer|ess)$/.test(noun)
  );
}

const isVerbForm = ({ xpos }: Wording, at: number): boolean => /^VB/.test(xpos[at]!);

const isName = ({ nameAt, xpos }: Wording, at: number): boolean => nameAt[at]! >= 0 || /^NNP/.test(xpos[at]!);

const followedByNoun = ({ nameAt, xpos }: Wording, at: number, to: number): boolean =>
  at + 1 < to && (nameAt[at + 1]! >= 0 || /^N/.test(xpos[at + 1]!));

function partOf(wording: Wording, vocabulary: MentionVocabulary, at: number, to: number): Part {
  const { xpos, lower, nameAt } = wording;
  const tag = xpos[at]!;
  if (nameAt[at]! >= 0) return /^JJ/.test(tag) && followedByNounLike(wording, at, to) ? 'modifier' : 'noun';
  if (isTitleOfPerson(wording, vocabulary, at)) return 'noun';
  if (tag === 'POS') return 'possessive';
  if (tag === 'DT' || tag === 'PDT' || tag === 'PRP$' || tag === 'WP$') return 'determiner';
  if (/^NN/.test(tag)) return wording.isTime[at] && followedByNounLike(wording, at, to) ? 'modifier' : 'noun';
  if (tag === 'HYPH' || lower[at] === '-' || (at > 0 && lower[at - 1] === '-' && isGlued(wording, at)))
    return lower[at] === '-' || tag === 'HYPH' ? 'link' : 'noun';
  if (/^(?:JJ|VBN|VBG)/.test(tag)) {
    const nounLike = followedByNounLike(wording, at, to);
    if (tag === 'JJ' && vocabulary.nouns.has(lower[at]!) && !followedByNoun(wording, at, to)) return 'noun';
    return nounLike ? 'modifier' : null;
  }
  if (tag === 'CD') return 'modifier';
  return tag === 'RB' && at + 1 < to && /^(?:JJ|VBN)/.test(xpos[at + 1]!) && at > 0 && xpos[at - 1] === 'DT'
    ? 'modifier'
    : null;
}

/** "|Ms| Okafor", however it is tagged. */
const isTitleOfPerson = (
  { lower, form, names, nameAt }: Wording,
  { titles }: MentionVocabulary,
  at: number,
): boolean =>
  names[nameAt[at + 1] ?? -1]?.kind === 'person' &&
  isCapital(form[at]!) &&
  titles.has(lower[at]!.replace('.', ''));

/** A noun or another adjective comes next. */
const followedByNounLike = ({ xpos, nameAt, lower }: Wording, at: number, to: number): boolean =>
  at + 1 < to &&
  (nameAt[at + 1]! >= 0 || /^(?:NN|JJ|VBG|VBN|CD|HYPH)/.test(xpos[at + 1]!) || lower[at + 1] === '-');
