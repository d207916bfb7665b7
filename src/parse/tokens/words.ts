import { isAbbreviation, joinsDottedLetters } from './abbreviations.ts';
import {
  alphanumericEnd,
  character,
  characterAt,
  isAlphanumericAt,
  isApostrophe,
  isHyphen,
  isUpper,
} from './characters.ts';
import { addressEnd, hostEnd, mailEnd } from './links.ts';
import { numberEnd } from './numbers.ts';
import type { TokenVocabulary } from './vocabulary.ts';

/** The end of the word, number or address that starts at `at` with a letter, digit or joiner. */
export function wordEnd(text: string, at: number, end: number, vocabulary: TokenVocabulary): number {
  if (characterAt(text, at, end) === character.digit) return startingWithDigits(text, at, end, vocabulary);
  const plain = alphanumericEnd(text, at, end);
  const next = characterAt(text, plain, end);
  if (next === character.space) return contractedEnd(text, at, plain, vocabulary);
  const address = specialEnd(text, at, plain, end, vocabulary);
  return address > at ? address : joinedEnd(text, at, at, plain, end, vocabulary);
}

const longestContraction = 7;

/** "cannot" ends after "can". */
function contractedEnd(text: string, at: number, end: number, { contractions }: TokenVocabulary): number {
  const length = end - at;
  if (length < 4 || length > longestContraction) return end;
  return at + (contractions.get(text.slice(at, end).toLowerCase()) ?? length);
}

/** The end of what is known by its shape as a whole: addresses, and the words that hold a mark; else `at`. */
function specialEnd(
  text: string,
  at: number,
  plain: number,
  end: number,
  { webEndings, wholeWords }: TokenVocabulary,
): number {
  const mark = text[plain]!;
  const address = addressEnd(text, at, end);
  if (address > at) return address;
  if ('@.+%-'.includes(mark)) {
    const mail = mailEnd(text, at, plain, end);
    if (mail > at) return mail;
  }
  if (mark === '.' && isAlphanumericAt(text, plain + 1, end)) {
    const host = hostEnd(text, at, plain, end, webEndings);
    if (host > at) return host;
  }
  return wholeWordEnd(text, at, plain, end, wholeWords);
}

const longestWholeWord = 8;

/** The end of the listed word that starts at `at` and holds the mark at `mark`: "w/o"; else `at`. */
export function wholeWordEnd(
  text: string,
  at: number,
  mark: number,
  end: number,
  wholeWords: ReadonlySet<string>,
): number {
  if (mark - at > longestWholeWord) return at;
  const inside = alphanumericEnd(text, mark + 1, Math.min(end, at + longestWholeWord));
  for (const last of isApostropheAt(text, inside, end) ? [inside + 1, inside] : [inside]) {
    const word = text.slice(at, last).toLowerCase().replace('’', "'").replace('’', "'");
    if (wholeWords.has(word) && !isAlphanumericAt(text, last, end)) return last;
  }
  return at;
}

const isApostropheAt = (text: string, at: number, end: number): boolean =>
  at < end && isApostrophe(text.charCodeAt(at));

/** Numbers with what is written onto them: "5th", "1990s", "3G"; but "5" of "5pm". */
function startingWithDigits(text: string, at: number, end: number, vocabulary: TokenVocabulary): number {
  const number = numberEnd(text, at, end);
  const plain = alphanumericEnd(text, number, end);
  if (plain > number && isUnit(text, at, number, plain, vocabulary)) return number;
  const address = specialEnd(text, at, plain, end, vocabulary);
  return address > at ? address : joinedEnd(text, at, at, plain, end, vocabulary);
}

const longestUnit = 6;

function isUnit(text: string, at: number, number: number, end: number, { units }: TokenVocabulary): boolean {
  if (end - number > longestUnit) return false;
  const onlyOfMoney = units.get(text.slice(number, end));
  if (onlyOfMoney !== true) return onlyOfMoney === false || isTimeOfDay(text, number, end);
  return text.slice(Math.max(at, number - 3), number).includes('.') || isCurrencyBefore(text, at);
}

