import { loadLexicon } from '../../learn/index.ts';
import { toIsoDate } from '../dates.ts';
import type { Facts } from '../facts.ts';
import { sameWords } from '../title.ts';
import { countWords, endsSentence } from '../wording.ts';
import type { PagePart } from './parts.ts';

const phrases = loadLexicon('page-furniture');
const wholeLines = new Set(phrases.flatMap(([words, where]) => (where === 'whole' ? [words!] : [])));
const starts = phrases.flatMap(([words, where]) => (where === 'start' ? [words!] : []));

/** Whether a block is the page's, not the article's: a pointer elsewhere, an advertising mark, the byline or the date alone. */
export function isFurniture(part: PagePart, facts: Facts): boolean {
  if (part.linkShare > 0.7 && !endsSentence(part.text)) return true;
  if (countWords(part.text) > 25) return false;
  const line = part.text.toLowerCase().replace(/^[^\p{L}\p{N}©]+/u, '');
  if (wholeLines.has(line.replace(/[^\p{L}]+$/u, ''))) return true;
  return starts.some(start => beginsWith(line, start)) || saysFacts(part.text, facts);
}

const beginsWith = (line: string, words: string): boolean =>
  line.startsWith(words) && !/^[\p{L}\p{N}]/u.test(line.slice(words.length));

const saysFacts = (line: string, { byline }: Facts): boolean =>
  toIsoDate(line) !== null || (byline !== null && sameWords(line.replace(/^by\s+/i, ''), byline));
