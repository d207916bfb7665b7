import { loadLexicon } from '../../learn/index.ts';
import { isByline } from '../block-kinds.ts';
import { isDateLine } from '../dates.ts';
import type { Facts } from '../facts.ts';
import { withoutBy } from '../front-matter.ts';
import { sameWords } from '../title.ts';
import { countWords, endsSentence } from '../wording.ts';
import type { PagePart } from './parts.ts';

const phrases = loadLexicon('page-furniture');
const wholeLines = new Set(phrases.flatMap(([words, where]) => (where === 'whole' ? [words!] : [])));
const starts = phrases.flatMap(([words, where]) => (where === 'start' ? [words!] : []));

/** Drops what is the page's, not the article's: pointers elsewhere, advertising marks, and what stands above the first sentence. */
export function withoutFurniture(parts: readonly PagePart[], facts: Facts): PagePart[] {
  const opening = parts.findIndex(part => endsSentence(part.text));
  return parts.filter((part, index) => !isFurniture(part, facts) && !(index < opening && isPreamble(part)));
}

/** `7 hours ago`, `By Ann Rowe`, `World news`: a few words between the title and the article. */
const isPreamble = ({ kind, text }: PagePart): boolean => kind !== 'heading' && countWords(text) < 9;

function isFurniture(part: PagePart, { byline }: Facts): boolean {
  if (part.linkShare > 0.7 && !endsSentence(part.text)) return true;
  if (part.text.length > 300 || countWords(part.text) > 25) return false;
  const line = part.text.toLowerCase().replace(/^[^\p{L}\p{N}©]+/u, '');
  if (wholeLines.has(line.replace(/[^\p{L}]+$/u, '')) || starts.some(start => beginsWith(line, start)))
    return true;
  return isDateLine(line) || (byline !== null && sameWords(withoutBy(part.text) ?? '', byline));
}

const beginsWith = (line: string, words: string): boolean =>
  line.startsWith(words) && !/^[\p{L}\p{N}]/u.test(line.slice(words.length));

/** The byline that stands above an article whose page does not give it otherwise. */
export function bylineAsShown(parts: readonly PagePart[]): string | null {
  const lines = parts.slice(0, 4).map(({ text }) => text.split('\n')[0]!);
  return withoutBy(lines.find(isByline) ?? null);
}

/** Less an outlet's name before or after it, where the article shows the title without: `The Courier: Bridge to open in May`. */
export function titleAsShown(title: string | null, parts: readonly PagePart[]): string | null {
  const shown = parts
    .slice(0, 3)
    .find(({ text }) => countWords(text) > 3 && title !== text && isInTitle(text, title));
  return shown?.text ?? title;
}

const isInTitle = (text: string, title: string | null): boolean =>
  title !== null &&
  ((title.endsWith(text) && /[:|–—-]\s$/u.test(title.slice(0, -text.length))) ||
    (title.startsWith(text) && /^\s[|–—-]/u.test(title.slice(text.length))));
