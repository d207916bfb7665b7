import { anything, type Hint, hintOfClass, hintOfDigits, hintOfLiteral, nothing } from './hints.ts';
import type { Piece } from './pieces.ts';
import type { Word } from './vocabulary.ts';

/** What a rule read, and the piece after it. */
export type Match<Value> = { readonly value: Value; readonly to: number };

/** Reads something that starts at a piece, or gives null. */
export type Read<Value> = (pieces: readonly Piece[], at: number) => Match<Value> | null;

/** How to read something, with what is known of it beforehand, so that most rules are passed over without a call. */
export type Rule<Value> = {
  readonly read: Read<Value>;
  /** The pieces that it may start with, where it takes any. */
  readonly first: Hint;
  /** The pieces at which it may read something: any, for a rule that may take none. */
  readonly tryAt: Hint;
};

/** A rule written by hand; without a hint it is tried everywhere. */
export const rule = <Value>(read: Read<Value>, first: Hint = anything, tryAt: Hint = first): Rule<Value> => ({
  read,
  first,
  tryAt,
});

/** Past the end, every rule is tried. */
const attempt = <Value>(each: Rule<Value>, pieces: readonly Piece[], at: number): Match<Value> | null =>
  at >= pieces.length || (pieces[at]!.hint & each.tryAt) !== 0 ? each.read(pieces, at) : null;

const union = (hints: readonly Hint[]): Hint => hints.reduce((all, hint) => all | hint, nothing);

/** A word of a class of the vocabulary; gives its value there. */
export const word = <Class extends keyof Word>(name: Class): Rule<NonNullable<Word[Class]>> =>
  rule((pieces, at) => {
    const value = pieces[at]?.word?.[name];
    return value === undefined ? null : { value: value as NonNullable<Word[Class]>, to: at + 1 };
  }, hintOfClass(name));

/** One of these words, in small letters or with a capital or in capitals. */
export const literal = (...words: readonly string[]): Rule<string> =>
  rule(
    (pieces, at) => {
      const raw = pieces[at]?.raw;
      if (raw === undefined) return null;
      const value = words.includes(raw) ? raw : raw.toLowerCase();
      return words.includes(value) ? { value, to: at + 1 } : null;
    },
    union(words.map(hintOfLiteral)),
  );

/** Digits with a value in bounds. */
export const digits = (least: number, most: number, longest = 4): Rule<number> =>
  rule((pieces, at) => {
    const piece = pieces[at];
    if (piece === undefined || piece.number < least || piece.number > most) return null;
    return piece.raw.length > longest ? null : { value: piece.number, to: at + 1 };
  }, hintOfDigits);

/** The rule, where no space stands before it. */
export const glued = <Value>({ read, first, tryAt }: Rule<Value>): Rule<Value> =>
  rule((pieces, at) => (pieces[at]?.glued ? read(pieces, at) : null), first, tryAt);

/** The first of the rules that reads something. */
export const either = <Value>(...rules: readonly Rule<Value>[]): Rule<Value> =>
  rule(
    (pieces, at) => {
      for (const each of rules) {
        const match = attempt(each, pieces, at);
        if (match) return match;
      }
      return null;
    },
    union(rules.map(({ first }) => first)),
    union(rules.map(({ tryAt }) => tryAt)),
  );

/** The rule that reads most; of two that read as much, the first. */
export const longest = <Value>(...rules: readonly Rule<Value>[]): Rule<Value> =>
  rule(
    (pieces, at) => {
      let best: Match<Value> | null = null;
      for (const each of rules) {
        const match = attempt(each, pieces, at);
        if (match && match.to > (best?.to ?? at)) best = match;
      }
      return best;
    },
    union(rules.map(({ first }) => first)),
  );

/** The rule or nothing. */
export const maybe = <Value>(inner: Rule<Value>): Rule<Value | null> =>
  rule<Value | null>(
    (pieces, at) => attempt(inner, pieces, at) ?? { value: null, to: at },
    inner.first,
    anything,
  );

type Values<Rules> = {
  -readonly [Index in keyof Rules]: Rules[Index] extends Rule<infer Value> ? Value : never;
};

/** All rules, one after the other. */
export function sequence<const Rules extends readonly Rule<unknown>[]>(...rules: Rules): Rule<Values<Rules>> {
  const needed = rules.findIndex(({ tryAt }) => tryAt !== anything);
  const first = union((needed < 0 ? rules : rules.slice(0, needed + 1)).map(each => each.first));
  return rule(
    (pieces, at) => {
      const start = attempt(rules[0]!, pieces, at);
      if (!start) return null;
      const values = [start.value];
      let to = start.to;
      for (let index = 1; index < rules.length; index++) {
        const match = attempt(rules[index]!, pieces, to);
        if (!match) return null;
        values.push(match.value);
        to = match.to;
      }
      return { value: values as Values<Rules>, to };
    },
    first,
    needed < 0 ? anything : first,
  );
}

/** What the rule read, made into something else; where that is null, nothing was read. */
export const giving = <Value, Result>(
  { read, first, tryAt }: Rule<Value>,
  make: (value: Value) => Result | null,
): Rule<Result> =>
  rule(
    (pieces, at) => {
      const match = read(pieces, at);
      if (!match) return null;
      const value = make(match.value);
      return value === null ? null : { value, to: match.to };
    },
    first,
    tryAt,
  );

/** A look at the pieces that takes none. */
export const where = (test: (pieces: readonly Piece[], at: number) => boolean): Rule<null> =>
  rule((pieces, at) => (test(pieces, at) ? { value: null, to: at } : null), nothing, anything);

/** "'s", or nothing. */
export const possessive: Rule<unknown> = maybe(sequence(literal("'", '’'), glued(literal('s'))));
