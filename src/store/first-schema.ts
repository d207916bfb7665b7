import { type ColumnDefinitionBuilder, sql } from 'kysely';
import type { Db } from './engine.ts';
import type { EngineSchema } from './migrations.ts';

type Column = readonly [type: keyof EngineSchema['types'], need?: 'null' | 'key' | 'unique' | Reference];
type Reference = { readonly of: `${string}.${string}` };

const text: Column = ['text'];
const textOrNull: Column = ['text', 'null'];
const integer: Column = ['integer'];
const packed: Column = ['packed'];
const packedOrNull: Column = ['packed', 'null'];
const key: Column = ['text', 'key'];
const articleId: Column = ['text', { of: 'articles.id' }];

const tables: Readonly<Record<string, Readonly<Record<string, Column>>>> = {
  head: { id: ['integer', 'key'], seq: integer },
  articles: {
    id: key,
    url: textOrNull,
    outlet: textOrNull,
    title: textOrNull,
    byline: textOrNull,
    published: textOrNull,
    storyId: text,
    version: integer,
    statements: integer,
    addedAt: text,
    changedAt: text,
    canonicalUrl: ['text', 'null'],
    contentKey: text,
    place: ['integer', 'unique'],
    arrival: ['integer', 'unique'],
    corrected: packedOrNull,
  },
  versions: {
    articleId,
    version: integer,
    addedAt: text,
    article: packed,
    reading: packed,
    changes: packedOrNull,
  },
  statements: {
    place: ['integer', 'key'],
    articleId,
    statementId: text,
    storyId: text,
    outlet: textOrNull,
    speaker: textOrNull,
    sourceKey: textOrNull,
    sourceKind: textOrNull,
    stance: text,
    words: text,
    start: integer,
    end: integer,
  },
  sources: {
    key,
    name: text,
    kind: text,
    folded: text,
    statements: integer,
    articles: integer,
    stories: integer,
  },
  stories: {
    id: key,
    revision: integer,
    title: text,
    accounts: integer,
    outlets: integer,
    claims: integer,
    disputed: integer,
    firstPublished: textOrNull,
    lastPublished: textOrNull,
    createdAt: text,
    updatedAt: text,
    movedAt: textOrNull,
    mergedInto: textOrNull,
    body: packedOrNull,
    movedKey: text,
    publishedKey: text,
  },
  claims: {
    id: key,
    storyId: text,
    wording: text,
    standing: text,
    accounts: integer,
    originsLeast: integer,
    originsMost: integer,
    since: text,
    position: integer,
    retiredAt: textOrNull,
    body: packedOrNull,
  },
  changes: {
    seq: ['integer', 'key'],
    at: text,
    storyId: text,
    articleId: textOrNull,
    kind: text,
    claimId: textOrNull,
    event: text,
  },
  corrections: {
    id: key,
    position: ['integer', 'unique'],
    kind: text,
    at: text,
    by: text,
    note: textOrNull,
    withdrawnAt: textOrNull,
    correction: text,
  },
  subjects: { correctionId: ['text', { of: 'corrections.id' }], kind: text, id: text },
  feeds: {
    url: key,
    title: textOrNull,
    etag: textOrNull,
    lastModified: textOrNull,
    checkedAt: textOrNull,
    succeededAt: textOrNull,
    nextAt: textOrNull,
    failures: integer,
    problem: textOrNull,
    items: integer,
    articles: integer,
  },
  feedItems: {
    feedUrl: text,
    key: text,
    url: textOrNull,
    seenAt: text,
    articleId: textOrNull,
    problem: textOrNull,
    attempts: integer,
  },
  tokens: { id: key, name: text, role: text, hash: text, createdAt: text, revokedAt: textOrNull },
  marks: { reader: key, seq: integer },
};

const indexes: readonly (readonly [table: string, columns: readonly string[], unique?: 'unique'])[] = [
  ['articles', ['canonicalUrl'], 'unique'],
  ['articles', ['contentKey']],
  ['articles', ['storyId', 'place']],
  ['articles', ['outlet', 'storyId', 'place']],
  ['versions', ['articleId', 'version'], 'unique'],
  ['statements', ['articleId', 'place']],
  ['statements', ['sourceKey', 'storyId']],
  ['sources', ['statements', 'key']],
  ['stories', ['movedKey', 'updatedAt', 'id']],
  ['stories', ['updatedAt', 'id']],
  ['stories', ['publishedKey', 'id']],
  ['claims', ['storyId', 'position']],
  ['claims', ['standing', 'since desc', 'position', 'id']],
  ['claims', ['since desc', 'position', 'id']],
  ['changes', ['storyId', 'seq']],
  ['changes', ['kind', 'seq']],
  ['changes', ['claimId', 'seq']],
  ['subjects', ['correctionId']],
  ['subjects', ['kind', 'id']],
  ['feedItems', ['feedUrl', 'key'], 'unique'],
  ['feedItems', ['seenAt']],
];

/** The tables of the first version. */
export async function firstSchema(db: Db, { types, search }: EngineSchema): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    let creation = db.schema.createTable(table);
    for (const [name, [type, need]] of Object.entries(columns))
      creation = creation.addColumn(name, types[type], column => constrained(column, need));
    await creation.execute();
  }
  for (const [table, columns, unique] of indexes) {
    const creation = db.schema
      .createIndex(`${table}_${columns.join('_').replaceAll(' ', '_')}`)
      .on(table)
      .columns([...columns]);
    await (unique ? creation.unique() : creation).execute();
  }
  for (const statement of search) await sql.raw(statement).execute(db);
  await db.insertInto('head').values({ id: 1, seq: 0 }).execute();
}

function constrained(column: ColumnDefinitionBuilder, need: Column[1]): ColumnDefinitionBuilder {
  if (need === 'key') return column.primaryKey().notNull();
  if (typeof need === 'object') return column.references(need.of).notNull();
  if (need === 'unique') return column.unique().notNull();
  return need === 'null' ? column : column.notNull();
}
