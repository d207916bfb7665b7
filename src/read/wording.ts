/** Single-spaced and trimmed: how a title or a name is kept that the input broke over lines. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** `He left.` and `"He left."`, but not `Talks with the U.S.`: a few words that end in an abbreviation are a label. */
export function endsSentence(text: string): boolean {
  const end = withoutClosing(text);
  const isAbbreviation = end.length < 80 && /(?:^|\s)(?:\p{Lu}\.){2,}$/u.test(end) && countWords(end) < 9;
  return /[.!?…。]$/u.test(end) && !isAbbreviation;
}

/** Less quotation marks and brackets that close at the end. Without a regular expression, which long runs of them would hold up. */
export function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s"'”’»)\]]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
