import type { SourceKind, TokenSpan } from '../../domain/index.ts';

/** What a source's own words say of it, before the rest of the article is asked. */
export type SourcePhrase = TokenSpan & {
  readonly kind: SourceKind;
  readonly name: TokenSpan | null;
  /** The noun that an unnamed source is called by: "official". */
  readonly role: string | null;
  readonly description: TokenSpan | null;
  readonly basis: TokenSpan | null;
  readonly count: number | null;
  /** "the official", "it": it must have been named before. */
  readonly refersBack: boolean;
  /** "one of the officials" */
  readonly ofGroup: boolean;
  readonly pronoun: boolean;
};

/** What holds for a phrase before its kind is known. */
export type Blank = Omit<SourcePhrase, 'kind'>;

/** Number words that count people. */
export const numbers: ReadonlyMap<string, number> = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index) => [word, index + 1],
  ),
);
