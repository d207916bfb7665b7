/** What a UTF-16 unit is to the tokeniser. */
export const character = { space: 1, letter: 2, digit: 3, joiner: 4, symbol: 5, surrogate: 6 } as const;
export type Character = (typeof character)[keyof typeof character];

const space = /\s/u;
const letter = /[\p{L}_]/u;
const digit = /\p{N}/u;
/** Accents, variation selectors, direction marks: they belong to what stands before them. */
const joiner = /[\p{M}\p{Cf}]/u;

const computed = new Uint8Array(0x10000);

function compute(unit: number): Character {
  if (unit >= 0xd800 && unit <= 0xdfff) return character.surrogate;
  const written = String.fromCharCode(unit);
  if (space.test(written)) return character.space;
  if (letter.test(written)) return character.letter;
  if (digit.test(written)) return character.digit;
  return joiner.test(written) ? character.joiner : character.symbol;
}

for (let unit = 0; unit < 128; unit++) computed[unit] = compute(unit);

/** What a unit is; worked out once for each. */
export function characterOf(unit: number): Character {
  const known = computed[unit]!;
  if (known !== 0) return known as Character;
  const kind = compute(unit);
  computed[unit] = kind;
  return kind;
}

/** What stands at a place in the text; white space at and after `end`. */
export const characterAt = (text: string, at: number, end: number): Character =>
  at < end ? characterOf(text.charCodeAt(at)) : character.space;

/** The end of the run of letters, digits and joiners that starts at `at`; `at` itself where there is none. */
export function alphanumericEnd(text: string, at: number, end: number): number {
  while (at < end) {
    const kind = characterOf(text.charCodeAt(at));
    if (kind <= character.joiner && kind !== character.space) at++;
    else if (kind === character.surrogate && isAstralLetter(text, at, end)) at += 2;
    else break;
  }
  return at;
}

/** Whether a letter, digit or joiner stands there. */
export const isAlphanumericAt = (text: string, at: number, end: number): boolean =>
  at < end && alphanumericEnd(text, at, Math.min(end, at + 2)) > at;

/** Whether the unit is a capital letter. */
export function isUpper(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  return upper.test(String.fromCharCode(unit));
}
const upper = /\p{Lu}/u;

/** Whether the unit is a small letter. */
export function isLower(unit: number): boolean {
  if (unit < 128) return unit >= 97 && unit <= 122;
  return lower.test(String.fromCharCode(unit));
}
const lower = /\p{Ll}/u;

/** `'` or `’`. */
export const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;

/** `-` and the typographic hyphens. */
export const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011;

const astralWord = /[\p{L}\p{N}\p{M}]/u;

function isAstralLetter(text: string, at: number, end: number): boolean {
  const point = text.codePointAt(at)!;
  return point > 0xffff && at + 1 < end && astralWord.test(String.fromCodePoint(point));
}
