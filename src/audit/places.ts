import type { Article, CharSpan } from '../domain/index.ts';
import { firstWithEndAfter } from './search.ts';

/** A place as editors count it: from 1, columns in UTF-16 units. */
export type Place = { readonly line: number; readonly column: number };

/** The way between an article’s text and the file that it was read from. */
export type Places = {
  /** Where something of the text stands in the file. */
  readonly placeOf: (offset: number) => Place;
  /** Where something of the file stands in the text: what comes before it on its line, else what comes after it. */
  readonly offsetOf: (span: CharSpan) => number;
};

/** The words that text and file both have: those of the same index are the same. */
type Pairs = { readonly text: readonly CharSpan[]; readonly source: readonly CharSpan[] };

/**
 * Puts the words of the text side by side with those of the file, so that nobody needs to have kept count while the file was read:
 * markup, front matter and the page around the article are passed over. Plain text is its file.
 */
export function createPlaces({ text, blocks }: Article, source: string): Places {
  const pairs = text === source ? null : pairWords(text, blocks, source);
  const starts = lineStarts(source);
  return {
    placeOf: offset => {
      const at = pairs ? toSource(pairs, offset) : offset;
      const line = lastAtMost(starts, at);
      return { line: line + 1, column: at - starts[line]! + 1 };
    },
    offsetOf: ({ start, end }) => {
      const line = source.slice(starts[lastAtMost(starts, start)]!, start).trim();
      const standsAlone = line === '' || line.endsWith('>'); // after a tag, as on a line of its own
      if (!pairs) return standsAlone ? end : start;
      const next = firstWithEndAfter(pairs.source, start);
      const word = pairs.text[standsAlone ? next : Math.max(0, next - 1)];
      return word ? word.start : text.length;
    },
  };
}

/** Counts from the nearest word that both have. */
function toSource({ text, source }: Pairs, offset: number): number {
  const next = firstWithEndAfter(text, offset);
  const [before, after] = [text[next - 1], text[next]];
  const afterIsNearer = after && (!before || after.start - offset <= offset - before.end);
  if (afterIsNearer) {
    const within = Math.min(offset - after.start, after.end - after.start);
    return Math.max(0, source[next]!.start + within);
  }
  return before ? source[next - 1]!.end + offset - before.end : 0;
}

const word = /[\p{L}\p{N}]+/gu;
/** Comments, tags, addresses of links and character references: no words of an article. */
const markup = /<!--[\s\S]{0,2000}?-->|<\/?[a-zA-Z][^<>]{0,2000}>|&#?\w{1,10};|\]\([^()\s]{1,2000}\)/g;

const wordsIn = (text: string, span: CharSpan): CharSpan[] =>
  [...text.slice(span.start, span.end).matchAll(word)].map(({ index, 0: { length } }) => ({
    start: span.start + index,
    end: span.start + index + length,
  }));

function pairWords(text: string, blocks: readonly CharSpan[], source: string): Pairs {
  const bare = source.replace(markup, found => ' '.repeat(found.length));
  const words = wordsIn(bare, { start: 0, end: bare.length });
  const form = words.map(({ start, end }) => bare.slice(start, end));
  const places = Map.groupBy(form.keys(), at => form[at]!);
  const pairs = { text: [] as CharSpan[], source: [] as CharSpan[] };
  let from = 0;
  for (const block of blocks) {
    const inBlock = wordsIn(text, block);
    const forms = inBlock.map(({ start, end }) => text.slice(start, end));
    let at = beginningOf(forms, form, places.get(forms[0] ?? '') ?? [], from);
    for (const [index, span] of inBlock.entries()) {
      const found = form.slice(at, at + furthest).indexOf(forms[index]!);
      if (at < 0 || found < 0) continue;
      pairs.text.push(span);
      pairs.source.push(words[at + found]!);
      at += found + 1;
    }
    from = Math.max(from, at);
  }
  return pairs;
}

/** Words of the file that may stand between two words of the text, and places that are tried as a block’s beginning. */
const furthest = 30;
const mostTried = 200;

/** Where a block begins in the file, by its first words; -1 where that cannot be told. */
function beginningOf(
  block: readonly string[],
  form: readonly string[],
  candidates: readonly number[],
  from: number,
): number {
  const first = candidates.length > 0 && candidates[0]! < from ? lastAtMost(candidates, from - 1) + 1 : 0;
  const tried = candidates.slice(first, first + mostTried);
  const fits = (at: number): boolean => block.slice(0, 4).every((each, index) => form[at + index] === each);
  return tried.find(fits) ?? tried[0] ?? -1;
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: { length } }) => index + length)];
}

/** Index of the last number that is not above `limit`; the numbers are in order and the first is not above it. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= limit) low = middle;
    else high = middle;
  }
  return low;
}
