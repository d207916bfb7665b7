import type { StandingChange, Story } from '../../domain/index.ts';
import { standingChanges } from './changes.ts';
import { followClaims } from './claims.ts';
import { withIds } from './ids.ts';

/** A story that goes on from an earlier one, and what has changed in the standings of its claims. */
export type FollowedStory = { readonly story: Story; readonly changes: readonly StandingChange[] };

/**
 * Has a story that was aligned anew go on as the one that was kept: under its id, and each claim under the id that it had. All is
 * new where `before` is null; `after.id` is then the id that the story is kept under. `taken` are ids that new claims must not get
 * because another story's claims have gone on under them. Pure.
 */
export function followStory(before: Story | null, after: Story, taken: Iterable<string> = []): FollowedStory {
  const own = before === null ? after : { ...after, id: before.id };
  const goesOn = before === null ? new Map<string, string>() : followClaims(before, own);
  const story = withIds(own, goesOn, [...(before?.claims ?? []).map(({ id }) => id), ...taken]);
  return { story, changes: standingChanges(before, story) };
}
