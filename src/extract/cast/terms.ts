import { findTerms, type Terms } from '../authority/anonymity.ts';
import { within } from '../words/spans.ts';
import { type Member, withTerms } from './member.ts';
import type { Register } from './register.ts';

/** Gives the terms on which somebody goes unnamed to the member that they belong to. */
export function giveAllTerms(register: Register): void {
  const { words, vocabulary, mentions, members } = register;
  const bySentence = Map.groupBy(mentions, ({ from }) => words.sentenceOf[from]!);
  for (const terms of findTerms(words, vocabulary)) {
    const sentence = words.sentenceOf[terms.terms.from]!;
    const near = [-1, 0, 1].flatMap(step => bySentence.get(sentence + step) ?? []);
    const owner = near.find(mention => within(mention, terms.terms)) ?? nearest(near, members, terms);
    if (owner) members[owner.member] = withTerms(members[owner.member]!, terms);
  }
}

/** The unnamed source whose mention is nearest, in this sentence or the next to it. */
function nearest(
  near: Register['mentions'],
  members: readonly Member[],
  { terms }: Terms,
): Register['mentions'][number] | null {
  const unnamed = near.filter(({ member }) => mayBeUnnamed(members[member]!));
  const far = (mention: { readonly from: number }): number => Math.abs(mention.from - terms.from);
  return unnamed.reduce<Register['mentions'][number] | null>(
    (best, mention) => (best && far(best) <= far(mention) ? best : mention),
    null,
  );
}

const mayBeUnnamed = ({ name, kind }: Member): boolean =>
  name === null && (kind === 'anonymous' || kind === 'unnamed-group' || kind === 'spokesperson');
