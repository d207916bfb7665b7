import { type ArticleTerms, termFlags } from './article-terms.ts';
import { grown } from './columns.ts';
import type { TermTable } from './term-table.ts';

/** The parts of an article whose terms are compared apart. */
export const views = ['all', 'head', 'lead', 'name', 'leadName', 'number', 'word'] as const;
export const viewCount = views.length;

/** Bits of the views that a term with these flags belongs to. */
export function viewsOf(flags: number): number {
  if (flags & termFlags.date) return 0;
  let bits = 1;
  if (flags & termFlags.head) bits |= 2;
  if (flags & termFlags.lead) bits |= 4;
  if (flags & termFlags.name) bits |= flags & termFlags.lead ? 8 | 16 : 8;
  else if (flags & termFlags.number) bits |= 32;
  else bits |= 64;
  return bits;
}

/** What is kept of articles to compare them by: columns of terms, an article's own from `from[n]` to `from[n + 1]`. */
export class Profiles {
  count = 0;
  from = new Int32Array(1025);
  terms = new Int32Array(1 << 16);
  counts = new Uint8Array(1 << 16);
  flags = new Uint8Array(1 << 16);
  weights = new Float32Array(1 << 16);
  starts = new Int32Array(1 << 16);
  spellings = new Int32Array(1 << 16);
  lengths = new Int32Array(1024);
  weekdays = new Uint8Array(1024);
  /** How many dates and years each article names. */
  dates = new Uint8Array(1024);
  years = new Uint8Array(1024);
  /** Of each article and view. */
  norms = new Float32Array(1024 * viewCount);

  /** Keeps an article's terms and gives its number; it is not weighed yet. */
  add({ occurrences, length, weekdays }: ArticleTerms): number {
    const number = this.count++;
    let at = this.from[number]!;
    this.#makeRoom(number + 2, at + occurrences.length);
    for (const { term, count, flags, start, spelling } of occurrences) {
      if (flags & termFlags.date) this.dates[number]!++;
      if (flags & termFlags.year) this.years[number]!++;
      this.terms[at] = term;
      this.counts[at] = Math.min(count, 255);
      this.flags[at] = flags;
      this.starts[at] = start;
      this.spellings[at] = spelling;
      at++;
    }
    this.from[number + 1] = at;
    this.lengths[number] = length;
    this.weekdays[number] = weekdays;
    return number;
  }

  /** Weighs an article's terms by how rare they are in what the table has counted by now. */
  weigh(number: number, table: TermTable): void {
    const norms = this.norms.fill(0, number * viewCount, (number + 1) * viewCount);
    for (let at = this.from[number]!; at < this.from[number + 1]!; at++) {
      const weight = (1 + Math.log(this.counts[at]!)) * table.rarity(this.terms[at]!);
      this.weights[at] = weight;
      const bits = viewsOf(this.flags[at]!);
      for (let view = 0; view < viewCount; view++)
        if (bits & (1 << view)) norms[number * viewCount + view]! += weight * weight;
    }
    for (let view = 0; view < viewCount; view++)
      norms[number * viewCount + view] = Math.sqrt(norms[number * viewCount + view]!);
  }

  #makeRoom(articles: number, terms: number): void {
    if (articles > this.from.length) {
      const room = 2 * articles;
      this.from = grown(this.from, room + 1);
      this.lengths = grown(this.lengths, room);
      this.weekdays = grown(this.weekdays, room);
      this.dates = grown(this.dates, room);
      this.years = grown(this.years, room);
      this.norms = grown(this.norms, room * viewCount);
    }
    if (terms <= this.terms.length) return;
    const room = Math.ceil(1.6 * terms);
    this.terms = grown(this.terms, room);
    this.counts = grown(this.counts, room);
    this.flags = grown(this.flags, room);
    this.weights = grown(this.weights, room);
    this.starts = grown(this.starts, room);
    this.spellings = grown(this.spellings, room);
  }
}
