import type { Change, ChangeEvent } from '../domain/index.ts';
import type { Db, Engine } from './engine.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

const changeOf = ({ seq, at, storyId, articleId, event }: Tables['changes']): Change => ({
  seq,
  at,
  storyId,
  articleId,
  event: JSON.parse(event) as ChangeEvent,
});

export const changeReads = ({ db }: Engine): Pick<Store, 'head' | 'changes' | 'latestChanges'> => {
  const chosen = ({ storyId, kind }: Pick<Parameters<Store['changes']>[0], 'storyId' | 'kind'>) => {
    let query = db.selectFrom('changes').selectAll();
    if (storyId !== undefined) query = query.where('storyId', '=', storyId);
    if (kind !== undefined) query = query.where('kind', '=', kind);
    return query;
  };
  return {
    head: async () =>
      (await db.selectFrom('head').select('seq').where('id', '=', 1).executeTakeFirstOrThrow()).seq,
    changes: async query => {
      const rows = await chosen(query)
        .where('seq', '>', query.after)
        .orderBy('seq')
        .limit(query.limit)
        .execute();
      return rows.map(changeOf);
    },
    latestChanges: async query => {
      const rows = await chosen(query).orderBy('seq', 'desc').limit(query.limit).execute();
      return rows.map(changeOf);
    },
  };
};

/** All that happened to a claim, in order. */
export async function changesOf(db: Db, claimId: string): Promise<Change[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('claimId', '=', claimId)
    .orderBy('seq')
    .execute();
  return rows.map(changeOf);
}
