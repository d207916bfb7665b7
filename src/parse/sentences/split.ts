import type { Sentence, Token } from '../../domain/index.ts';
import { endsSentence, type Place } from './ends.ts';
import { closes, isClosingBracket, isTwofold } from './quotes.ts';
import { stopOf } from './stops.ts';
import type { SentenceVocabulary } from './vocabulary.ts';

/**
 * Adds the sentences of a block whose tokens are those from `first` on. They hold every token; quotation marks and
 * brackets belong to the sentence that they close.
 * @example
 * '“I came. I saw,” she said. “Why?” he asked.' // “I came. | I saw,” she said. | “Why?” he asked.
 */
export function splitSentences(
  text: string,
  tokens: readonly Token[],
  block: number,
  first: number,
  vocabulary: SentenceVocabulary,
  into: Sentence[],
): void {
  let from = first;
  let inside = false;
  for (let at = first; at < tokens.length; ) {
    const stop = stopOf(text, tokens[at]!);
    if (stop === null) {
      if (isTwofold(text, tokens[at]!)) inside = at === first || !closes(text, tokens, at, inside);
      at++;
      continue;
    }
    const tail = closingTail(text, tokens, at, inside);
    const place: Place = { text, tokens, from, at, next: tail.end, stop, closed: tail.closed };
    if (tail.end === tokens.length || endsSentence(place, vocabulary)) {
      into.push({ from, to: tail.end, block });
      from = tail.end;
    }
    inside = tail.inside;
    at = tail.end;
  }
  if (from < tokens.length) into.push({ from, to: tokens.length, block });
}

type Tail = Pick<Place, 'closed'> & { readonly end: number; readonly inside: boolean };

/** What belongs to the sentence after its stop: closing marks, further stops, and a smiling face. */
function closingTail(text: string, tokens: readonly Token[], stop: number, inside: boolean): Tail {
  let closed: Place['closed'] = null;
  let end = stop + 1;
  for (; end < tokens.length; end++) {
    const token = tokens[end]!;
    if (closes(text, tokens, end, inside)) {
      closed = isClosingBracket(text, token) ? (closed ?? 'bracket') : 'quotation';
      if (isTwofold(text, token)) inside = false;
    } else if (!isFurtherStop(text, tokens, end) && !isFace(text, token)) break;
  }
  return { closed, end, inside };
}

const isFurtherStop = (text: string, tokens: readonly Token[], index: number): boolean => {
  const token = tokens[index]!;
  if (tokens[index - 1]!.end < token.start) return false;
  const stop = stopOf(text, token);
  return (stop !== null && stop !== 'abbreviation') || text[token.start] === '*';
};

const isFace = (text: string, { start, end }: Token): boolean =>
  end - start >= 2 && end - start <= 3 && /^[:;=(<][-o')(DPp\]/|:;=3]/.test(text.slice(start, end));
