import { mix } from './hash.ts';
import type { WordClasses } from './word-classes.ts';

/** How many places before the first word and after the last can be read, all with the attributes of no word. */
export const wordPad = 3;

/** Bits of `Words.traits`. */
export const wordTraits = {
  upperFirst: 1,
  upperAll: 2,
  digit: 4,
  hyphen: 8,
  letter: 16,
  dot: 32,
  foreign: 64,
} as const;

/**
 * Attributes of the words of a sentence, hashed once and read by every model: arrays in which word `at` stands at
 * `at + wordPad`. They grow and are used again.
 *
 * Words are normalised as far as writing goes: curly, straight and doubled quotation marks are one, dashes are `--`,
 * every digit is 0.
 */
export class Words {
  length = 0;
  /** Normalised, with capitals. */
  form: Int32Array = new Int32Array(0);
  lower: Int32Array = new Int32Array(0);
  /** Kinds of characters, runs of one kind longer than two cut to two: `Xxx`, `X.X.`, `00-xx`. */
  shape: Int32Array = new Int32Array(0);
  /** Of the lower-case word; a word that is as short or shorter is its own affix. */
  prefix1: Int32Array = new Int32Array(0);
  prefix2: Int32Array = new Int32Array(0);
  prefix3: Int32Array = new Int32Array(0);
  suffix1: Int32Array = new Int32Array(0);
  suffix2: Int32Array = new Int32Array(0);
  suffix3: Int32Array = new Int32Array(0);
  suffix4: Int32Array = new Int32Array(0);
  suffix5: Int32Array = new Int32Array(0);
  /** See `wordTraits`. */
  traits: Int32Array = new Int32Array(0);
  /** See `WordClasses`. */
  fine: Int32Array = new Int32Array(0);
  coarse: Int32Array = new Int32Array(0);
  hint: Int32Array = new Int32Array(0);
  #codes: Uint16Array = new Uint16Array(256);
  readonly #classes: WordClasses | null;

  constructor(classes: WordClasses | null) {
    this.#classes = classes;
  }

  /** Reads `length` words; `wordAt` gives their texts. */
  fill(length: number, wordAt: (at: number) => string): void {
    this.#clear(length);
    for (let at = 0; at < length; at++) this.#read(wordAt(at), at + wordPad);
  }

