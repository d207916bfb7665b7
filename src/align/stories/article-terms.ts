import type { Article } from '../../domain/index.ts';
import type { TermTable } from './term-table.ts';
import type { WordReader, Written } from './vocabulary.ts';

/**
 * What a term is in its article: bits of `Occurrence.flags`. A date is a day and month that stand together; `time` is the
 * name of a month or weekday.
 */
export const termFlags = { head: 1, lead: 2, name: 4, number: 8, date: 16, year: 32, time: 64 } as const;

/** A term in one article: how often, as what, and where first. */
export type Occurrence = {
  /** In `TermTable`. */
  readonly term: number;
  /** Twice for each time in the lead. */
  count: number;
  flags: number;
  /** In `Article.text`, UTF-16 units; -1 for what stands only in a title apart from the text. */
  start: number;
  /** As it is written there: a number of `TermTable`. */
  spelling: number;
  /** How often it has a capital within a sentence, less how often it has none. */
  capitals: number;
  capitalsAtStart: number;
};

export type ArticleTerms = {
  /** In the order of their terms' numbers. */
  readonly occurrences: readonly Occurrence[];
  /** All words that were read, with those that carry only grammar. */
  readonly length: number;
  /** A bit for each weekday that is named. */
  readonly weekdays: number;
};

/** So many words from the beginning are the lead. */
const leadLength = 60;

/** So many are the head of an article that has no title. */
const headLength = 14;

/** A longer text tells its story in so many words: what comes after is not read. */
const mostWords = 3000;

const wordPattern = /[\p{L}\p{N}]+(?:(?:['’.-]|,(?=\d{3}))[\p{L}\p{N}]+)*/gu;

type Word = Written & {
  /** Of its term, in the table; -1 for grammar. */
  readonly number: number;
  readonly spelling: number;
};

type Part = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Not in `Article.text`. */
  readonly isApart: boolean;
  /** Capitals say nothing there. */
  readonly isHeading: boolean;
};

/** Reads the terms of one article after another, and counts each article in the table. */
export class TermReader {
  readonly #table: TermTable;
  readonly #readWord: WordReader;
  readonly #words = new Map<string, Word>();
  #found = new Map<number, Occurrence>();
  #length = 0;
  #weekdays = 0;

  constructor(table: TermTable, readWord: WordReader) {
    this.#table = table;
    this.#readWord = readWord;
  }

  read(article: Article): ArticleTerms {
    this.#found = new Map();
    this.#length = this.#weekdays = 0;
    for (const part of partsOf(article)) this.#readPart(part, article.title === null);
    const occurrences = [...this.#found.values()].sort((a, b) => a.term - b.term);
    for (const own of occurrences) if (this.#isName(own)) own.flags |= termFlags.name;
    this.#table.countArticle(occurrences);
    return { occurrences, length: this.#length, weekdays: this.#weekdays };
  }

  #readPart({ text, start: from, end: to, isApart, isHeading }: Part, hasNoTitle: boolean): void {
    let before: { readonly word: Word; readonly start: number; readonly end: number } | null = null;
    wordPattern.lastIndex = from;
    for (let match = wordPattern.exec(text); match !== null; match = wordPattern.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (end > to || this.#length >= mostWords) return;
      const word = this.#wordOf(match[0]);
      this.#length++;
      if (word.weekday) this.#weekdays |= 1 << word.weekday;
      const place = isApart ? -1 : start;
      if (before && isDay(before.word, word)) {
        const spelling = this.#table.spellingOf(text.slice(before.start, end));
        this.#add(this.#dateOf(before.word, word), termFlags.date, isApart ? -1 : before.start, spelling);
      }
      if (word.number >= 0) {
        const inHead = isHeading || (hasNoTitle && this.#length <= headLength);
        const own = this.#add(word.number, this.#flagsOf(word, inHead), place, word.spelling);
        if (!word.isCapital) own.capitals--;
        else if (isHeading || !before || opensSentence(text, before.end, start)) own.capitalsAtStart++;
        else own.capitals++;
      }
      before = { word, start, end };
    }
  }

  #wordOf(written: string): Word {
    const known = this.#words.get(written);
    if (known) return known;
    const read = this.#readWord(written);
    const number = read.term === '' ? -1 : this.#table.numberOf(read.term);
    const word = { ...read, number, spelling: this.#table.spellingOf(read.shown) };
    this.#words.set(written, word);
    return word;
  }

  #add(term: number, flags: number, start: number, spelling: number): Occurrence {
    let own = this.#found.get(term);
    if (!own) {
      own = { term, count: 0, flags: 0, start, spelling, capitals: 0, capitalsAtStart: 0 };
      this.#found.set(term, own);
    } else if (own.start < 0) {
      own.start = start;
      own.spelling = spelling;
    }
    own.count += this.#length <= leadLength ? 2 : 1;
    own.flags |= flags;
    return own;
  }

  #flagsOf(word: Word, inHead: boolean): number {
    return (
      (inHead ? termFlags.head : 0) |
      (this.#length <= leadLength ? termFlags.lead : 0) |
      (word.isNumber ? termFlags.number : 0) |
      (word.isYear ? termFlags.year : 0) |
      (word.month || word.weekday ? termFlags.time : 0)
    );
  }

  #isName({ term, flags, capitals, capitalsAtStart }: Occurrence): boolean {
    if (flags & (termFlags.number | termFlags.date | termFlags.time)) return false;
    return capitals > 0 || (capitals === 0 && capitalsAtStart > 0 && !this.#table.isMostlySmall(term));
  }

  #dateOf(a: Word, b: Word): number {
    const [month, day] = a.month ? [a, b] : [b, a];
    return this.#table.numberOf(`=${month.month}-${day.term}`);
  }
}

/** What is read of an article, in order: its title, where that stands apart from the text, and its blocks. */
function partsOf({ title, text, blocks }: Article): Part[] {
  const parts = blocks.map(({ start, end, kind }) => ({
    text,
    start,
    end,
    isApart: false,
    isHeading: kind === 'title' || kind === 'heading',
  }));
  if (title === null || blocks[0]?.kind === 'title') return parts;
  return [{ text: title, start: 0, end: title.length, isApart: true, isHeading: true }, ...parts];
}

/** "14 October", "Oct. 14" */
const isDay = (a: Written, b: Written): boolean =>
  (a.month > 0 && isDayOfMonth(b)) || (b.month > 0 && isDayOfMonth(a));

const isDayOfMonth = ({ isNumber, term }: Written): boolean =>
  isNumber && /^([1-9]|[12]\d|3[01])$/.test(term);

/** Whether what stands between two words lets a sentence begin: a stop, a colon, a quotation mark, a new line. */
function opensSentence(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (openers.has(text.charCodeAt(at))) return true;
  return false;
}

const openers = new Set([...'.!?:"“\n'].map(sign => sign.charCodeAt(0)));
