import type { CharSpan, Doc, Mention, Token } from '../../domain/index.ts';
import { covers } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import type { Vocabulary, WordKeys } from '../words/vocabulary.ts';
import type { Unit } from './unit.ts';

/** What a word is to the comparison of two units. */
export type WordKind = 'name' | 'number' | 'noun' | 'verb' | 'other';

/** A word of a unit, as the scorer of claims reads it. */
export type ProfileWord = WordKeys & {
  /** Index into `Profile.words` of the nearest word above it in the tree; -1 for none in the unit. */
  readonly head: number;
  readonly relation: string;
  readonly kind: WordKind;
  /** How rare it is in news: 0 for grammar. */
  readonly weight: number;
  /** Less where many units of the story have it; the same as `weight` where no story is known. */
  readonly storyWeight: number;
  /** Its class of words with like neighbours; 0 for none. */
  readonly wordClass: number;
  /** Which run of name words it belongs to; -1 for none. */
  readonly name: number;
  /** The words of the name that it stands for, where it is a pronoun or a noun: "she", "the minister". */
  readonly standsFor: readonly string[];
};

/** All that the scorer of claims reads of one unit; making it is linear in the unit's words. */
export type Profile = {
  /** Without punctuation. */
  readonly words: readonly ProfileWord[];
  /** Words that weigh something, by index into `words`. */
  readonly content: readonly number[];
  readonly total: number;
  readonly storyTotal: number;
  /** The first word in the tree's order that is a verb, else the top; -1 for no words. */
  readonly top: number;
  readonly negations: number;
  readonly hasQuotation: boolean;
  /** Days, months and years that it gives, as TIMEX3 values. */
  readonly dates: readonly string[];
  /** Pieces of three characters, with how often each occurs. */
  readonly trigrams: ReadonlyMap<string, number>;
};

/** What is known of words in general: how rare a sense is, and the class of a word. */
export type WordKnowledge = {
  readonly rarity: (keys: WordKeys) => number;
  readonly classOf: (form: string) => number;
};

/** Of a longer unit only its beginning is read, so that comparing two units is bounded. No sentence of news is as long. */
const mostTokens = 150;

const signs: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
]);

const kindOf = ({ upos }: Token, form: string): WordKind => {
  if (/^\d/.test(form) || upos === 'NUM') return 'number';
  if (upos === 'PROPN') return 'name';
  if (upos === 'NOUN') return 'noun';
  return upos === 'VERB' ? 'verb' : 'other';
};

/** Makes what turns units into profiles. */
export function createProfiler(
  vocabulary: Vocabulary,
  { rarity, classOf }: WordKnowledge,
): (unit: Unit) => Profile {
  const keysAt = ({ words, text, doc }: Account, at: number): WordKeys | null => {
    const sign = signs.get(text.slice(doc.tokens[at]!.start, doc.tokens[at]!.end));
    return words[at] ?? (sign === undefined ? null : vocabulary.keysOf(sign));
  };

  const namesByDoc = new WeakMap<Doc, ReadonlyMap<string, string | null>>();
  const namesOf = (doc: Doc) => {
    const names = namesByDoc.get(doc) ?? new Map(doc.entities.map(({ id, name }) => [id, name] as const));
    namesByDoc.set(doc, names);
    return names;
  };

  return unit => {
    const { account, tokens, span } = unit;
    const { doc, text } = account;
    const indexOf = new Map<number, number>();
    for (let at = tokens.from; at < Math.min(tokens.to, tokens.from + mostTokens); at++)
      if (keysAt(account, at)) indexOf.set(at, indexOf.size);
    const referents = standingFor(unit, vocabulary, namesOf(doc));
    const words: ProfileWord[] = [];
    let name = -1;
    let nameEnd = -1;
    for (const at of indexOf.keys()) {
      const keys = keysAt(account, at)!;
      const token = doc.tokens[at]!;
      const kind = kindOf(token, keys.form);
      if (kind === 'name' && nameEnd !== at) name++;
      if (kind === 'name') nameEnd = at + 1;
      const weight = vocabulary.commonness(keys) === 0 ? 0 : rarity(keys);
      words.push({
        ...keys,
        head: headOf(doc.tokens, at, indexOf),
        relation: token.relation,
        kind,
        weight,
        storyWeight: weight,
        wordClass: classOf(text.slice(token.start, token.end)),
        name: kind === 'name' ? name : -1,
        standsFor: referents.get(at) ?? [],
      });
    }
    const content = words.flatMap(({ weight }, index) => (weight > 0 ? [index] : []));
    const total = content.reduce((sum, index) => sum + words[index]!.weight, 0);
    return {
      words,
      content,
      total,
      storyTotal: total,
      top: topOf(words),
      negations: words.filter(vocabulary.isNegation).length,
      hasQuotation: /["“”]/.test(text.slice(span.start, span.end)),
      dates: doc.times.flatMap(time =>
        covers(span, time) && time.value !== null && /^\d{4}/.test(time.value) ? [time.value] : [],
      ),
      trigrams: trigramsOf(words),
    };
  };
}

/** The nearest token above that is a word of the unit; a sentence's tree has an end. */
function headOf(tokens: readonly Token[], at: number, indexOf: ReadonlyMap<number, number>): number {
  let above = tokens[at]!.head;
  while (above >= 0 && !indexOf.has(above)) above = tokens[above]!.head;
  return above < 0 ? -1 : indexOf.get(above)!;
}

function topOf(words: readonly ProfileWord[]): number {
  const tops = words.flatMap(({ head }, index) => (head < 0 ? [index] : []));
  return tops.find(index => words[index]!.kind === 'verb') ?? tops[0] ?? -1;
}

/** For tokens that are a pronoun, or the noun of a phrase that means a named one: the senses of the name's words. */
function standingFor(
  { account: { doc }, span, tokens }: Unit,
  vocabulary: Vocabulary,
  names: ReadonlyMap<string, string | null>,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  let at = tokens.from;
  for (const { entityId, kind, head } of mentionsIn(doc, span)) {
    const name = entityId === null || kind === 'name' ? null : names.get(entityId);
    if (!name) continue;
    while (at < tokens.to && doc.tokens[at]!.start < head.start) at++;
    if (at < tokens.to && doc.tokens[at]!.start === head.start)
      found.set(
        at,
        name.split(/\s+/).flatMap(word => vocabulary.keysOf(word)?.sense ?? []),
      );
  }
  return found;
}

/** The mentions that start in a span, by their heads: a binary search and what it finds. */
function mentionsIn({ mentions }: Doc, { start, end }: CharSpan): readonly Mention[] {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  while (high < mentions.length && mentions[high]!.start < end) high++;
  return mentions.slice(low, high).sort((a, b) => a.head.start - b.head.start);
}

function trigramsOf(words: readonly ProfileWord[]): Map<string, number> {
  const counts = new Map<string, number>();
  const line = ` ${words.map(({ form }) => form).join(' ')} `;
  for (let at = 0; at + 3 <= line.length; at++) {
    const piece = line.slice(at, at + 3);
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
}
