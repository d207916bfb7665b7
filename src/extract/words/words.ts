import type { Doc, TokenSpan } from '../../domain/index.ts';
import { findQuotations, type Quotation } from './quotations.ts';

/** A Doc as extraction looks at it: lists of one entry a token. */
export type Words = {
  readonly doc: Doc;
  /** The token's text. */
  readonly form: readonly string[];
  /** In lower case, with straight apostrophes. */
  readonly lower: readonly string[];
  /** Index of the sentence. */
  readonly sentenceOf: Int32Array;
  /** Index of the quotation, marks included; -1 outside. */
  readonly quotationOf: Int32Array;
  readonly quotations: readonly Quotation[];
};

/** Lays a Doc out for extraction. Costs one pass over its tokens. */
export function wordsOf(doc: Doc): Words {
  const form = doc.tokens.map(token => doc.article.text.slice(token.start, token.end));
  const lower = form.map(word => word.toLowerCase().replaceAll('’', "'"));
  const sentenceOf = new Int32Array(form.length);
  for (const [index, { from, to }] of doc.sentences.entries()) sentenceOf.fill(index, from, to);
  const quotations = findQuotations(doc, form);
  const quotationOf = new Int32Array(form.length).fill(-1);
  for (const [index, { from, to }] of quotations.entries()) quotationOf.fill(index, from, to);
  return { doc, form, lower, sentenceOf, quotationOf, quotations };
}

/** A longer sentence is seen through a window this wide on both sides, so that text without full stops stays cheap. */
const window = 400;

/** The sentence around a token, as far as the window goes. */
export function sentenceAt(words: Words, token: number): TokenSpan {
  const { from, to } = words.doc.sentences[words.sentenceOf[token]!]!;
  return { from: Math.max(from, token - window), to: Math.min(to, token + window) };
}

export const isCapitalised = (words: Words, at: number): boolean => /^\p{Lu}/u.test(words.form[at] ?? '');

export const isWord = (words: Words, at: number): boolean => /[\p{L}\p{N}]/u.test(words.form[at] ?? '');
