import type { DocEntity, Mention, Token, TokenSpan } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import type { Unit } from '../claims/unit.ts';
import { remembered } from '../remembered.ts';
import { tokensIn } from '../words/account-words.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/** A name in its place in a clause: who did it, to whom, or where. */
export type Slot = {
  readonly role: 'doer' | 'done-to' | 'place';
  /** The sense of the verb or noun on which the name hangs, with the preposition of a place: "sink", "sink off". */
  readonly of: string;
  readonly mention: Mention;
  readonly entity: DocEntity;
};

export type SlotFinder = (unit: Unit) => Slot[];

/**
 * Makes the finder of the names that fill slots in a telling, by the doc's trees: "(Rao) sank it", "it was sunk by (Rao)", "sank off
 * (Lissen)". Of names joined by "and" none fills the slot alone, and none is found.
 */
export function createSlotFinder(vocabulary: Vocabulary, isPlaceWord: (word: string) => boolean): SlotFinder {
  /** Every slot in an account that is filled, with the tokens of the name and of what it hangs on. */
  const filledIn = remembered((account: Account) => {
    const { doc } = account;
    const entities = new Map(doc.entities.map(entity => [entity.id, entity]));
    return doc.mentions.flatMap((mention): (Slot & { readonly at: number; readonly head: number })[] => {
      const entity = entities.get(mention.entityId ?? '');
      const at = topOf(doc.tokens, tokensIn(doc, mention));
      if (!entity || mention.kind === 'pronoun' || at === null) return [];
      const { head, relation } = doc.tokens[at]!;
      const sense = senseAt(account, head);
      const role = roleOf(account, at, relation, entity);
      if (!role || sense === null || isJoined(account, at)) return [];
      const preposition = role === 'place' ? prepositionOf(account, at) : null;
      if (role === 'place' && (preposition === null || !isPlaceWord(preposition))) return [];
      return [{ role, of: preposition ? `${sense} ${preposition}` : sense, mention, entity, at, head }];
    });
  });
  return remembered(({ account, tokens: { from, to } }) =>
    filledIn(account).filter(({ at, head }) => at >= from && at < to && head >= from && head < to),
  );

  function senseAt({ words, doc }: Account, at: number): string | null {
    const keys = words[at];
    const isContent = /^(?:VERB|NOUN)$/.test(doc.tokens[at]!.upos);
    return keys && isContent && vocabulary.commonness(keys) > 0 ? keys.sense : null;
  }
}

/** The token of a phrase whose head stands outside it. */
function topOf(all: readonly Token[], { from, to }: TokenSpan): number | null {
  for (let at = from; at < to; at++) {
    const { head } = all[at]!;
    if (head >= 0 && (head < from || head >= to)) return at;
  }
  return null;
}

const childrenOf = ({ doc }: Account, at: number): Token[] => {
  const sentence = doc.sentences.find(({ from, to }) => from <= at && at < to)!;
  return doc.tokens.slice(sentence.from, sentence.to).filter(({ head }) => head === at);
};

const isJoined = (account: Account, at: number): boolean =>
  account.doc.tokens[at]!.relation === 'conj' ||
  childrenOf(account, at).some(({ relation }) => relation === 'conj');

const prepositionOf = (account: Account, at: number): string | null =>
  childrenOf(account, at)
    .find(({ relation }) => relation === 'case')
    ?.lemma.toLowerCase() ?? null;

function roleOf(account: Account, at: number, relation: string, { kind }: DocEntity): Slot['role'] | null {
  const isPlace = kind === 'place' || kind === 'state';
  if (/^(?:obl|nmod)/.test(relation)) {
    if (prepositionOf(account, at) === 'by' && !isPlace) return 'doer';
    return isPlace ? 'place' : null;
  }
  if (relation === 'nsubj:pass' || relation === 'obj') return 'done-to';
  return relation === 'nsubj' ? 'doer' : null;
}
