import { alphanumericEnd, character, characterAt, isAlphanumericAt, isApostrophe } from './characters.ts';
import { numberEnd } from './numbers.ts';
import type { TokenVocabulary } from './vocabulary.ts';
import { cliticEnd, wholeWordEnd } from './words.ts';

/** The end of the token that starts at `at` with a mark or symbol. `begin` is where the block does. */
export function markEnd(
  text: string,
  at: number,
  begin: number,
  end: number,
  { wholeWords }: TokenVocabulary,
): number {
  const mark = text[at]!;
  if (isApostrophe(mark.charCodeAt(0)) || mark === '`' || mark === '‘')
    return apostropheEnd(text, at, begin, end, wholeWords);
  const face = faceEnd(text, at, begin, end);
  if (face > at) return face;
  if (mark === '.' && startsFraction(text, at, begin, end)) return numberEnd(text, at + 1, end);
  if (mark === '.' || mark === '…') return stopsEnd(text, at, end);
  if (mark === '!' || mark === '?') return runEnd(text, at, end, '!?');
  if ('#@'.includes(mark) && characterAt(text, at + 1, end) === character.letter)
    return alphanumericEnd(text, at + 1, end);
  return '-*=~+#<>^|_—–'.includes(mark) ? runEnd(text, at, end, mark) : at + 1;
}

function runEnd(text: string, at: number, end: number, marks: string): number {
  while (at < end && marks.includes(text[at]!)) at++;
  return at;
}

/** "." and "..."; ".?" is one mark, "...?" two. */
function stopsEnd(text: string, at: number, end: number): number {
  const stops = runEnd(text, at, end, '.…');
  return stops === at + 1 && text[at] === '.' ? runEnd(text, stops, end, '!?') : stops;
}

/** ".04" */
const startsFraction = (text: string, at: number, begin: number, end: number): boolean =>
  characterAt(text, at + 1, end) === character.digit &&
  (at === begin || !isAlphanumericAt(text, at - 1, end)) &&
  text[at - 1] !== '.';

/** Doubled quotation marks, clitics, "'90s", "'em"; else the mark alone. */
function apostropheEnd(
  text: string,
  at: number,
  begin: number,
  end: number,
  wholeWords: ReadonlySet<string>,
): number {
  if (at + 1 < end && isDoubled(text[at]!, text[at + 1]!)) return at + 2;
  const clitic = cliticEnd(text, at, end);
  if (clitic > at) return clitic;
  if (at > begin && isAlphanumericAt(text, at - 1, end)) return at + 1;
  const year = /^[’'‘]\d\ds?(?![\p{L}\p{N}])/u.exec(text.slice(at, Math.min(end, at + 5)));
  if (year) return at + year[0].length;
  const word = wholeWordEnd(text, at, at, end, wholeWords);
  return word > at ? word : at + 1;
}

const isDoubled = (first: string, second: string): boolean =>
  first === second || (first === '‘' && second === '’');

const face = /^(?:[:;=][-o']?[)(DPp\]/|]|\([:;=]|<3)(?=\s|$)/;

/** ":-)" standing alone; `at` where there is none. */
function faceEnd(text: string, at: number, begin: number, end: number): number {
  if (!':;=(<'.includes(text[at]!)) return at;
  if (at > begin && characterAt(text, at - 1, end) !== character.space) return at;
  const found = face.exec(text.slice(at, Math.min(end, at + 4)));
  return found ? at + found[0].length : at;
}

const joinsPictures = /[\u200d\ufe0f\u20e3]|[\u{1f3fb}-\u{1f3ff}]/u;
const flagPart = /[\u{1f1e6}-\u{1f1ff}]/u;

/** The end of the picture (emoji with all that belongs to it) or lone surrogate that starts at `at`. */
export function pictureEnd(text: string, at: number, end: number): number {
  let place = at + widthAt(text, at, end);
  if (flagPart.test(text.slice(at, place))) {
    const next = place + (place < end ? widthAt(text, place, end) : 0);
    return flagPart.test(text.slice(place, next)) ? next : place;
  }
  while (place < end) {
    const next = place + widthAt(text, place, end);
    const part = text.slice(place, next);
    if (!joinsPictures.test(part)) break;
    place = next;
    if (part === '\u200d' && characterAt(text, place, end) !== character.space)
      place += widthAt(text, place, end);
  }
  return place;
}

const widthAt = (text: string, at: number, end: number): number =>
  text.codePointAt(at)! > 0xffff && at + 1 < end ? 2 : 1;
