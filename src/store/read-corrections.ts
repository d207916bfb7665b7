import type { Correction, CorrectionRecord } from '../domain/index.ts';
import type { Engine } from './engine.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

const recordOf = ({
  id,
  correction,
  by,
  note,
  at,
  withdrawnAt,
}: Tables['corrections']): CorrectionRecord => ({
  id,
  correction: JSON.parse(correction) as Correction,
  by,
  note,
  at,
  withdrawnAt,
});

/** Those of a kind that were asked for; a list may not be empty in SQL. */
const subjectsAsked = (articleIds: readonly string[] = [], storyIds: readonly string[] = []) =>
  (
    [
      ['article', articleIds],
      ['story', storyIds],
    ] as const
  ).filter(([, ids]) => ids.length > 0);

export const correctionReads = ({ db }: Engine): Pick<Store, 'corrections' | 'correction'> => ({
  corrections: async ({ kind, articleIds, storyIds, withdrawn = false }) => {
    let query = db.selectFrom('corrections').selectAll();
    if (kind !== undefined) query = query.where('kind', '=', kind);
    if (!withdrawn) query = query.where('withdrawnAt', 'is', null);
    if (articleIds || storyIds)
      query = query.where('id', 'in', ({ selectFrom }) =>
        selectFrom('subjects')
          .select('correctionId')
          .where(({ and, eb, or }) =>
            or(
              subjectsAsked(articleIds, storyIds).map(([kind, ids]) =>
                and([eb('kind', '=', kind), eb('id', 'in', ids)]),
              ),
            ),
          ),
      );
    const rows = await query.orderBy('at').orderBy('position').execute();
    return rows.map(recordOf);
  },
  correction: async id => {
    const row = await db.selectFrom('corrections').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? recordOf(row) : null;
  },
});
