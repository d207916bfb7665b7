import type { Difference, Passage, Standing, StandingKind } from '../../domain/index.ts';
import { passageOf } from '../accounts.ts';
import type { AttachedResponse } from '../claims/responses.ts';
import type { RestsOn } from './origins.ts';

const isDenial = ({ response }: AttachedResponse): boolean =>
  response.stance === 'denies' || response.stance === 'disputes';

const isPolarity = ({ kind }: Difference): boolean => kind === 'polarity';

/** "two officials", "officials": more than one, though the article names neither */
const isSeveral = ({ given }: RestsOn): boolean =>
  given.some(({ source }) => source !== null && (source.count === null || source.count > 1));

function kindOf(rests: readonly RestsOn[], denied: boolean): StandingKind {
  const people = rests.filter(({ member }) => member !== null && member.kind !== 'press');
  const named = people.filter(({ member }) => member!.named);
  if (denied) return 'disputed';
  if (named.length > 0) return people.length > 1 ? 'corroborated' : 'on-the-record';
  if (people.length > 1 || people.some(isSeveral)) return 'several-unnamed-sources';
  if (people.length === 1) return 'one-unnamed-source';
  if (rests.some(({ kind }) => kind === 'unresolved')) return 'one-unnamed-source';
  return rests.some(({ member }) => member?.kind === 'press') ? 'press-report-only' : 'no-source-given';
}

/**
 * What the evidence amounts to: the first row of the table in docs/standing.md that fits. `otherwise` are the accounts of which
 * what they rest on does not count.
 */
export function standingOf(
  all: readonly RestsOn[],
  responses: readonly AttachedResponse[],
  wording: Passage,
  differences: readonly Difference[],
  isOnlyDenied: boolean,
  otherwise: readonly string[],
): Standing {
  const counts = ({ account }: RestsOn['given'][number]): boolean => !otherwise.includes(account.articleId);
  const rests = all.flatMap(each => {
    const given = each.given.filter(counts);
    return given.length > 0 ? [{ ...each, given }] : [];
  });
  const denials = responses.filter(isDenial).map(({ account, response }) => passageOf(account, response));
  const sources = rests.flatMap(({ given }) =>
    given.flatMap(({ account, source }) =>
      (source?.spans ?? []).slice(0, 1).map(span => passageOf(account, span)),
    ),
  );
  const evidence = distinct([...denials, ...sources]);
  return {
    kind: kindOf(
      rests,
      denials.length > 0 || isOnlyDenied || (all.length > 1 && differences.some(isPolarity)),
    ),
    evidence: evidence.length > 0 ? evidence : [wording],
    otherwise,
  };
}

const distinct = (passages: readonly Passage[]): Passage[] => [
  ...new Map(passages.map(passage => [`${passage.articleId} ${passage.start}`, passage])).values(),
];
