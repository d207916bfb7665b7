import { type SearchPart, searchText } from './search-text.ts';

const before = 60;
const length = 200;

/** Some words of a text around the first that was looked for, else its first words. */
export function excerptOf(text: string, parts: readonly SearchPart[]): string {
  const at = firstMatch(
    text,
    parts.flatMap(part => part.words.slice(0, 1)),
  );
  const start = at <= before ? 0 : edgeBefore(text, at - before);
  const end = start + length >= text.length ? text.length : edgeBefore(text, start + length);
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return `${start > 0 ? '… ' : ''}${words}${end < text.length ? ' …' : ''}`;
}

/** The end of white space before an offset, unless that is far off. */
function edgeBefore(text: string, offset: number): number {
  const space = text.slice(Math.max(offset - 40, 0), offset).search(/\s\S*$/);
  return space < 0 ? offset : Math.max(offset - 40, 0) + space + 1;
}

const plain = /^[a-z0-9]+$/i;

/** Where a word stands that is looked for, or one that begins like it, as forms of one word do; 0 for none. */
function firstMatch(text: string, wanted: readonly string[]): number {
  let alike = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const folded = plain.test(word) ? word.toLowerCase() : searchText(word);
    if (wanted.includes(folded)) return index;
    if (alike === 0 && wanted.some(want => beginsLike(folded, want))) alike = index;
  }
  return alike;
}

function beginsLike(a: string, b: string): boolean {
  const stem = Math.max(3, Math.min(a.length, b.length) - 3);
  return a.length >= stem && a.slice(0, stem) === b.slice(0, stem);
}
