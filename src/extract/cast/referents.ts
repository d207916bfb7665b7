import type { Doc, DocEntity, Mention, TokenSpan } from '../../domain/index.ts';
import { readSourcePhrase } from '../authority/phrase.ts';
import type { SourcePhrase } from '../authority/source-phrase.ts';
import { isWord, type Words } from '../words/words.ts';
import { ofPhrase } from './match.ts';
import type { Member } from './member.ts';
import { subjectForm } from './pronouns.ts';
import { addMember, type Register } from './register.ts';

/** Whom a source phrase means by the parser's reading of the whole article. */
export type Referent = {
  readonly id: string;
  readonly kind: DocEntity['kind'];
  /** Where the article names it, or else first says what it is; the phrase itself where it is mentioned nowhere else. */
  readonly named: TokenSpan;
};

/** Finds the entity that a source phrase starts with: "Brightwater Foods" for "It", the airline's name for "The airline". */
export type Referents = (source: TokenSpan) => Referent | null;

/** Lays the article's mentions out by the token at which they start. Costs one pass over tokens and mentions. */
export function createReferents(words: Words): Referents {
  const { tokens, mentions, entities } = words.doc;
  const tokenAt = new Map(tokens.map(({ start }, at) => [start, at]));
  const entityOf = new Map(entities.map(entity => [entity.id, entity]));
  const startingAt = Map.groupBy(mentions, ({ start }) => start);
  const spanOf = ({ start, end }: { start: number; end: number }): TokenSpan | null => {
    const from = tokenAt.get(start);
    if (from === undefined) return null;
    let to = from + 1;
    while (to < tokens.length && tokens[to]!.end <= end) to++;
    return { from, to };
  };
  const best = Map.groupBy(mentions, ({ entityId }) => entityId);
  return source => {
    const mention = startingAt
      .get(tokens[source.from]!.start)
      ?.find(({ end, entityId }) => entityId !== null && end <= tokens[source.to - 1]!.end);
    const entity = mention && entityOf.get(mention.entityId!);
    if (!mention || !entity || !headsPhrase(words, mention, source)) return null;
    const named = spanOf(tellingMention(best.get(entity.id) ?? [mention]));
    return named && { id: entity.id, kind: entity.kind, named };
  };
}

/** The name at its longest, else the first noun. */
function tellingMention(mentions: readonly Mention[]): Mention {
  const length = ({ start, end }: Mention): number => end - start;
  const names = mentions.filter(({ kind }) => kind === 'name');
  const nouns = mentions.filter(({ kind }) => kind === 'nominal');
  return names.length > 0
    ? names.reduce((a, b) => (length(b) > length(a) ? b : a))
    : (nouns[0] ?? mentions[0]!);
}

/** The mention is what the phrase turns on: after it come only a comma, "who", or a preposition's words. */
function headsPhrase(words: Words, { end }: Mention, source: TokenSpan): boolean {
  let after = source.from;
  while (after < source.to && words.doc.tokens[after]!.end <= end) after++;
  return after >= source.to || !isWord(words, after) || /^(?:who|of|in|for|at)$/.test(words.lower[after]!);
}

/**
 * The member that a phrase which points back means, by the article's own mentions, and a phrase whose words look like a body's where
 * they know it for a person's ("Norway's U.N. ambassador, Signe Holm"); null where they do not tell.
 */
export function ofReferent(register: Register, referents: Referents, phrase: SourcePhrase): Member | null {
  const { words, vocabulary } = register;
  const referent = phrase.refersBack || isBody(phrase) ? referents(phrase) : null;
  if (!referent || referent.named.from === phrase.from) return null;
  if (isBody(phrase) ? referent.kind !== 'person' : !fits(words, phrase, referent)) return null;
  const read = readSourcePhrase(words, vocabulary, referent.named);
  const named =
    read.kind === 'person' && (referent.kind === 'organisation' || referent.kind === 'place')
      ? asBody(read, phrase.kind === 'government' ? 'government' : 'organisation')
      : describedBy(words, read, phrase);
  if (named.refersBack || named.kind === 'unknown' || !(named.name || phrase.pronoun)) return null;
  return mentionedAt(register, named) ?? ofPhrase(register, named) ?? addMember(register, named);
}

const isBody = ({ kind, refersBack }: SourcePhrase): boolean => kind === 'organisation' && !refersBack;

/** How many mentions back a phrase is looked for. */
const reach = 40;

/** The member that a source phrase at the same place was found to be. */
function mentionedAt({ mentions, members }: Register, { from }: TokenSpan): Member | null {
  const mention = mentions.slice(-reach).find(each => each.from === from);
  return mention ? members[mention.member]! : null;
}

/** "He" and "she" are people, "it" is none; other words have said what they stand for. */
function fits(words: Words, { from, pronoun, kind }: SourcePhrase, referent: Referent): boolean {
  const isPerson = referent.kind === 'person';
  if (pronoun && isPerson && hasRival(words, referent.id, from)) return false;
  if (!pronoun) return isPerson === (kind === 'person' || kind === 'spokesperson');
  const word = subjectForm(words.lower[from]!);
  return word === 'he' || word === 'she' ? isPerson : word === 'they' || (word === 'it' && !isPerson);
}

/**
 * Whether somebody else of that name's sex, as far as it is known, is named between the sentence that last mentions the
 * referent and the pronoun: then the article does not tell who is meant.
 */
function hasRival({ doc, lower }: Words, id: string, pronoun: number): boolean {
  const place = doc.tokens[pronoun]!.start;
  const word = subjectForm(lower[pronoun]!);
  const other = word === 'he' ? 'female' : word === 'she' ? 'male' : null;
  const before = firstFrom(doc.mentions, mention => mention.start >= place);
  let first = 0;
  for (let at = before - 1; at >= Math.max(0, before - rivalReach); at--) {
    const mention = doc.mentions[at]!;
    if (mention.start < first) return false;
    if (mention.entityId === id && mention.kind !== 'pronoun' && first === 0)
      first = sentenceStart(doc, mention.start);
    if (mention.entityId === id) continue;
    const entity = mention.kind === 'name' && doc.entities.find(each => each.id === mention.entityId);
    if (entity && entity.kind === 'person' && entity.gender !== other) return true;
  }
  return false;
}

/** How many mentions back a rival is looked for. */
const rivalReach = 40;

/** Where the sentence of a place starts, in the text. */
function sentenceStart({ sentences, tokens }: Doc, place: number): number {
  const after = firstFrom(sentences, ({ from }) => tokens[from]!.start > place);
  return tokens[sentences[Math.max(0, after - 1)]!.from]!.start;
}

/** The index of the first item that passes, in a list where all after it pass too; the length where none does. */
function firstFrom<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A person whose office was taken for a body is described by it. */
function describedBy(words: Words, read: SourcePhrase, phrase: SourcePhrase): SourcePhrase {
  if (!isBody(phrase) || read.description || read.from <= phrase.from) return read;
  const to = Math.min(phrase.to, read.from);
  return { ...read, description: { from: phrase.from, to: isWord(words, to - 1) ? to : to - 1 } };
}

const asBody = (phrase: SourcePhrase, kind: 'government' | 'organisation'): SourcePhrase => ({
  ...phrase,
  kind,
  description: null,
  count: null,
});
