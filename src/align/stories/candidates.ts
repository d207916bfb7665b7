import { grown } from './columns.ts';
import { type Profiles, viewCount } from './profiles.ts';

/** By how many of its weightiest terms an article is found. */
const termsOfAnArticle = 48;

/** How many of the newest articles with a term are looked at. */
const articlesOfATerm = 600;

/** How many articles are given, at most. */
const mostCandidates = 80;

/** An inverted index: for each term the articles in which it weighs much, in the order in which they came. */
export class CandidateIndex {
  readonly #profiles: Profiles;
  readonly #postings: (Posting | undefined)[] = [];
  #scores = new Float32Array(1024);
  readonly #touched: number[] = [];

  constructor(profiles: Profiles) {
    this.#profiles = profiles;
  }

  /** The articles most like this one by their weightiest terms, the most like first. */
  find(article: number): number[] {
    const { weights, terms, norms } = this.#profiles;
    const touched = this.#touched;
    touched.length = 0;
    if (this.#scores.length < this.#profiles.count) this.#scores = new Float32Array(2 * this.#profiles.count);
    const scores = this.#scores;
    for (const at of this.#weightiest(article)) {
      const posting = this.#postings[terms[at]!];
      if (!posting) continue;
      const weight = weights[at]!;
      for (let n = Math.max(0, posting.size - articlesOfATerm); n < posting.size; n++) {
        const other = posting.articles[n]!;
        if (scores[other] === 0) touched.push(other);
        scores[other]! += weight * posting.weights[n]!;
      }
    }
    for (const other of touched) scores[other]! /= norms[other * viewCount]!;
    const best = touched.sort((a, b) => scores[b]! - scores[a]! || b - a).slice(0, mostCandidates);
    for (const other of touched) scores[other] = 0;
    return best;
  }

  add(article: number): void {
    const { weights, terms } = this.#profiles;
    for (const at of this.#weightiest(article)) {
      let posting = this.#postings[terms[at]!];
      if (!posting) {
        posting = { size: 0, articles: new Int32Array(2), weights: new Float32Array(2) };
        this.#postings[terms[at]!] = posting;
      }
      if (posting.size === posting.articles.length) makeRoom(posting);
      posting.articles[posting.size] = article;
      posting.weights[posting.size++] = weights[at]!;
    }
  }

  /** Places in the columns of the article's terms that weigh most. */
  #weightiest(article: number): number[] {
    const { from, weights } = this.#profiles;
    const places: number[] = [];
    for (let at = from[article]!; at < from[article + 1]!; at++) places.push(at);
    return places.sort((a, b) => weights[b]! - weights[a]! || a - b).slice(0, termsOfAnArticle);
  }
}

type Posting = { size: number; articles: Int32Array; weights: Float32Array };

/** Old articles make room for new ones once there are twice as many as are looked at. */
function makeRoom(posting: Posting): void {
  if (posting.size >= 2 * articlesOfATerm) {
    posting.articles.copyWithin(0, posting.size - articlesOfATerm);
    posting.weights.copyWithin(0, posting.size - articlesOfATerm);
    posting.size = articlesOfATerm;
    return;
  }
  const room = Math.min(2 * posting.size, 2 * articlesOfATerm);
  posting.articles = grown(posting.articles, room);
  posting.weights = grown(posting.weights, room);
}
