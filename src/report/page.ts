import type { StandingKind } from '../domain/index.ts';

/** A stretch of the text of an account, which the report numbers from 1: what a finding points at. */
export type Place = { readonly account: number; readonly start: number; readonly end: number };

/**
 * A piece of a line. `plain`, `strong` and `quiet` are the report's labels and the names that the input gives; `words`
 * are an account's own, printed in quotation marks. The text of every piece is clean (see `clean`) and not yet escaped.
 */
export type Piece =
  | {
      readonly as: 'plain' | 'strong' | 'quiet';
      readonly text: string;
      /** The member of the cast whose name it is. */
      readonly castId?: string;
    }
  | { readonly as: 'words'; readonly text: string; readonly place: Place }
  | { readonly as: 'account'; readonly number: number };

export type Line = readonly Piece[];

/** A labelled line under an item; an empty label continues the row before. */
export type Row = {
  readonly label: string;
  readonly line: Line;
  /** Where other places link to; unique in its page. */
  readonly id?: string;
  /** The claim that it is about, where it is about one and its item is not. */
  readonly claimId?: string;
};

/** One finding. */
export type Item = {
  /** Where other places link to; unique in its page. */
  readonly id: string | null;
  readonly standing: StandingKind | null;
  /** The claim that it is about, where it is about one. */
  readonly claimId?: string;
  readonly head: Line;
  readonly rows: readonly Row[];
  /** How many further rows are left out. */
  readonly more: number;
};

export type Section = {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Item[];
  /** How many further items are left out. */
  readonly more: number;
};

/** A report before it is printed: the same for terminal, Markdown and HTML. */
export type Page = { readonly title: Line; readonly facts: Line; readonly sections: readonly Section[] };

export const plain = (text: string): Piece => ({ as: 'plain', text });
export const strong = (text: string): Piece => ({ as: 'strong', text });
export const quiet = (text: string): Piece => ({ as: 'quiet', text });
export const account = (number: number): Piece => ({ as: 'account', number });

/**
 * A line from labels and pieces.
 * @example
 * line`${account(1)} ${strong('Ms Rao')}, unnamed`
 */
export const line = (labels: TemplateStringsArray, ...values: readonly (Piece | Line)[]): Line =>
  labels.reduce<Piece[]>((pieces, label, at) => {
    const value = values[at] ?? [];
    if (label !== '') pieces.push(plain(label));
    if (isPiece(value)) pieces.push(value);
    else for (const piece of value) pieces.push(piece);
    return pieces;
  }, []);

const isPiece = (value: Piece | Line): value is Piece => !Array.isArray(value);

/** The lines in a row, with a separator between. */
export const joined = (lines: readonly Line[], separator: string): Line =>
  lines.flatMap((each, at) => (at === 0 ? each : [plain(separator), ...each]));

/** A label that the row before has too is left out. */
export const withoutRepeats = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row, at) => (row.label === rows[at - 1]?.label ? { ...row, label: '' } : row));

/** Rows under one label, which only the first shows. */
export const rowsOf = (label: string, lines: readonly Line[]): readonly Row[] =>
  lines.map((each, at) => ({ label: at === 0 ? label : '', line: each }));

/** A line's text alone, by which two lines are compared. */
export const wordsOf = (pieces: Line): string =>
  pieces.map(piece => ('text' in piece ? piece.text : '')).join('');
