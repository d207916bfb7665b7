import { Words as HashedWords, hashText, mix, type WordClasses, wordPad } from '../../learn/index.ts';
import type { Words } from '../words/words.ts';
import { noPattern, type PatternColumns } from './patterns.ts';

/** Where a token stands to quotation marks. */
export const quoteStates = { outside: 0, opens: 1, inside: 2, closes: 3 } as const;

/**
 * A Doc as the trained finder reads it: columns of hashed attributes in which token `at` stands at `at + pad`. They grow
 * and are used again: one Doc at a time.
 */
export class Columns {
  static readonly pad = wordPad;
  length = 0;
  readonly hashed: HashedWords;
  tag: Int32Array = new Int32Array(0);
  upos: Int32Array = new Int32Array(0);
  lemma: Int32Array = new Int32Array(0);
  relation: Int32Array = new Int32Array(0);
  /** Place of the head; 0 for a root and where no tree is known. */
  head: Int32Array = new Int32Array(0);
  quote: Int32Array = new Int32Array(0);
  /** How often the lemma is part of a cue: 0 unknown, 1 never, 7 nearly always. */
  rate: Int32Array = new Int32Array(0);
  /** Running counts of commas and of quotation marks before a token. */
  commas: Int32Array = new Int32Array(0);
  marks: Int32Array = new Int32Array(0);
  /** Hash of the kinds of the smallest mention that holds a token and of its entity; odd where the mention begins. */
  mention: Int32Array = new Int32Array(0);
  words: Words | null = null;
  patterns: PatternColumns = noPattern;

  constructor(classes: WordClasses) {
    this.hashed = new HashedWords(classes);
  }

  /** Reads a Doc. `rateOf` gives the column `rate` from `rateKey`. */
  fill(words: Words, patterns: PatternColumns, rateOf: (key: number) => number): void {
    const { form } = words;
    this.words = words;
    this.patterns = patterns;
    this.length = form.length;
    this.hashed.fill(form.length, at => form[at]!);
    this.#clear(form.length + 2 * wordPad);
    for (let at = 0; at < form.length; at++) this.#read(words, at, rateOf);
    this.#readMentions(words);
  }

  #readMentions({ doc: { tokens, mentions, entities } }: Words): void {
    const kinds = new Map(entities.map(({ id, kind }) => [id, kind]));
    this.mention.fill(0);
    let first = 0;
    for (const { start, end, kind, entityId } of mentions) {
      while (first < tokens.length && tokens[first]!.end <= start) first++;
      const hash = hashText(`${kind} ${entityId === null ? '' : kinds.get(entityId)}`) & ~1;
      for (let at = first; at < tokens.length && tokens[at]!.start < end; at++)
        this.mention[at + wordPad] = hash | (at === first ? 1 : 0);
    }
  }

  #clear(places: number): void {
    if (this.tag.length < places) this.#grow(2 * places);
    for (const column of [
      this.tag,
      this.upos,
      this.lemma,
      this.relation,
      this.head,
      this.quote,
      this.rate,
      this.mention,
    ]) {
      column.fill(0, 0, wordPad);
      column.fill(0, places - wordPad, places);
    }
  }

  #grow(places: number): void {
    this.tag = new Int32Array(places);
    this.upos = new Int32Array(places);
    this.lemma = new Int32Array(places);
    this.relation = new Int32Array(places);
    this.head = new Int32Array(places);
    this.quote = new Int32Array(places);
    this.rate = new Int32Array(places);
    this.mention = new Int32Array(places);
    this.commas = new Int32Array(places);
    this.marks = new Int32Array(places);
  }

  #read(words: Words, at: number, rateOf: (lemma: number) => number): void {
    const place = at + wordPad;
    const syntax = words.doc.tokens[at]!;
    const lemma = hashText(syntax.lemma.toLowerCase());
    const quote = quoteStateOf(words, at);
    this.tag[place] = hashText(syntax.xpos);
    this.upos[place] = hashText(syntax.upos);
    this.lemma[place] = lemma;
    this.relation[place] = hashText(syntax.relation);
    this.head[place] = syntax.head < 0 ? 0 : syntax.head + wordPad;
    this.quote[place] = quote;
    this.rate[place] = rateOf(mix(lemma, this.upos[place]!));
    this.commas[place + 1] = (at === 0 ? 0 : this.commas[place]!) + (words.form[at] === ',' ? 1 : 0);
    this.marks[place + 1] =
      (at === 0 ? 0 : this.marks[place]!) +
      (quote === quoteStates.opens || quote === quoteStates.closes ? 1 : 0);
    if (at === 0) this.commas[place] = this.marks[place] = 0;
  }
}

function quoteStateOf({ quotationOf, quotations }: Words, at: number): number {
  const quotation = quotations[quotationOf[at]!];
  if (!quotation) return quoteStates.outside;
  if (quotation.from === at) return quoteStates.opens;
  return quotation.closed && quotation.to === at + 1 ? quoteStates.closes : quoteStates.inside;
}
