import { type CharSpan, overlaps, type Passage } from '../../domain/index.ts';
import type { Account } from '../accounts.ts';
import { byStrength, type ClaimDraft, draftOf, inOrder } from './drafts.ts';
import type { AttachedResponse } from './responses.ts';

/** Two places that tell one claim, as a person has said. */
export type SameClaim = readonly [Passage, Passage];

/** The claims, in order of strength, with those made one that tell at two such places. Places at which nothing is told change nothing. */
export function joinClaims(claims: readonly ClaimDraft[], same: readonly SameClaim[]): ClaimDraft[] {
  let all = [...claims];
  for (const [a, b] of same) {
    const [one, other] = [claimAt(all, a), claimAt(all, b)];
    if (!one || !other || one === other) continue;
    const joined = draftOf([...one.tellings, ...other.tellings].sort(inOrder));
    all = [joined, ...all.filter(claim => claim !== one && claim !== other)];
  }
  return all.sort(byStrength);
}

/** The responses; one that is all that stands at one of two such places is about the claim that is told at the other. */
export function pointResponses(
  responses: readonly AttachedResponse[],
  claims: readonly ClaimDraft[],
  same: readonly SameClaim[],
): AttachedResponse[] {
  const targets = same
    .flatMap(([a, b]) => [
      { place: a, claim: claimAt(claims, b) },
      { place: b, claim: claimAt(claims, a) },
    ])
    .filter(({ place, claim }) => claim !== null && claimAt(claims, place) === null);
  return responses.map(each => {
    const target = targets.find(({ place }) => isAt(each.account, each.response, place));
    return target ? { ...each, claim: target.claim } : each;
  });
}

const isAt = ({ articleId }: Account, span: CharSpan, place: Passage): boolean =>
  articleId === place.articleId && overlaps(span, place);

/** The claim that tells most of what stands at a place. */
function claimAt(claims: readonly ClaimDraft[], place: Passage): ClaimDraft | null {
  let best: ClaimDraft | null = null;
  let most = 0;
  for (const claim of claims)
    for (const { unit } of claim.tellings) {
      const common = Math.min(unit.span.end, place.end) - Math.max(unit.span.start, place.start);
      if (common <= most || !isAt(unit.account, unit.span, place)) continue;
      best = claim;
      most = common;
    }
  return best;
}
