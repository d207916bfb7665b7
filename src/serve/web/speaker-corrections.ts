import {
  type CharSpan,
  type CorrectionRecord,
  correctionMaker,
  findPlace,
  overlaps,
  type Reading,
  type Statement,
} from '../../domain/index.ts';
import type { Store } from '../../store/index.ts';

/** Which corrections of speakers hold for an article, in order of time. */
export const speakerCorrections = (store: Store, articleId: string): Promise<readonly CorrectionRecord[]> =>
  store.corrections({ kind: 'speaker', articleIds: [articleId] });

/** By which a statement is known again: its content, else its cue. */
export const knownBy = ({ content, cue }: Statement): CharSpan =>
  content[0] ?? cue[0] ?? { start: 0, end: 0 };

/** Who set the speaker of a statement right: of those whose words are nearest to it the last; null where nobody did. */
export function correctionOf(
  { article }: Reading,
  statement: Statement,
  records: readonly CorrectionRecord[],
): CorrectionRecord | null {
  if (statement.madeBy !== correctionMaker) return null;
  const span = knownBy(statement);
  const near = records.flatMap(record => {
    const place =
      record.correction.kind === 'speaker' ? findPlace(article.text, record.correction.statement) : null;
    if (!place || !overlaps(place, span)) return [];
    return [{ record, distance: Math.abs(place.start - span.start) + Math.abs(place.end - span.end) }];
  });
  const [nearest] = near.toReversed().toSorted((a, b) => a.distance - b.distance);
  return nearest?.record ?? null;
}
