import type { Token, TokenSpan } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import type { WeighedUnit } from '../claims/weights.ts';

const isContent = ({ upos }: Token): boolean => /^(?:VERB|NOUN|PROPN|ADJ|NUM|ADV)$/.test(upos);

/** The token of a phrase whose head stands outside it; its first where the phrase is torn. */
export function topOf({ doc: { tokens } }: Account, { from, to }: TokenSpan): number {
  for (let at = from; at < to; at++) {
    const { head } = tokens[at]!;
    if (head < from || head >= to) return at;
  }
  return from;
}

/**
 * What a hedge or a negation is about: "could (sink)", "appears to be a (forgery)", "reportedly (bought)", "a suspected (pirate)",
 * "is likely to (win)". Empty where the tree does not tell.
 */
export function governedBy(account: Account, phrase: TokenSpan): number[] {
  const { tokens } = account.doc;
  const at = topOf(account, phrase);
  const top = tokens[at]!;
  const isInside = (place: number) => phrase.from <= place && place < phrase.to;
  const near = { from: Math.max(0, phrase.from - 30), to: Math.min(tokens.length, phrase.to + 30) };
  const complements = tokens.slice(near.from, near.to).flatMap(({ head, relation }, offset) => {
    const place = near.from + offset;
    return isInside(head) && !isInside(place) && /^(?:xcomp|ccomp)/.test(relation) ? [place] : [];
  });
  if (complements.length > 0) return complements.filter(place => isContent(tokens[place]!));
  if (top.upos === 'VERB' || top.head < 0) return [];
  return isContent(tokens[top.head]!) ? [top.head] : [];
}

/** The places in a telling of words of the same part of speech and of the same sense or lemma as the given ones. */
export function counterparts(
  { doc, words }: Account,
  places: readonly number[],
  { unit: { account, tokens } }: WeighedUnit,
): number[] {
  const own = places.map(at => ({ token: doc.tokens[at]!, sense: words[at]?.sense }));
  const found: number[] = [];
  for (let at = tokens.from; at < tokens.to; at++) {
    const { upos, lemma } = account.doc.tokens[at]!;
    const sense = account.words[at]?.sense;
    const isSame = own.some(
      ({ token, sense: ownSense }) =>
        token.upos === upos && (token.lemma === lemma || (sense !== undefined && sense === ownSense)),
    );
    if (isSame) found.push(at);
  }
  return found;
}

/** Whether a modal, an "if" or a "not" stands over a word: "would (sink)", "did not (sink)". */
export const isBent = (
  { doc: { tokens } }: Account,
  at: number,
  isNegation: (at: number) => boolean,
): boolean =>
  tokens
    .slice(Math.max(0, at - 12), at + 12)
    .some(
      ({ head, xpos, relation, lemma }, offset) =>
        head === at &&
        (xpos === 'MD' ||
          (relation === 'mark' && lemma.toLowerCase() === 'if') ||
          isNegation(Math.max(0, at - 12) + offset)),
    );
