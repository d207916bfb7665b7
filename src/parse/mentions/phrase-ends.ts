import type { Phrase } from './phrases.ts';
import type { MentionVocabulary } from './vocabulary.ts';
import type { Wording } from './wording.ts';

/** The phrase after, and the end of that with what follows its own noun. */
type Following = { readonly next: Phrase | undefined; readonly farther: number };

/** How much may follow a noun, in tokens. */
const longest = 25;

/**
 * Where a phrase ends with what follows its noun: "the commander |of Iran's forces|", "a U.S. official |briefed on the
 * meeting|". Words after a name are not its own.
 */
export function phraseEnd(
  wording: Wording,
  vocabulary: MentionVocabulary,
  { head, to }: Phrase,
  { next, farther }: Following,
  end: number,
): number {
  const { xpos, lower, nameAt } = wording;
  if (nameAt[head]! >= 0 || to >= end || !next) return to;
  const isKnown = vocabulary.nouns.has(lower[head]!);
  if (wording.isTime[next.head]) return to;
  const isSeat = nameAt[next.head]! >= 0 && vocabulary.is(lower[to]!, 'seat');
  const joins = lower[to] === 'of' || (isKnown && (isSeat || vocabulary.is(lower[to]!, 'adjunct')));
  if (joins && next.from === to + 1) return farther - to > longest ? next.to : farther;
  if (vocabulary.nouns.get(lower[head]!)?.kind !== 'person') return to;
  if (/^(?:VBN|VBG)$/.test(xpos[to]!) || (/^JJ/.test(xpos[to]!) && /^(?:IN|TO)$/.test(xpos[to + 1] ?? '')))
    return next.from - to <= 3 ? farther : to;
  return to;
}
