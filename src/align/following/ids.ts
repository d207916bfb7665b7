import type { Story } from '../../domain/index.ts';
import { idOf } from '../identity.ts';

/**
 * The story with the ids that its claims go on as. A claim that goes on as none gets an id made from the story's own and
 * the claim's, so that no other story has it, unlike any in `taken`.
 */
export function withIds(story: Story, goesOn: ReadonlyMap<string, string>, taken: Iterable<string>): Story {
  const used = new Set([...taken, ...goesOn.values()]);
  const newId = (claimId: string): string => {
    for (let count = 0; ; count++) {
      const id = idOf('claim', story.id, claimId, count);
      if (used.has(id)) continue;
      used.add(id);
      return id;
    }
  };
  return {
    ...story,
    claims: story.claims.map(claim => ({ ...claim, id: goesOn.get(claim.id) ?? newId(claim.id) })),
  };
}
