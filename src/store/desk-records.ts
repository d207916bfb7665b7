import type { Engine } from './engine.ts';
import type { Store } from './store.ts';

type Kept =
  | 'feeds'
  | 'feed'
  | 'saveFeed'
  | 'removeFeed'
  | 'feedItem'
  | 'saveFeedItem'
  | 'failedItems'
  | 'tokens'
  | 'saveToken'
  | 'mark'
  | 'setMark';

/** What is kept beside the stories: feeds, tokens of access, and how far readers of the log have come. */
export const records = ({ db, write }: Engine): Pick<Store, Kept> => ({
  feeds: () => db.selectFrom('feeds').selectAll().orderBy('url').execute(),
  feed: async url =>
    (await db.selectFrom('feeds').selectAll().where('url', '=', url).executeTakeFirst()) ?? null,
  saveFeed: async feed => {
    await write(db =>
      db
        .insertInto('feeds')
        .values(feed)
        .onConflict(conflict => conflict.column('url').doUpdateSet(feed))
        .execute(),
    );
  },
  removeFeed: url =>
    write(async db => {
      await db.deleteFrom('feedItems').where('feedUrl', '=', url).execute();
      const { numDeletedRows } = await db.deleteFrom('feeds').where('url', '=', url).executeTakeFirst();
      return numDeletedRows > 0n;
    }),
  feedItem: async (feedUrl, key) =>
    (await db
      .selectFrom('feedItems')
      .selectAll()
      .where('feedUrl', '=', feedUrl)
      .where('key', '=', key)
      .executeTakeFirst()) ?? null,
  saveFeedItem: async item => {
    await write(db =>
      db
        .insertInto('feedItems')
        .values(item)
        .onConflict(conflict => conflict.columns(['feedUrl', 'key']).doUpdateSet(item))
        .execute(),
    );
  },
  failedItems: (feedUrl, limit) => {
    const query = db
      .selectFrom('feedItems')
      .selectAll()
      .where('problem', 'is not', null)
      .orderBy('seenAt', 'desc')
      .limit(limit);
    return (feedUrl === null ? query : query.where('feedUrl', '=', feedUrl)).execute();
  },
  tokens: () => db.selectFrom('tokens').selectAll().orderBy('createdAt').orderBy('id').execute(),
  saveToken: async token => {
    await write(db =>
      db
        .insertInto('tokens')
        .values(token)
        .onConflict(conflict => conflict.column('id').doUpdateSet(token))
        .execute(),
    );
  },
  mark: async reader =>
    (await db.selectFrom('marks').select('seq').where('reader', '=', reader).executeTakeFirst())?.seq ?? 0,
  setMark: async (reader, seq) => {
    await write(db =>
      db
        .insertInto('marks')
        .values({ reader, seq })
        .onConflict(conflict => conflict.column('reader').doUpdateSet({ seq }))
        .execute(),
    );
  },
});
