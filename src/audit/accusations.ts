import { type CharSpan, covers, type Doc, type DocEntity, type Mention, overlaps } from '../domain/index.ts';
import type { AuditContext } from './context.ts';
import type { PhraseFound } from './phrases.ts';
import { spanOf } from './spans.ts';
import { wordsOf } from './statement-places.ts';
import { unquotedPhrases } from './voice.ts';

/** Somebody who is charged with a wrong, in the outlet's account of it. */
export type Accusation = {
  readonly verb: CharSpan;
  /** The words that say whom. */
  readonly target: CharSpan;
  readonly accused: DocEntity;
};

/** The lexicon that a rule names which asks for accusations. */
export const accusing = 'accusing-verbs';

/** The accusations of people and organisations, in order: "Pell accused the bank of fraud", "Roe was accused of fraud". */
export const accusations = (context: AuditContext): Accusation[] =>
  unquotedPhrases(context, accusing).flatMap(phrase => {
    const { doc } = context;
    const charged = chargedBy(context, phrase);
    const mention = charged && mentionAt(doc, charged);
    const accused = mention && entityOf(doc, mention);
    return mention && accused ? [{ verb: spanOf(phrase), target: spanOf(mention.head), accused }] : [];
  });

/** The head of the noun phrase that is charged, where the verb has its charge. */
function chargedBy(
  context: AuditContext,
  { tokens: { from }, start, columns: [needs] }: PhraseFound,
): CharSpan | null {
  const sentence = context.sentenceAt(start);
  if (!sentence || context.doc.tokens[from]?.upos !== 'VERB') return null;
  const tokens = context.doc.tokens.slice(sentence.from, sentence.to);
  const hangsOn = (at: number): boolean => context.doc.tokens[at]?.head === from;
  const hasCharge = tokens.some(
    ({ head, lemma, relation }) =>
      /^(?:case|mark)$/.test(relation) && /^(?:of|with)$/.test(lemma) && hangsOn(head),
  );
  if (needs === 'of' && !hasCharge) return null;
  const isPassive = tokens.some(({ head, relation }) => head === from && relation === 'aux:pass');
  const role = isPassive ? 'nsubj:pass' : 'obj';
  return tokens.find(({ head, relation }) => head === from && relation === role) ?? null;
}

const mentionAt = ({ mentions }: Doc, word: CharSpan): Mention | null =>
  mentions.find(({ head }) => covers(head, word)) ??
  mentions.find(mention => overlaps(mention, word)) ??
  null;

/** One person with a name, or one organisation: no state, place or crowd, and no "man" who may have a name elsewhere. */
function entityOf({ entities }: Doc, { entityId }: Mention): DocEntity | null {
  const entity = entities.find(({ id }) => id === entityId);
  const isKnown = entity?.kind === 'organisation' || (entity?.kind === 'person' && entity.name !== null);
  return entity && isKnown && entity.number !== 'several' ? entity : null;
}

/** The words by which the article knows somebody: "Roe" of a person, all that are not small of an organisation, "FDIC". */
function wordsFor({ doc, textOf }: AuditContext, { kind, name, mentions }: DocEntity): string[] {
  if (kind === 'person' && name !== null) return wordsOf(name).slice(-1);
  const starts = new Set(mentions.map(({ start }) => start));
  const forms = doc.mentions.filter(({ kind, start }) => kind !== 'pronoun' && starts.has(start));
  return [name ?? '', ...forms.map(({ head }) => textOf(head))]
    .flatMap(wordsOf)
    .filter(word => word.length > 2 && !small.test(word));
}

const small = /^(?:the|and|for|of)$/;

/** Tells whether words stand for the accused or somebody who speaks for it: "Roe", "a lawyer for Roe", "the Roe campaign". */
export function namerOf(context: AuditContext, accused: DocEntity): (words: string) => boolean {
  const known = new Set(wordsFor(context, accused));
  return words => wordsOf(words).some(word => known.has(word));
}
