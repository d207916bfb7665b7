import type { CharSpan } from '../../domain/index.ts';
import { character, characterAt, isLower, isUpper } from '../tokens/characters.ts';

const longestDateline = 14;
const longestAcronym = 4;
const longestPlace = 3;

/**
 * The token after the dash of a dateline that begins a block: "GENEVA, Nov 15 (Courier) — The talks …"; `first` where
 * there is none. A dateline is a sentence of its own, as in the English Web Treebank.
 */
export function datelineEnd(text: string, tokens: readonly CharSpan[], first: number): number {
  const limit = Math.min(tokens.length - 1, first + longestDateline);
  if (first >= limit || !isInCapitals(text, tokens[first]!)) return first;
  let words = 1;
  let isPlain = true;
  for (let index = first + 1; index < limit; index++) {
    if (isDash(text, tokens, index)) {
      const isAcronym = index === first + 1 && tokens[first]!.end - tokens[first]!.start <= longestAcronym;
      return isAcronym || !startsSentence(text, tokens[index + 1]!) ? first : index + 1;
    }
    if (!belongs(text, tokens[index]!)) return first;
    if (!isPlain || !isInCapitals(text, tokens[index]!)) isPlain = false;
    else if (++words > longestPlace) return first;
  }
  return first;
}

const isInCapitals = (text: string, { start, end }: CharSpan): boolean =>
  end - start > 1 && isUpper(text.charCodeAt(start)) && isUpper(text.charCodeAt(end - 1));

/** A dash or hyphen with white space on both sides. */
function isDash(text: string, tokens: readonly CharSpan[], index: number): boolean {
  const { start, end } = tokens[index]!;
  if (tokens[index - 1]!.end === start || end === tokens[index + 1]!.start) return false;
  return text[start] === '—' || text[start] === '–' || text[start] === '-';
}

/** A name, a number, a comma, a bracket, or "and". */
function belongs(text: string, { start, end }: CharSpan): boolean {
  const kind = characterAt(text, start, end);
  if (kind === character.digit) return true;
  if (kind === character.letter)
    return isUpper(text.charCodeAt(start)) || text.slice(start, Math.min(end, start + 4)) === 'and';
  return ',()/.'.includes(text[start]!);
}

/** A word with one capital, or an opening mark: not the next word of a line in capitals. */
function startsSentence(text: string, { start, end }: CharSpan): boolean {
  if (!isUpper(text.charCodeAt(start))) return characterAt(text, start, end) !== character.letter;
  return end - start === 1 || isLower(text.charCodeAt(start + 1)) || text[start + 1] === '.';
}
