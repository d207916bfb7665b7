import { cursorOf, keysOf } from './cursor.ts';
import type { Db, Engine } from './engine.ts';
import { readingsById } from './read-articles.ts';
import { changesOf } from './read-changes.ts';
import type {
  ClaimEntry,
  Page,
  PageWish,
  Store,
  StoredClaim,
  StoredStory,
  StoryEntry,
  StoryOrder,
} from './store.ts';
import { unpackClaim, unpackStory } from './story-body.ts';
import { storyBody } from './write-stories.ts';

const storyColumns = [
  'id',
  'revision',
  'title',
  'accounts',
  'outlets',
  'claims',
  'disputed',
  'firstPublished',
  'lastPublished',
  'createdAt',
  'updatedAt',
  'movedAt',
  'mergedInto',
] as const;

const claimColumns = [
  'id',
  'storyId',
  'wording',
  'standing',
  'accounts',
  'originsLeast',
  'originsMost',
  'since',
] as const;

type StoryReads = Pick<Store, 'story' | 'storyEntry' | 'stories' | 'claims' | 'claim'>;

export const storyReads = (engine: Engine): StoryReads => ({
  story: id => engine.snapshot(db => readStory(db, id)),
  storyEntry: async id =>
    (await engine.db.selectFrom('stories').select(storyColumns).where('id', '=', id).executeTakeFirst()) ??
    null,
  stories: (order, page) => listStories(engine.db, order, page),
  claims: (query, page) => listClaims(engine.db, query, page),
  claim: id => engine.snapshot(db => readClaim(db, id)),
});

async function readStory(db: Db, id: string): Promise<StoredStory | null> {
  const row = await db
    .selectFrom('stories')
    .select([...storyColumns, 'body'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row?.body) return null;
  const { body, ...entry } = row;
  const story = unpackStory(body);
  const readings = await readingsById(db, story.accounts);
  const accounts = story.accounts.flatMap(account => readings.get(account) ?? []);
  return { entry, story: { ...story, accounts } };
}

/** Two keys of text and the id, each list sorts by: descending. */
const storyKeys = {
  moved: ['movedKey', 'updatedAt'],
  updated: ['updatedAt', 'updatedAt'],
  published: ['publishedKey', 'publishedKey'],
} as const;

async function listStories(db: Db, order: StoryOrder, { limit, after }: PageWish): Promise<Page<StoryEntry>> {
  const [first, second] = storyKeys[order];
  const last = keysOf<[string, string, string]>(after, ['string', 'string', 'string']);
  let query = db
    .selectFrom('stories')
    .select([...storyColumns, 'movedKey', 'publishedKey'])
    .where('accounts', '>', 0);
  if (last)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple(first, second, 'id'), '<', tuple(...last)));
  const rows = await query
    .orderBy(first, 'desc')
    .orderBy(second, 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows,
    limit,
    row => [row[first], row[second], row.id],
    ({ movedKey, publishedKey, ...entry }) => entry,
  );
}

/** A page of the rows that were asked for, one more than it holds. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keys: (row: Row) => readonly (string | number)[],
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(item), next: rows.length > limit ? cursorOf(keys(shown.at(-1)!)) : null };
}

/** Those of a story in its own order, else those with the newest standing first, then as their stories order them. */
async function listClaims(
  db: Db,
  { storyId, standing }: Parameters<Store['claims']>[0],
  { limit, after }: PageWish,
): Promise<Page<ClaimEntry>> {
  let query = db
    .selectFrom('claims')
    .select([...claimColumns, 'position'])
    .where('retiredAt', 'is', null)
    .limit(limit + 1);
  if (standing !== undefined) query = query.where('standing', '=', standing);
  const item = ({ position, ...entry }: ClaimEntry & { readonly position: number }): ClaimEntry => entry;
  if (storyId !== undefined) {
    const last = keysOf<[number]>(after, ['number']);
    query = query.where('storyId', '=', storyId).orderBy('position');
    const rows = await (last ? query.where('position', '>', last[0]) : query).execute();
    return pageOf(rows, limit, row => [row.position], item);
  }
  const last = keysOf<[string, number, string]>(after, ['string', 'number', 'string']);
  if (last) {
    const [since, position, id] = last;
    query = query.where(({ and, eb, or, refTuple, tuple }) =>
      or([
        eb('since', '<', since),
        and([eb('since', '=', since), eb(refTuple('position', 'id'), '>', tuple(position, id))]),
      ]),
    );
  }
  const rows = await query.orderBy('since', 'desc').orderBy('position').orderBy('id').execute();
  return pageOf(rows, limit, row => [row.since, row.position, row.id], item);
}

async function readClaim(db: Db, id: string): Promise<StoredClaim | null> {
  const row = await db
    .selectFrom('claims')
    .select([...claimColumns, 'body'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { body, ...entry } = row;
  const claim = body
    ? unpackClaim(body)
    : (await storyBody(db, row.storyId))?.claims.find(each => each.id === id);
  return claim ? { entry, claim, history: await changesOf(db, id) } : null;
}
