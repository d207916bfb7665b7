import type { Article } from '../domain/index.ts';
import { cursorOf, keysOf } from './cursor.ts';
import type { Engine, SearchedTable, SearchWish } from './engine.ts';
import { excerptOf } from './excerpt.ts';
import { unpack } from './packed.ts';
import { firstDated, instantOf, placeOf } from './place.ts';
import { articleColumns, newestVersions } from './read-articles.ts';
import { searchParts } from './search-text.ts';
import type { ArticleQuery, PageWish, StatementQuery, Store } from './store.ts';

export const searches = (engine: Engine): Pick<Store, 'articles' | 'statements'> => ({
  statements: async (query, page) => {
    const { places, next } = await findPlaces(engine, 'statements', query, page);
    if (!places.length) return { items: [], next };
    const rows = await engine.db
      .selectFrom('statements')
      .innerJoin('articles', 'articles.id', 'statements.articleId')
      .select([
        'statements.articleId',
        'statementId',
        'statements.storyId',
        'statements.outlet',
        'articles.title as articleTitle',
        'articles.published',
        'speaker',
        'sourceKey',
        'sourceKind',
        'stance',
        'words',
        'start',
        'end',
      ])
      .where('statements.place', 'in', places)
      .orderBy('statements.place', 'desc')
      .execute();
    return { items: rows, next };
  },
  articles: async (query, page) => {
    const { places, next } = await findPlaces(engine, 'articles', query, page);
    if (!places.length) return { items: [], next };
    const parts = searchParts(query.words ?? '');
    const rows = await newestVersions(engine.db)
      .select(articleColumns)
      .$if(parts.length > 0, rows => rows.select('versions.article'))
      .where('place', 'in', places)
      .orderBy('place', 'desc')
      .execute();
    const items = rows.map(({ article, ...entry }) => ({
      ...entry,
      excerpt: article ? excerptOf(unpack<Article>(article).text, parts) : '',
    }));
    return { items, next };
  },
});

const facetNames = ['sourceKey', 'sourceKind', 'stance', 'outlet', 'storyId', 'articleId'] as const;

async function findPlaces(
  engine: Engine,
  table: SearchedTable,
  query: StatementQuery & ArticleQuery,
  { limit, after }: PageWish,
) {
  const last = keysOf<[number]>(after, ['number']);
  const wish = wishOf(query, last?.[0] ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const found = wish ? await engine.search.find(engine.db, table, wish) : [];
  const places = found.slice(0, limit);
  return { places, next: found.length > limit ? cursorOf([places.at(-1)!]) : null };
}

/** Null where nothing can be found: a search for “?!”, a date that is none. */
function wishOf(query: StatementQuery, below: number, limit: number): SearchWish | null {
  const words = searchParts(query.words ?? '');
  const speaker = searchParts(query.speaker ?? '');
  if ((query.words?.trim() && !words.length) || (query.speaker?.trim() && !speaker.length)) return null;
  const from = query.from === undefined ? null : instantOf(query.from);
  const to = query.to === undefined ? null : instantOf(query.to);
  if ((query.from !== undefined && from === null) || (query.to !== undefined && to === null)) return null;
  const facets = Object.fromEntries(
    facetNames.flatMap(name => (query[name] === undefined ? [] : [[name, query[name]]])),
  );
  const dated = from !== null || to !== null;
  return {
    words,
    speaker,
    facets,
    from: from === null ? (dated ? firstDated : 0) : placeOf(from),
    below: to === null ? below : Math.min(below, placeOf(to + dayLength)),
    limit,
  };
}

const dayLength = 24 * 60 * 60 * 1000;
