import type { CharSpan, Source, Token, TokenSpan } from '../domain/index.ts';
import type { AuditContext } from './context.ts';

/** How an article describes somebody who speaks. */
export type Description = {
  /** The noun they are called by, in lower case: "official"; empty where there is none. */
  readonly noun: string;
  /** From the determiner to the noun: "a senior U.S. official". */
  readonly core: TokenSpan;
  /** "the official", "his aide", "Mr Bell’s aide": as of somebody who is known. */
  readonly isDefinite: boolean;
};

/** The words that describe a source, else those that stand for it. */
export const placeOf = ({ description, spans }: Source): CharSpan => description ?? spans[0]!;

/** Takes a source's description apart by its words' parts of speech. */
export function describe(context: AuditContext, source: Source): Description {
  const { from, to } = context.tokensIn(placeOf(source));
  const start = partOfGroup(context, from, to) ?? from;
  const end = coreEnd(context.doc.tokens, start, to);
  const noun = nounBefore(context.doc.tokens, start, end);
  return {
    noun: context.lower[noun] ?? '',
    core: { from: start, to: Math.max(noun + 1, start) },
    isDefinite: isDefinite(context, from, start, end),
  };
}

/** "one of |his senior aides|", "some of |the officials|": where the group begins. */
function partOfGroup({ lower }: AuditContext, from: number, to: number): number | null {
  const of = from + 1;
  return of < to - 1 && lower[of] === 'of' && amounts.test(lower[from]!) ? of + 1 : null;
}

const amounts =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|few|both|dozens|scores)$/;

/** "a senior official |in the ministry", "two people |familiar with it": before what says more about the noun. */
function coreEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const { upos, xpos } = tokens[at]!;
    const ends = upos === 'ADP' || upos === 'SCONJ' || /^(?:W|,|-LRB-|VBZ|VBD|VBP|:)/.test(xpos);
    const isAfterNoun = at > from && /^(?:NOUN|PROPN)$/.test(tokens[at - 1]!.upos);
    const saysMore = isAfterNoun && /^(?:VBN|VBG|JJ)$/.test(xpos) && tokens[at + 1]?.upos === 'ADP';
    if (at > from && (ends || saysMore)) return at;
  }
  return to;
}

function nounBefore(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (/^(?:NOUN|PROPN)$/.test(tokens[at]!.upos)) return at;
  return to - 1;
}

function isDefinite({ doc, lower }: AuditContext, from: number, start: number, end: number): boolean {
  if (start !== from) return false;
  return (
    /^(?:the|this|that|these|those|his|her|their|its|my|our|your|both)$/.test(lower[from]!) ||
    doc.tokens.slice(from, end).some(({ xpos }) => xpos === 'POS')
  );
}
