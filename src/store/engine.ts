import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { SearchPart } from './search-text.ts';

/** A connection, or what goes on in one transaction. */
export type Db = Kysely<Tables>;

/** A database that keeps the tables: all that is not the same SQL on every one. */
export type Engine = {
  readonly name: 'sqlite' | 'postgres';
  readonly db: Db;
  /** All of it or nothing, one writer at a time among all processes, durable when it resolves. */
  readonly write: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;
  /** Reads that see one state of the store. */
  readonly snapshot: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;
  readonly search: SearchIndex;
  /** What the engine itself finds wrong, in a clause each. */
  readonly faults: () => Promise<readonly string[]>;
};

/** Columns that a search can ask to be just so, by their names in `statements` or `articles`. */
export type Facets = Readonly<Record<string, string | null>>;

/** What of a row is found by words; texts are as `searchText` makes them. */
export type SearchEntry = {
  readonly place: number;
  /** A phrase does not reach from one into the next. */
  readonly texts: readonly [string, string];
  /** Who speaks; empty for an article. */
  readonly speaker: string;
  readonly facets: Facets;
};

export type SearchWish = {
  readonly words: readonly SearchPart[];
  readonly speaker: readonly SearchPart[];
  readonly facets: Facets;
  /** Places from here on, and before there. */
  readonly from: number;
  readonly below: number;
  readonly limit: number;
};

export type SearchedTable = 'statements' | 'articles';

/** Finds rows by words, highest place first. */
export type SearchIndex = {
  /** What stands in columns of the row itself. */
  readonly columns: (table: SearchedTable, entry: SearchEntry) => object;
  /** After the rows were inserted. */
  readonly add: (db: Db, table: SearchedTable, entries: readonly SearchEntry[]) => Promise<void>;
  readonly remove: (db: Db, table: SearchedTable, places: readonly number[]) => Promise<void>;
  readonly find: (db: Db, table: SearchedTable, wish: SearchWish) => Promise<readonly number[]>;
};
