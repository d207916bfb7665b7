import type { CharSpan, Sentence } from '../../domain/index.ts';
import { datelineEnd } from './datelines.ts';
import { endsSentence, type Place } from './ends.ts';
import { closes, isClosingBracket, isTwofold } from './quotes.ts';
import { type Stop, stopOf } from './stops.ts';
import type { SentenceVocabulary } from './vocabulary.ts';

/**
 * Adds the sentences of a block whose tokens are those from `first` on. They hold every token; quotation marks and
 * brackets belong to the sentence that they close.
 * @example
 * '“I came. I saw,” she said. “Why?” he asked.' // “I came. | I saw,” she said. | “Why?” he asked.
 */
export function splitSentences(
  text: string,
  tokens: readonly CharSpan[],
  block: number,
  first: number,
  vocabulary: SentenceVocabulary,
  into: Sentence[],
): void {
  let from = datelineEnd(text, tokens, first);
  if (from > first) into.push({ from: first, to: from, block });
  let inside = false;
  for (let at = from; at < tokens.length; ) {
    const stop = stopOf(text, tokens[at]!);
    if (stop === null) {
      if (isTwofold(text, tokens[at]!)) inside = at === first || !closes(text, tokens, at, inside);
      at++;
      continue;
    }
    const tail = closingTail(text, tokens, at, stop, inside, vocabulary);
    const place: Place = { text, tokens, from, at, next: tail.end, stop: tail.stop, closed: tail.closed };
    if (tail.end === tokens.length || endsSentence(place, vocabulary)) {
      into.push({ from, to: tail.end, block });
      from = tail.end;
    }
    inside = tail.inside;
    at = tail.end;
  }
  if (from < tokens.length) into.push({ from, to: tokens.length, block });
}

type Tail = Pick<Place, 'stop' | 'closed'> & { readonly end: number; readonly inside: boolean };

/** What belongs to the sentence after its stop: closing marks, further stops, reference numbers, and a smiling face. */
function closingTail(
  text: string,
  tokens: readonly CharSpan[],
  at: number,
  first: Stop,
  inside: boolean,
  { starters }: SentenceVocabulary,
): Tail {
  let [closed, stop]: [Place['closed'], Stop] = [null, first];
  let end = at + 1;
  while (end < tokens.length) {
    const token = tokens[end]!;
    const further = furtherStop(text, tokens, end, stop);
    if (further !== null) stop = further;
    else if (closes(text, tokens, end, inside)) {
      closed = isClosingBracket(text, token) ? (closed ?? 'bracket') : 'quotation';
      if (isTwofold(text, token)) inside = false;
    } else if (isReference(text, tokens, end)) end += 2;
    else if (!isNoteNumber(text, tokens, end, starters) && !isFace(text, token)) break;
    end++;
  }
  return { stop, closed, end, inside };
}

/** "?!", ". . ." and the like: what the stop is with the token at `index`, null where that is no part of it. */
function furtherStop(text: string, tokens: readonly CharSpan[], index: number, before: Stop): Stop | null {
  const token = tokens[index]!;
  const stop = stopOf(text, token);
  const isAttached = tokens[index - 1]!.end === token.start;
  if (stop === null) return isAttached && text[token.start] === '*' ? before : null;
  if (stop === 'abbreviation') return null;
  if (isAttached) return before === 'stop' || before === 'abbreviation' ? stop : before;
  if (stop === 'stop') return 'dots';
  return before === stop ? stop : null;
}

/** "[6]" and "[…]" after a stop. */
function isReference(text: string, tokens: readonly CharSpan[], index: number): boolean {
  const [open, inner, close] = [tokens[index]!, tokens[index + 1], tokens[index + 2]];
  if (!inner || !close || text[open.start] !== '[' || text[close.start] !== ']') return false;
  return (
    stopOf(text, inner) === 'dots' ||
    /^\d{1,3}$/.test(text.slice(inner.start, Math.min(inner.end, inner.start + 4)))
  );
}

/** The raised number of a footnote that lost its height: "by then. 4 The" */
function isNoteNumber(
  text: string,
  tokens: readonly CharSpan[],
  index: number,
  starters: ReadonlySet<string>,
): boolean {
  const [{ start, end }, next] = [tokens[index]!, tokens[index + 1]];
  if (!next || end - start > 2 || !/^\d+$/.test(text.slice(start, end))) return false;
  return starters.has(text.slice(next.start, next.end));
}

const isFace = (text: string, { start, end }: CharSpan): boolean =>
  end - start >= 2 && end - start <= 3 && /^[:;=(<][-o')(DPp\]/|:;=3]/.test(text.slice(start, end));
