import type { Piece } from './pieces.ts';
import type { Word } from './vocabulary.ts';

/** What a rule read, and the piece after it. */
export type Match<Value> = { readonly value: Value; readonly to: number };

/** Reads something that starts at a piece, or gives null. */
export type Rule<Value> = (pieces: readonly Piece[], at: number) => Match<Value> | null;

/** A word of a class of the vocabulary; gives its value there. */
export const word =
  <Class extends keyof Word>(name: Class): Rule<NonNullable<Word[Class]>> =>
  (pieces, at) => {
    const value = pieces[at]?.word?.[name];
    return value === undefined ? null : { value: value as NonNullable<Word[Class]>, to: at + 1 };
  };

/** One of these words, in small letters or with a capital or in capitals. */
export const literal =
  (...words: readonly string[]): Rule<string> =>
  (pieces, at) => {
    const raw = pieces[at]?.raw;
    if (raw === undefined) return null;
    const value = words.includes(raw) ? raw : raw.toLowerCase();
    return words.includes(value) ? { value, to: at + 1 } : null;
  };

/** Digits with a value in bounds. */
export const digits =
  (least: number, most: number, longest = 4): Rule<number> =>
  (pieces, at) => {
    const piece = pieces[at];
    if (piece === undefined || piece.number < least || piece.number > most) return null;
    return piece.raw.length > longest ? null : { value: piece.number, to: at + 1 };
  };

/** The rule, where no space stands before it. */
export const glued =
  <Value>(rule: Rule<Value>): Rule<Value> =>
  (pieces, at) =>
    pieces[at]?.glued ? rule(pieces, at) : null;

/** The first of the rules that reads something. */
export const either =
  <Value>(...rules: readonly Rule<Value>[]): Rule<Value> =>
  (pieces, at) => {
    for (const rule of rules) {
      const match = rule(pieces, at);
      if (match) return match;
    }
    return null;
  };

/** The rule that reads most; of two that read as much, the first. */
export const longest =
  <Value>(...rules: readonly Rule<Value>[]): Rule<Value> =>
  (pieces, at) => {
    let best: Match<Value> | null = null;
    for (const rule of rules) {
      const match = rule(pieces, at);
      if (match && match.to > (best?.to ?? at)) best = match;
    }
    return best;
  };

/** The rule or nothing. */
export const maybe =
  <Value>(rule: Rule<Value>): Rule<Value | null> =>
  (pieces, at) =>
    rule(pieces, at) ?? { value: null, to: at };

type Values<Rules> = {
  -readonly [Index in keyof Rules]: Rules[Index] extends Rule<infer Value> ? Value : never;
};

/** All rules, one after the other. */
export const sequence =
  <const Rules extends readonly Rule<unknown>[]>(...rules: Rules): Rule<Values<Rules>> =>
  (pieces, at) => {
    const values: unknown[] = [];
    let to = at;
    for (const rule of rules) {
      const match = rule(pieces, to);
      if (!match) return null;
      values.push(match.value);
      to = match.to;
    }
    return { value: values as Values<Rules>, to };
  };

/** What the rule read, made into something else; where that is null, nothing was read. */
export const giving =
  <Value, Result>(rule: Rule<Value>, make: (value: Value) => Result | null): Rule<Result> =>
  (pieces, at) => {
    const match = rule(pieces, at);
    const value = match && make(match.value);
    return value === null ? null : { value, to: match!.to };
  };

/** "'s", or nothing. */
export const possessive: Rule<unknown> = maybe(sequence(literal("'", '’'), glued(literal('s'))));

/** A look at a piece that takes nothing. */
export const where =
  (test: (pieces: readonly Piece[], at: number) => boolean): Rule<null> =>
  (pieces, at) =>
    test(pieces, at) ? { value: null, to: at } : null;
