import type { TokenSpan } from '../../domain/index.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { dominatedPart } from '../words/dominated.ts';
import type { Words } from '../words/words.ts';
import type { Attribution } from './attribution.ts';
import { clauseEnd } from './content.ts';
import { subjectBefore } from './subject.ts';

const possessives = /^(?:his|her|their|its|my|our)$/;

/** "her claim that the sum was paid", "the union's promise to return", "its call for a ban": a noun of saying with whose it is. */
export function findNouns(words: Words, vocabulary: Vocabulary, sentence: TokenSpan): Attribution[] {
  const found: Attribution[] = [];
  for (let at = sentence.from + 1; at < sentence.to - 2; at++) {
    const noun = vocabulary.nouns.get(words.lower[at]!);
    const link = words.lower[at + 1]!;
    if (!noun?.frames.has(link) || words.quotationOf[at]! >= 0) continue;
    const source = ownerBefore(words, vocabulary, at, sentence.from);
    if (!source && !isThereBefore(words, vocabulary, at, sentence.from)) continue;
    const preposition = /^(?:of|for|about|on|with)$/.test(link) ? 1 : 0;
    const from = at + 1 + preposition;
    const whole = { from, to: clauseEnd(words, vocabulary, from, preposition ? 'phrase' : 'clause') };
    const contents = [isSubject(words, at) ? dominatedPart(words, at, whole) : whole];
    found.push({
      pattern: 'noun',
      lemma: words.lower[at]!,
      stance: noun.stance,
      source,
      cue: { from: at, to: from },
      contents,
      negated: false,
    });
  }
  return found;
}

/** "Her |denial| that she knew him surprised the jury": what follows is not all said. */
const isSubject = ({ doc }: Words, noun: number): boolean =>
  /^[nc]subj/.test(doc.tokens[noun]!.relation) && doc.tokens[noun]!.head > noun;

/** "There are growing |fears|": somebody has them, and the article does not say who. */
function isThereBefore(words: Words, vocabulary: Vocabulary, noun: number, first: number): boolean {
  for (let at = noun - 1; at > Math.max(first, noun - 4); at--)
    if (vocabulary.partOf.get(words.lower[at]!) === 'be') return words.lower[at - 1] === 'there';
  return false;
}

/** The possessive before the noun, an adjective between them allowed. */
function ownerBefore(words: Words, vocabulary: Vocabulary, noun: number, first: number): TokenSpan | null {
  for (let at = noun - 1; at >= Math.max(first, noun - 2); at--) {
    if (possessives.test(words.lower[at]!)) return { from: at, to: at + 1 };
    if (words.lower[at] !== "'s" && !(words.lower[at] === "'" && /s$/.test(words.lower[at - 1] ?? '')))
      continue;
    const owner = subjectBefore(words, vocabulary, at);
    return owner && owner.to === at ? shortOwner(words, owner, at) : null;
  }
  return null;
}

/** "President|-elect": the token is a part of the word before. */
const isHyphen = (words: Words, at: number): boolean => words.form[at] === '-' || words.form[at - 1] === '-';

/** A possessive takes few words with it: a name, or what a determiner opens. */
function shortOwner(words: Words, { from, to }: TokenSpan, at: number): TokenSpan {
  let start = to - 1;
  while (start > from && (isHyphen(words, start) || /^(?:\p{Lu}|-)/u.test(words.form[start - 1]!))) start--;
  if (start > from && /^(?:the|a|an|his|her|its|their)$/.test(words.lower[start - 1]!)) start--;
  else if (start > from + 1 && /^(?:the|a|an)$/.test(words.lower[start - 2]!)) start -= 2;
  return { from: start, to: at };
}
