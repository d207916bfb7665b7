import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Facets, SearchEntry, SearchedTable, SearchIndex, SearchWish } from './engine.ts';
import type { SearchPart } from './search-text.ts';

/**
 * FTS5 over texts, speaker and facets, with no copy of the text. Facets are words of the index too, so that a search is one
 * walk through lists that are all in the order of places, backwards, until a page is full: its cost hardly depends on how
 * frequent the words are.
 */
export const sqliteSearch: SearchIndex = {
  columns: () => ({}),
  add: async (db, table, entries) => {
    for (let from = 0; from < entries.length; from += 100) {
      const rows = entries.slice(from, from + 100).map(indexRow);
      await sql`insert into ${indexOf(table)} (rowid, first, second, speaker, facets) values ${sql.join(rows)}`.execute(
        db,
      );
    }
  },
  remove: async (db, table, places) => {
    for (const place of places) await sql`delete from ${indexOf(table)} where rowid = ${place}`.execute(db);
  },
  find: async (db, table, wish) => {
    const match = matchOf(wish);
    const found = match
      ? await sql<{ place: number }>`select rowid as place from ${indexOf(table)}
          where ${sql.ref(indexNames[table])} match ${match} and rowid >= ${wish.from} and rowid < ${wish.below}
          order by rowid desc limit ${wish.limit}`.execute(db)
      : await sql<{ place: number }>`select place from ${sql.table(table)}
          where place >= ${wish.from} and place < ${wish.below} order by place desc limit ${wish.limit}`.execute(
          db,
        );
    return found.rows.map(row => row.place);
  },
};

export const indexNames = { statements: 'statementIndex', articles: 'articleIndex' } as const;
const indexOf = (table: SearchedTable) => sql.table(indexNames[table]);

const indexRow = ({ place, texts, speaker, facets }: SearchEntry) =>
  sql`(${place}, ${texts[0]}, ${texts[1]}, ${speaker}, ${facetWords(facets).join(' ')})`;

/** One word a facet. It ends in a digit, so that no stemmer touches it. */
const facetWords = (facets: Facets): string[] =>
  Object.entries(facets).flatMap(([column, value]) =>
    value === null ? [] : [`${createHash('sha1').update(`${column}\t${value}`).digest('hex').slice(0, 16)}0`],
  );

function matchOf({ words, speaker, facets }: SearchWish): string {
  const inColumn = (column: string, parts: readonly SearchPart[]) =>
    parts.map(({ words, prefix }) => `${column} : "${words.join(' ')}"${prefix ? ' *' : ''}`);
  return [
    ...inColumn(
      'facets',
      facetWords(facets).map(word => ({ words: [word], prefix: false })),
    ),
    ...inColumn('speaker', speaker),
    ...inColumn('{first second}', words),
  ].join(' AND ');
}