/** "a.m" and "p.m" of "8a.m." */
const isTimeOfDay = (text: string, at: number, end: number): boolean =>
  end === at + 1 && /^[ap]\.m\b/i.test(text.slice(at, at + 4));

const isCurrencyBefore = (text: string, at: number): boolean => at > 0 && /\p{Sc}/u.test(text[at - 1]!);

/**
 * The end of the word that starts at `start`, of which `[start, plain)` is known and `[part, plain)` is the part after
 * the last mark inside it. Goes on over each mark that joins.
 */
function joinedEnd(
  text: string,
  start: number,
  part: number,
  plain: number,
  end: number,
  vocabulary: TokenVocabulary,
): number {
  let [from, place] = [part, plain];
  while (place < end) {
    const unit = text.charCodeAt(place);
    if (isApostrophe(unit)) {
      const cut = cliticCut(text, start, place, end);
      if (cut >= 0) return cut;
    } else if (unit === 0x24) {
      return isCurrencyName(text, start, place) ? place + 1 : place;
    } else if (unit === 0x2e) {
      if (!joinsDottedLetters(text, start, place, end, vocabulary))
        return isAbbreviation(text, start, place, end, vocabulary) ? place + 1 : place;
    } else if (!joins(text, start, from, place, end, vocabulary)) break;
    from = place + 1;
    place = alphanumericEnd(text, from, end);
  }
  return start === part && from === part ? contractedEnd(text, start, place, vocabulary) : place;
}

/** "US" of "US$5m" */
const isCurrencyName = (text: string, start: number, at: number): boolean =>
  at - start <= 3 && isUpper(text.charCodeAt(at - 1));

/** Where the word ends because of the apostrophe at `at`; -1 where the apostrophe is inside it ("O'Neill"). */
function cliticCut(text: string, start: number, at: number, end: number): number {
  const next = alphanumericEnd(text, at + 1, Math.min(end, at + 4));
  if (next === at + 1 || areFeetAndInches(text, at, end)) return at;
  const tail = text.slice(at + 1, next).toLowerCase();
  if (tail === 't' && 'nN'.includes(text[at - 1]!)) return at - 1 > start ? at - 1 : next;
  if (isAlphanumericAt(text, next, end)) return -1;
  if (tail === 's' && isDecade(text, start, at)) return next;
  return isClitic(tail) ? at : -1;
}

/** "5'10" */
const areFeetAndInches = (text: string, at: number, end: number): boolean =>
  characterAt(text, at - 1, end) === character.digit && characterAt(text, at + 1, end) === character.digit;

/** "80's" */
const isDecade = (text: string, start: number, at: number): boolean =>
  /^(\d\d)?\d0$/.test(text.slice(start, at));

const clitics: readonly string[] = ['s', 'm', 'd', 're', 've', 'll'];

const isClitic = (tail: string): boolean => clitics.includes(tail);

/** The end of the clitic that starts at `at` with its apostrophe: "'s", "’ll"; `at` where there is none. */
export function cliticEnd(text: string, at: number, end: number): number {
  const next = alphanumericEnd(text, at + 1, Math.min(end, at + 4));
  return isClitic(text.slice(at + 1, next).toLowerCase()) && !isAlphanumericAt(text, next, end) ? next : at;
}

/** Whether the mark at `at` joins what stands on its two sides. `[from, at)` is the part before it. */
function joins(
  text: string,
  start: number,
  from: number,
  at: number,
  end: number,
  { prefixes, suffixes }: TokenVocabulary,
): boolean {
  if (!isAlphanumericAt(text, at + 1, end)) return false;
  if (!isHyphen(text.charCodeAt(at))) return '&@*'.includes(text[at]!);
  if (from === start && at - from <= 7 && prefixes.has(text.slice(from, at).toLowerCase())) return true;
  const next = alphanumericEnd(text, at + 1, Math.min(end, at + 8));
  return suffixes.has(text.slice(at + 1, next).toLowerCase());
}
