/** Single-spaced and trimmed: how a title or a name is kept that the input broke over lines. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** `He left.` and `"He left."`, but not `Talks with the U.S.`, which ends in an abbreviation. */
export const endsSentence = (text: string): boolean =>
  /[.!?…。]["'”’»)\]*_]*$/u.test(text) && !/(?:^|\s)(?:\p{Lu}\.){2,}$/u.test(text);
