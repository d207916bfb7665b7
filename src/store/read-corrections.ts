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
            or([
              and([eb('kind', '=', 'article'), eb('id', 'in', articleIds ?? [])]),
              and([eb('kind', '=', 'story'), eb('id', 'in', storyIds ?? [])]),
            ]),
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