  #clear(length: number): void {
    this.length = length;
    const places = length + 2 * wordPad;
    if (this.form.length < places) this.#grow(2 * places);
    for (const column of this.#columns()) {
      column.fill(0, 0, wordPad);
      column.fill(0, length + wordPad, places);
    }
  }

  #columns = (): Int32Array[] => [
    this.form,
    this.lower,
    this.shape,
    this.prefix1,
    this.prefix2,
    this.prefix3,
    this.suffix1,
    this.suffix2,
    this.suffix3,
    this.suffix4,
    this.suffix5,
    this.traits,
    this.fine,
    this.coarse,
    this.hint,
  ];

  #grow(places: number): void {
    this.form = new Int32Array(places);
    this.lower = new Int32Array(places);
    this.shape = new Int32Array(places);
    this.prefix1 = new Int32Array(places);
    this.prefix2 = new Int32Array(places);
    this.prefix3 = new Int32Array(places);
    this.suffix1 = new Int32Array(places);
    this.suffix2 = new Int32Array(places);
    this.suffix3 = new Int32Array(places);
    this.suffix4 = new Int32Array(places);
    this.suffix5 = new Int32Array(places);
    this.traits = new Int32Array(places);
    this.fine = new Int32Array(places);
    this.coarse = new Int32Array(places);
    this.hint = new Int32Array(places);
  }

  #read(written: string, at: number): void {
    const word = sameSign.get(written) ?? written;
    const length = Math.min(word.length, mostUnits);
    if (this.#codes.length < length) this.#codes = new Uint16Array(length);
    const lower = lowerOf(word);
    let form = 0x811c9dc5;
    let traits = wordTraits.upperAll;
    let shape = 0;
    let kindBefore = 0;
    let run = 0;
    for (let unit = 0; unit < length; unit++) {
      const code = normalCode(word.charCodeAt(unit));
      const small = normalCode(lower.charCodeAt(unit));
      form = Math.imul(form ^ code, 0x01000193);
      this.#codes[unit] = small;
      const kind = kindOf(code, small);
      traits |= traitOf(kind, code);
      if (kind === 2) traits &= ~wordTraits.upperAll;
      if (unit === 0 && kind === 1) traits |= wordTraits.upperFirst;
      run = kind === kindBefore ? run + 1 : 1;
      if (run <= 2) shape = mix(shape, kind);
      kindBefore = kind;
    }
    this.form[at] = mix(form, length);
    this.traits[at] = traits & wordTraits.letter ? traits : traits & ~wordTraits.upperAll;
    this.shape[at] = shape;
    this.#affixes(at, length);
    if (this.#classes) this.#classify(this.#classes, at);
  }

  #classify({ fine, coarse, hint }: WordClasses, at: number): void {
    const lower = this.lower[at]!;
    this.fine[at] = fine.get(lower);
    this.coarse[at] = coarse.get(lower);
    this.hint[at] = hint.get(this.form[at]!) || hint.get(lower);
  }

  #affixes(at: number, length: number): void {
    this.lower[at] = this.#hash(0, length);
    this.prefix1[at] = this.#hash(0, Math.min(1, length));
    this.prefix2[at] = this.#hash(0, Math.min(2, length));
    this.prefix3[at] = this.#hash(0, Math.min(3, length));
    this.suffix1[at] = this.#hash(Math.max(0, length - 1), length);
    this.suffix2[at] = this.#hash(Math.max(0, length - 2), length);
    this.suffix3[at] = this.#hash(Math.max(0, length - 3), length);
    this.suffix4[at] = this.#hash(Math.max(0, length - 4), length);
    this.suffix5[at] = this.#hash(Math.max(0, length - 5), length);
  }

  #hash(start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ this.#codes[at]!, 0x01000193);
    return mix(hash, end - start);
  }
}

/** Units of a word that count; what follows is not looked at. */
const mostUnits = 200;

/** In small letters, unless that changes its length, as for `İ`. */
function lowerOf(word: string): string {
  const lowered = word.toLowerCase();
  return lowered.length === word.length ? lowered : word;
}

const sameSign: ReadonlyMap<string, string> = new Map([
  ['``', '"'],
  ["''", '"'],
  ['—', '--'],
  ['–', '--'],
  ['---', '--'],
  ['…', '...'],
]);

function normalCode(code: number): number {
  if (code < 128) return code >= 48 && code <= 57 ? 48 : code;
  if (code >= 0x2018 && code <= 0x201b) return 39;
  if (code >= 0x201c && code <= 0x201f) return 34;
  if (code === 0x2010 || code === 0x2011) return 45;
  return code;
}

/** 1 a capital, 2 another letter, 3 a digit, else the sign itself. */
function kindOf(code: number, small: number): number {
  if (code === 48) return 3;
  if (code !== small) return 1;
  if ((code >= 97 && code <= 122) || code > 191) return 2;
  return code;
}

function traitOf(kind: number, code: number): number {
  const foreign = code > 127 ? wordTraits.foreign : 0;
  if (kind <= 2) return wordTraits.letter | foreign;
  if (kind === 3) return wordTraits.digit;
  if (code === 45) return wordTraits.hyphen;
  return code === 46 ? wordTraits.dot : foreign;
}

/** Reads one word at a time for `formHashOf`; it keeps nothing from one to the next. */
const single = new Words(null);

/** The hash under which a word stands in `Words.form`. */
export function formHashOf(word: string): number {
  single.fill(1, () => word);
  return single.form[wordPad]!;
}

/** The hash under which a word stands in `Words.lower`. Quick enough for lexicons of many thousand words. */
export function lowerHashOf(written: string): number {
  const word = sameSign.get(written) ?? written;
  const length = Math.min(word.length, mostUnits);
  const lower = lowerOf(word);
  let hash = 0x811c9dc5;
  for (let unit = 0; unit < length; unit++)
    hash = Math.imul(hash ^ normalCode(lower.charCodeAt(unit)), 0x01000193);
  return mix(hash, length);
}
