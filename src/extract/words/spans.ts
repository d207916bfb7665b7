import type { CharSpan, TokenSpan } from '../../domain/index.ts';
import type { Words } from './words.ts';

/** The stretch of text that tokens cover. */
export const charSpan = ({ doc }: Words, { from, to }: TokenSpan): CharSpan => ({
  start: doc.tokens[from]!.start,
  end: doc.tokens[to - 1]!.end,
});

export const textAt = (words: Words, span: TokenSpan): string => {
  const { start, end } = charSpan(words, span);
  return words.doc.article.text.slice(start, end);
};

export const within = (outer: TokenSpan, inner: TokenSpan): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;
