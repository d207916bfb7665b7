import type { TokenSpan } from '../../domain/index.ts';
import { findTerms, type Terms } from '../authority/anonymity.ts';
import { within } from '../words/spans.ts';
import { type Member, withTerms } from './member.ts';
import type { Register } from './register.ts';

/** Gives the terms on which somebody goes unnamed to the member that they belong to. */
export function giveAllTerms(register: Register): void {
  const { words, vocabulary, mentions, members } = register;
  const bySentence = Map.groupBy(mentions, ({ from }) => words.sentenceOf[from]!);
  for (const terms of findTerms(words, vocabulary)) {
    const place = terms.terms ?? terms.reason;
    const sentence = words.sentenceOf[place.from]!;
    const near = [-1, 0, 1].flatMap(step => bySentence.get(sentence + step) ?? []);
    const owner =
      near.find(mention => within(mention, place)) ??
      (isOfWhoSpeaks(register, terms) ? nearest(near, members, place) : null);
    if (owner) members[owner.member] = withTerms(members[owner.member]!, terms);
  }
}

/** A bar to speaking may be anybody's: it counts in the source's own words, and in a sentence that points back to the source. */
const isOfWhoSpeaks = ({ words }: Register, { terms, reason }: Terms): boolean =>
  terms !== null ||
  /^(?:the|he|she|they|both|all)$/.test(
    words.lower[words.doc.sentences[words.sentenceOf[reason.from]!]!.from]!,
  );

/** The unnamed source whose mention is nearest, in this sentence or the next to it. */
function nearest(
  near: Register['mentions'],
  members: readonly Member[],
  place: TokenSpan,
): Register['mentions'][number] | null {
  const unnamed = near.filter(({ member }) => mayBeUnnamed(members[member]!));
  const far = (mention: { readonly from: number }): number => Math.abs(mention.from - place.from);
  return unnamed.reduce<Register['mentions'][number] | null>(
    (best, mention) => (best && far(best) <= far(mention) ? best : mention),
    null,
  );
}

const mayBeUnnamed = ({ name, kind }: Member): boolean =>
  name === null && (kind === 'anonymous' || kind === 'unnamed-group' || kind === 'spokesperson');
