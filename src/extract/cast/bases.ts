import type { TokenSpan } from '../../domain/index.ts';
import { basisIn } from '../authority/basis.ts';
import { readSourcePhrase } from '../authority/phrase.ts';
import type { SourcePhrase } from '../authority/source-phrase.ts';
import { isMeant } from './match.ts';
import { withBasis } from './member.ts';
import type { Register } from './register.ts';

/** How many mentions back "the official" is looked for. */
const reach = 40;

/**
 * Gives a basis to the member that it belongs to where it stands in a sentence by which nothing is told:
 * "The official, who was briefed on the talks, spoke on condition of anonymity."
 */
export function giveAllBases(register: Register): void {
  const { words, mentions, members } = register;
  let before = 0;
  for (const sentence of words.doc.sentences) {
    while (before < mentions.length && mentions[before]!.from < sentence.from) before++;
    const phrase = subjectWithBasis(register, sentence);
    if (!phrase?.basis) continue;
    const meant = mentions
      .slice(Math.max(0, before - reach), before)
      .findLast(({ member }) => isMeant(words, members[member]!, phrase));
    if (meant) members[meant.member] = withBasis(members[meant.member]!, phrase.basis);
  }
}

/** "The official, who was briefed on the talks," at the start of a sentence: nothing but "who was" parts noun and basis. */
function subjectWithBasis({ words, vocabulary }: Register, { from, to }: TokenSpan): SourcePhrase | null {
  const comma = from + 1 + words.lower.slice(from + 1, Math.min(to, from + 5)).indexOf(',');
  if (words.lower[from] !== 'the' || comma === from) return null;
  const basis = basisIn(words, vocabulary, { from: comma + 1, to });
  if (!basis) return null;
  const between = words.lower.slice(comma + 1, basis.from);
  if (!/^(?:who (?:\S+ ){0,2})?$/.test(between.map(word => `${word} `).join(''))) return null;
  const phrase = readSourcePhrase(words, vocabulary, { from, to: basis.to });
  return phrase.refersBack && phrase.kind === 'anonymous' ? phrase : null;
}
