const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u;
const noWidth = /^[\p{M}\p{Cf}]+$/u;

/** How many columns of a terminal the text takes: two for wide characters and emoji, none for marks that combine. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

const graphemeWidth = (grapheme: string): number =>
  noWidth.test(grapheme) ? 0 : wide.test(grapheme) ? 2 : 1;

/** Most text is letters and marks of plain European text, of which each takes one column. */
const isPlain = (text: string): boolean => /^[ -~\xa0-\xac\xae-\u024f\u2010-\u2027]*$/.test(text);
