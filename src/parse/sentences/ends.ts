import type { CharSpan } from '../../domain/index.ts';
import { abbreviationKind } from '../tokens/abbreviations.ts';
import { character, characterAt, isLower, isUpper } from '../tokens/characters.ts';
import { isOpening } from './quotes.ts';
import type { Stop } from './stops.ts';
import type { SentenceVocabulary } from './vocabulary.ts';

/** A place where a sentence may end: after the stop at token `at` and all that closes with it, before token `next`. */
export type Place = {
  readonly text: string;
  readonly tokens: readonly CharSpan[];
  /** The first token of the sentence. */
  readonly from: number;
  readonly at: number;
  readonly next: number;
  readonly stop: Stop;
  /** What was closed after the stop. */
  readonly closed: 'quotation' | 'bracket' | null;
};

/** Whether the sentence ends there. `place.next` is a token of the same block. */
export function endsSentence(place: Place, vocabulary: SentenceVocabulary): boolean {
  const { text, tokens, next, stop } = place;
  if (stop === 'abbreviation') return endsAtAbbreviation(place, vocabulary);
  if (isListNumber(place)) return false;
  const { start } = tokens[next]!;
  const unit = text.charCodeAt(start);
  if (isLower(unit)) return endsBeforeSmallLetter(place) || isAddress(text, start);
  if (isUpper(unit)) return !carriesOn(place, vocabulary);
  if (isAttached(place)) return isOpening(text, tokens[next]!);
  if (',;:'.includes(text[start]!)) return false;
  if (stop === 'dots') return !'([0123456789'.includes(text[start]!);
  return place.closed === null || stop === 'stop' || !'-–—'.includes(text[start]!);
}

const isAttached = ({ tokens, next }: Place): boolean => tokens[next - 1]!.end === tokens[next]!.start;

const firstUnit = (text: string, token: CharSpan): number => text.charCodeAt(token.start);

/** Not in “Why?” he asked, nor after an ellipsis or in "the Jeopardy! host"; but where only the capital is missing. */
function endsBeforeSmallLetter(place: Place): boolean {
  const { text, tokens, at, from, stop, closed } = place;
  if (closed !== null || stop === 'dots' || (stop === 'stop' && isAttached(place))) return false;
  const isLoudName =
    text[tokens[at]!.start] === '!' && at - 1 > from && isUpper(firstUnit(text, tokens[at - 1]!));
  return !isLoudName;
}

/** The number of a list: "1." at the beginning of a sentence or after a colon. */
function isListNumber({ text, tokens, from, at, stop }: Place): boolean {
  if (stop !== 'stop' || at === from) return false;
  const { start, end } = tokens[at - 1]!;
  if (end - start > 2) return false;
  const isNumber = characterAt(text, start, end) === character.digit;
  if (at - 1 === from) return isNumber || end - start === 1;
  const before = tokens[at - 2]!;
  return isNumber && (text[before.start] === ':' || (at - 2 === from && isOpening(text, before)));
}

const isAddress = (text: string, start: number): boolean =>
  /^(?:https?:|www\.)/.test(text.slice(start, start + 6));

const longestSubject = 6;

/** “Why now?” Mr. Rao asked: names, then a verb of saying. */
function carriesOn(
  { text, tokens, next, stop, closed }: Place,
  { quotationTails }: SentenceVocabulary,
): boolean {
  if (closed !== 'quotation' || stop !== 'mark') return false;
  const limit = Math.min(tokens.length, next + longestSubject);
  for (let index = next; index < limit; index++) {
    const { start, end } = tokens[index]!;
    const sure = quotationTails.get(text.slice(start, end));
    if (sure !== undefined) return sure || isPause(text, tokens[index + 1]);
    if (!isUpper(text.charCodeAt(start))) return false;
  }
  return false;
}

const isPause = (text: string, token: CharSpan | undefined): boolean =>
  token === undefined || ',.;:—–-'.includes(text[token.start]!);

/** "in the U.S. The" but not "the U.S. Senate"; "at 8 p.m. Police" but not "8 p.m. Monday"; never "Mr. Rao". */
function endsAtAbbreviation(place: Place, vocabulary: SentenceVocabulary): boolean {
  const { text, tokens, at, next } = place;
  const { start, end } = tokens[at]!;
  const kind = abbreviationKind(text, start, end, vocabulary) ?? 'any';
  if (kind === 'name' || kind === 'number') return false;
  const opens = isOpening(text, tokens[next]!) && !isBracketAt(text, tokens[next]!);
  const word = tokens[opens ? next + 1 : next];
  if (!word || !isUpper(firstUnit(text, word))) return false;
  const written = text.slice(word.start, word.end);
  if (kind === 'last') return true;
  if (kind === 'time') return !vocabulary.calendar.has(written);
  return vocabulary.starters.has(written);
}

const isBracketAt = (text: string, { start }: CharSpan): boolean => '([{'.includes(text[start]!);
