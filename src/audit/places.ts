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

/** A word of the text and the same word in the file. */
type Pair = { readonly text: CharSpan; readonly source: CharSpan };

/**
 * Puts the words of the text side by side with those of the file, so that nobody needs to have kept count while the file was read:
 * markup, front matter and the page around the article are passed over. Plain text is its file.
 */
export function createPlaces({ text, blocks }: Article, source: string): Places {
  const pairs = text === source ? null : pairWords(text, blocks, source);
  const starts = lineStarts(source);
  const toSource = (offset: number): number => (pairs ? across(pairs, 'text', 'source', offset) : offset);
  return {
    placeOf: offset => {
      const at = toSource(offset);
      const line = lastAtMost(starts, at);
      return { line: line + 1, column: at - starts[line]! + 1 };
    },
    offsetOf: ({ start, end }) => {
      const before = source.slice(starts[lastAtMost(starts, start)]!, start).trim();
      if (!pairs) return before === '' ? end : start;
      const next = firstWithEndAfter(
        pairs.map(pair => pair.source),
        start,
      );
      const pair = before !== '' && next > 0 ? pairs[next - 1] : pairs[next];
      return pair ? pair.text.start : text.length;
    },
  };
}

/** Counts from the nearest word that both have. */
function across(
  pairs: readonly Pair[],
  from: 'text' | 'source',
  to: 'text' | 'source',
  offset: number,
): number {
  const next = firstWithEndAfter(
    pairs.map(pair => pair[from]),
    offset,
  );
  const [before, after] = [pairs[next - 1], pairs[next]];
  const afterIsNearer =
    after &&
    (!before || after[from].start - offset <= offset - before[from].end || after[from].start <= offset);
  if (afterIsNearer)
    return Math.max(
      0,
      after[to].start + Math.min(offset - after[from].start, after[to].end - after[to].start),
    );
  return before ? before[to].end + offset - before[from].end : 0;
}

const word = /[\p{L}\p{N}]+/gu;
/** Comments, tags, addresses of links and character references: no words of an article. */
const markup = /<!--[\s\S]{0,2000}?-->|<\/?[a-zA-Z][^<>]{0,2000}>|&#?\w{1,10};|\]\([^()\s]{1,2000}\)/g;

const wordsIn = (text: string, span: CharSpan): CharSpan[] =>
  [...text.slice(span.start, span.end).matchAll(word)].map(({ index, 0: { length } }) => ({
    start: span.start + index,
    end: span.start + index + length,
  }));

function pairWords(text: string, blocks: readonly CharSpan[], source: string): Pair[] {
  const bare = source.replace(markup, found => ' '.repeat(found.length));
  const words = wordsIn(bare, { start: 0, end: bare.length });
  const form = words.map(({ start, end }) => bare.slice(start, end));
  const places = Map.groupBy(form.keys(), at => form[at]!);
  const pairs: Pair[] = [];
  let from = 0;
  for (const block of blocks) {
    const inBlock = wordsIn(text, block);
    const forms = inBlock.map(({ start, end }) => text.slice(start, end));
    let at = beginningOf(forms, form, places.get(forms[0] ?? '') ?? [], from);
    if (at < 0) continue;
    for (const [index, span] of inBlock.entries()) {
      const found = form.indexOf(forms[index]!, at);
      if (found < 0 || found - at > furthest) continue;
      pairs.push({ text: span, source: words[found]! });
      at = found + 1;
    }
    from = at;
  }
  return pairs;
}

/** Words of the file that may stand between two words of the text. */
const furthest = 30;

/** Where a block begins in the file, by its first words; -1 where that cannot be told. */
function beginningOf(
  block: readonly string[],
  form: readonly string[],
  candidates: readonly number[],
  from: number,
): number {
  const first = block.slice(0, 4);
  return (
    candidates.find(at => at >= from && first.every((each, index) => form[at + index] === each)) ??
    candidates.find(at => at >= from) ??
    -1
  );
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: { length } }) => index + length)];
}

/** Index of the last number that is not above `limit`; the numbers are in order and the first is 0. */
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
