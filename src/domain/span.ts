/** A stretch of `Article.text`: UTF-16 units, `end` exclusive. The only span that is stored, sent or printed. */
export type CharSpan = { readonly start: number; readonly end: number };

/** A run of tokens: indices into `Doc.tokens`, `to` exclusive. Never leaves parse and extract. */
export type TokenSpan = { readonly from: number; readonly to: number };

/**
 * The words that a span covers.
 * @example
 * textOf('Ms Rao said', { start: 0, end: 6 }) // 'Ms Rao'
 */
export const textOf = (text: string, span: CharSpan): string => text.slice(span.start, span.end);

/** Whether the two share at least one unit. */
export const overlaps = (a: CharSpan, b: CharSpan): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies wholly in `outer`. */
export const covers = (outer: CharSpan, inner: CharSpan): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
