import { type Claim, type StandingChange, type Story, textOf } from '../../domain/index.ts';

/**
 * What changed in the standings of a story whose claims have kept their ids: new claims and those that stand otherwise, in
 * the order of `after`, then those that nobody tells any more.
 */
export function standingChanges(before: Story | null, after: Story): StandingChange[] {
  const known = new Map((before?.claims ?? []).map(claim => [claim.id, claim]));
  const still = new Set(after.claims.map(({ id }) => id));
  const changed = after.claims
    .filter(({ id, standing }) => known.get(id)?.standing.kind !== standing.kind)
    .map(claim => changeOf(after, known.get(claim.id) ?? null, claim));
  const gone = before?.claims.filter(({ id }) => !still.has(id)) ?? [];
  return [...changed, ...gone.map(claim => changeOf(before!, claim, null))];
}

/** `story` has the newer of the two claims, which are not both null. */
function changeOf(story: Story, before: Claim | null, after: Claim | null): StandingChange {
  const { id, wording } = (after ?? before)!;
  const account = story.accounts.find(({ article }) => article.id === wording.articleId);
  return {
    kind: 'standing',
    claimId: id,
    before: before?.standing.kind ?? null,
    after: after?.standing.kind ?? null,
    wording: textOf(account?.article.text ?? '', wording),
    origins: after?.originCount.least ?? 0,
  };
}
