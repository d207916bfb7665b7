import { type RawBuilder, sql } from 'kysely';
import type { SearchIndex, SearchWish } from './engine.ts';
import type { SearchPart } from './search-text.ts';

/** Columns of the rows themselves with GIN indexes; facets are ordinary columns. The planner chooses what to begin with. */
export const postgresSearch: SearchIndex = {
  columns: (table, { texts, speaker }) => ({
    searched: sql`${vector(texts[0])} || ${seam} || ${vector(texts[1])}`,
    ...(table === 'statements' && { speaking: vector(speaker) }),
  }),
  add: async () => {},
  remove: async () => {},
  find: async (db, table, wish) => {
    const found = await sql<{ place: number }>`select place from ${sql.table(table)}
      where ${sql.join(conditions(wish), sql` and `)} order by place desc limit ${wish.limit}`.execute(db);
    return found.rows.map(row => row.place);
  },
};

/** What is made for it. Words of all kinds are kept, the most frequent too, so that phrases are found word by word. */
export const postgresSearchSchema: readonly string[] = [
  'create text search dictionary stems (template = snowball, language = english)',
  'create text search configuration words (copy = pg_catalog.simple)',
  'alter text search configuration words alter mapping for asciiword, word with stems',
  'alter table articles add column searched tsvector not null',
  'alter table statements add column searched tsvector not null, add column speaking tsvector not null',
  'create index articles_searched on articles using gin (searched) with (fastupdate = off)',
  'create index statements_searched on statements using gin (searched) with (fastupdate = off)',
  'create index statements_speaking on statements using gin (speaking) with (fastupdate = off)',
  ...['storyId', 'outlet', 'sourceKey', 'sourceKind', 'stance'].map(
    column => `create index "statements_${column}_place" on statements ("${column}", place)`,
  ),
];

const vector = (text: string) => sql`to_tsvector('words', ${text})`;

/** Stands between two texts, so that no phrase reaches over; nobody can type it, for the space in it. */
const seam = sql.raw(`'''a seam'':1'::tsvector`);

function conditions({ words, speaker, facets, from, below }: SearchWish): RawBuilder<unknown>[] {
  return [
    sql`place >= ${from} and place < ${below}`,
    ...Object.entries(facets).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    ...(words.length ? [sql`searched @@ to_tsquery('words', ${queryOf(words)})`] : []),
    ...(speaker.length ? [sql`speaking @@ to_tsquery('words', ${queryOf(speaker)})`] : []),
  ];
}

const queryOf = (parts: readonly SearchPart[]): string =>
  parts
    .map(({ words, prefix }) => `(${words.map(word => `'${word}'`).join(' <-> ')}${prefix ? ':*' : ''})`)
    .join(' & ');
