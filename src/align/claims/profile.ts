import type { CharSpan, Doc, Mention, Token } from '../../domain/index.ts';
import { covers } from '../../domain/index.ts';
import { hashText } from '../../learn/index.ts';
import type { Account } from '../accounts.ts';
import { remembered } from '../remembered.ts';
import type { Vocabulary, WordKeys } from '../words/vocabulary.ts';
import type { Unit } from './unit.ts';

/** What a word is to the comparison of two units. */
export const wordKinds = ['name', 'number', 'noun', 'verb', 'other'] as const;
export type WordKind = (typeof wordKinds)[number];

/** A word of a unit, as the scorer of claims reads it. */
export type ProfileWord = WordKeys & {
  /** Hashes of `form`, `sense` and the form's first letters (0 for fewer): where they differ, so do the words. */
  readonly formHash: number;
  readonly senseHash: number;
  readonly beginning: number;
  /** Index into `Profile.words` of the nearest word above it in the tree; -1 for none in the unit. */
  readonly head: number;
  readonly relation: string;
  readonly kind: WordKind;
  /** How rare it is in news: 0 for grammar. */
  readonly weight: number;
  /** Its class of words with like neighbours; 0 for none. */
  readonly wordClass: number;
  /** Which run of name words it belongs to, from 0 on; -1 for none. */
  readonly name: number;
  /** The words of the name that it stands for, where it is a pronoun or a noun: "she", "the minister". */
  readonly standsFor: readonly string[];
  /** Whether no word before it stands after one of the same sense as the word before this; false for the first word. */
  readonly isNewPair: boolean;
};

/** What each word of a profile weighs, by index, and all together. */
export type Weights = { readonly words: readonly number[]; readonly total: number };

/** All that the scorer of claims reads of one unit; making it is linear in the unit's words. */
export type Profile = {
  /** Without punctuation. */
  readonly words: readonly ProfileWord[];
  /** Words that weigh something, by index into `words`. */
  readonly content: readonly number[];
  /** The senses of those that are no names. */
  readonly told: ReadonlySet<string>;
  /** How many different pairs of neighbours there are, by sense. */
  readonly pairs: number;
  /** What its words weigh in all news. */
  readonly weights: Weights;
  /** The first word in the tree's order that is a verb, else the top; -1 for no words. */
  readonly top: number;
  readonly negations: number;
  readonly hasQuotation: boolean;
  /** Days, months and years that it gives, as TIMEX3 values. */
  readonly dates: readonly string[];
  /** Every piece of three characters, as one number each, in order of these. */
  readonly trigrams: readonly number[];
};

/** What is known of words in general: how rare a sense is, and the class of a word. */
export type WordKnowledge = {
  readonly rarity: (keys: WordKeys) => number;
  readonly classOf: (form: string) => number;
};

/** Of a longer unit only its beginning is read, so that comparing two units is bounded. No sentence of news is as long. */
const mostTokens = 150;

/** So many letters at least are the beginning of a word. */
export const beginningLength = 4;

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

  const namesOf = remembered(
    ({ entities }: Doc): ReadonlyMap<string, string | null> =>
      new Map(entities.map(({ id, name }) => [id, name] as const)),
  );

  return unit => {
    const { account, tokens, span } = unit;
    const { doc, text } = account;
    const indexOf = new Map<number, number>();
    for (let at = tokens.from; at < Math.min(tokens.to, tokens.from + mostTokens); at++)
      if (keysAt(account, at)) indexOf.set(at, indexOf.size);
    const referents = standingFor(unit, vocabulary, namesOf(doc));
    const words: ProfileWord[] = [];
    const pairs = new Set<string>();
    let name = -1;
    let nameEnd = -1;
    for (const at of indexOf.keys()) {
      const { form, sense } = keysAt(account, at)!;
      const token = doc.tokens[at]!;
      const kind = kindOf(token, form);
      if (kind === 'name' && nameEnd !== at) name++;
      if (kind === 'name') nameEnd = at + 1;
      const before = pairs.size;
      if (words.length > 0) pairs.add(`${words.at(-1)!.sense} ${sense}`);
      words.push({
        form,
        sense,
        formHash: hashText(form),
        senseHash: hashText(sense),
        beginning: form.length < beginningLength ? 0 : hashText(form, 0, beginningLength),
        head: headOf(doc.tokens, at, indexOf),
        relation: token.relation,
        kind,
        weight: vocabulary.commonness({ form, sense }) === 0 ? 0 : rarity({ form, sense }),
        wordClass: classOf(text.slice(token.start, token.end)),
        name: kind === 'name' ? name : -1,
        standsFor: referents.get(at) ?? nothing,
        isNewPair: pairs.size > before,
      });
    }
    const content = words.flatMap(({ weight }, index) => (weight > 0 ? [index] : []));
    return {
      words,
      content,
      told: new Set(
        words.flatMap(({ weight, kind, sense }) => (weight > 0 && kind !== 'name' ? [sense] : [])),
      ),
      pairs: pairs.size,
      weights: weightsOf(words.map(({ weight }) => weight)),
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

/** Weights with their sum. */
export const weightsOf = (words: readonly number[]): Weights => ({
  words,
  total: words.reduce((sum, weight) => sum + weight, 0),
});

const nothing: readonly string[] = [];

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

function trigramsOf(words: readonly ProfileWord[]): number[] {
  const line = ` ${words.map(({ form }) => form).join(' ')} `;
  const pieces = new Float64Array(Math.max(0, line.length - 2));
  for (let at = 0; at < pieces.length; at++)
    pieces[at] =
      (line.charCodeAt(at) * 0x10000 + line.charCodeAt(at + 1)) * 0x10000 + line.charCodeAt(at + 2);
  return [...pieces.sort()];
}
