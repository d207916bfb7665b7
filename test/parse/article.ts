import type { Article, CharSpan } from '../../src/domain/index.ts';

/** An article of plain lines: each that is not blank is a paragraph. */
export const articleOfLines = (text: string, id = 'a'): Article =>
  articleOf(
    text,
    [...text.matchAll(/[^\n]+/g)]
      .filter(({ 0: line }) => line.trim() !== '')
      .map(({ 0: line, index }) => ({ start: index, end: index + line.length })),
    id,
  );

/** An article that is one paragraph, whatever it holds. */
export const articleOfBlock = (text: string): Article =>
  articleOf(text, text.trim() === '' ? [] : [{ start: 0, end: text.length }], 'a');

function articleOf(text: string, spans: readonly CharSpan[], id: string): Article {
  const blocks = spans.map(span => ({ ...span, kind: 'paragraph' as const }));
  const facts = { url: null, outlet: null, title: null, byline: null, published: null, fetched: null };
  return { id, ...facts, language: 'en', text, blocks };
}
