import {
  type CharSpan,
  covers,
  type Doc,
  overlaps,
  type Source,
  type Token,
  type TokenSpan,
} from '../domain/index.ts';
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

/**
 * The words that tell who a source is, with how it knows where that follows: "a person close to the board", and of "a banker,
 * who asked not to be named" the banker alone.
 */
export function placeOf({ text }: AuditContext, { description, spans, anonymity }: Source): CharSpan {
  const [span] = spans;
  const place = description ?? span!;
  if (!span || !covers(span, place)) return place;
  const terms = [anonymity?.terms, anonymity?.reason].some(each => each && overlaps(each, span));
  const comma = text.slice(place.end, span.end).search(/[,;:(—–]/);
  return { start: place.start, end: terms ? place.end : comma < 0 ? span.end : place.end + comma };
}

/** Takes a source's description apart by its words' parts of speech. */
export function describe(context: AuditContext, source: Source): Description {
  const { from, to } = context.tokensIn(placeOf(context, source));
  const start = partOfGroup(context, from, to) ?? from;
  const end = coreEnd(context.doc.tokens, start, to);
  const noun = nounBefore(context.doc.tokens, start, end);
  return {
    noun: context.lower[noun] ?? '',
    core: { from: start, to: Math.max(noun + 1, start) },
    isDefinite: isDefinite(context, from, start, end, noun),
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

function isDefinite(
  { doc, lower }: AuditContext,
  from: number,
  start: number,
  end: number,
  noun: number,
): boolean {
  if (start !== from) return false;
  const isBare = /^NNP?$/.test(doc.tokens[noun]?.xpos ?? '') && !introducers.test(lower[from]!);
  return (
    isBare ||
    /^(?:the|this|that|these|those|his|her|their|its|my|our|your|both)$/.test(lower[from]!) ||
    doc.tokens.slice(from, end).some(({ xpos }) => xpos === 'POS')
  );
}

/** What a noun in the singular has before it if it brings in somebody new. */
const introducers = /^(?:an?|one|another|some|somebody|someone|yet|at|a|no|any|every|each)$/;

/**
 * Whether a description has nothing but its noun and words that would fit anybody: "a senior official", "one source". Words that
 * say how the source knows, in whose camp it stands or what it did all say more. A rule that asks names `vague-descriptions`.
 */
export const saysNothingMore = (context: AuditContext, source: Source, description: Description): boolean =>
  source.basis === null &&
  context.tokensIn(placeOf(context, source)).to <= description.core.to &&
  hasVagueNoun(context, description);

/** Whether the words before the noun would fit anybody: "one former top aide", whatever follows. */
export function hasVagueNoun({ doc, lower, phrases }: AuditContext, { core }: Description): boolean {
  const vague = phrases('vague-descriptions', spanOf(doc, core));
  return doc.tokens.slice(core.from, core.to - 1).every(({ upos }, index) => {
    const at = core.from + index;
    return (
      /^(?:DET|NUM|PUNCT|CCONJ)$/.test(upos) ||
      amounts.test(lower[at]!) ||
      vague.some(({ tokens }) => tokens.from <= at && at < tokens.to)
    );
  });
}

const spanOf = ({ tokens }: Doc, { from, to }: TokenSpan): CharSpan => ({
  start: tokens[from]!.start,
  end: tokens[to - 1]!.end,
});

/** Words before an earlier use of the same noun, or after it, that say of whom it speaks: "Treasury officials … . One official". */
export function isPlacedBefore(context: AuditContext, { noun, core }: Description): boolean {
  const { doc, lower, phrases } = context;
  const one = noun.replace(/s$/, '');
  return doc.tokens.slice(1, core.from).some((token, index) => {
    const at = index + 1;
    if (lower[at]!.replace(/s$/, '') !== one) return false;
    const [before, next, second] = [doc.tokens[at - 1]!, doc.tokens[at + 1], doc.tokens[at + 2]];
    const tellsBefore =
      lower[at - 1] === "'s" ||
      (/^(?:PROPN|NOUN|ADJ)$/.test(before.upos) && phrases('vague-descriptions', before).length === 0);
    const tellsAfter =
      next?.upos === 'ADP' ||
      next?.xpos === 'WP' ||
      (/^(?:JJ|VBN)$/.test(next?.xpos ?? '') && second?.upos === 'ADP');
    return tellsBefore || (tellsAfter && token.upos === 'NOUN');
  });
}

/** Whether words stand beside a name, between commas: "Ana Rao, |a banker|, said". */
export function isAppositive({ doc, lower, tokensIn }: AuditContext, { start, end }: CharSpan): boolean {
  const at = tokensIn({ start, end }).from;
  const before = doc.tokens[at - 2];
  return (
    before !== undefined &&
    lower[at - 1] === ',' &&
    doc.mentions.some(({ kind, end }) => kind === 'name' && end === before.end) &&
    before.upos === 'PROPN' &&
    !doc.times.some(time => time.end === before.end)
  );
}
