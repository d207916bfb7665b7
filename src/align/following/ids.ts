import type { Story } from '../../domain/index.ts';
import { idOf } from '../identity.ts';

/**
 * The story with the ids that its claims go on as. A claim that goes on as none gets an id made from the story's own and
 * the claim's, so that no other story has it, unlike any in `taken`.
 */
export function withIds(story: Story, goesOn: ReadonlyMap<string, string>, taken: Iterable<string>): Story {
  const kept = new Set(goesOn.values());
  const used = new Set([...taken, ...kept]);
  const newId = (claimId: string): string => {
    for (let count = 0; ; count++) {
      const id = idOf('claim', story.id, claimId, count);
      if (used.has(id)) continue;
      used.add(id);
      return id;
    }
  };
  // Two denials of one sentence may be claims of one id: the first of them goes on.
  const idFor = (claimId: string): string => {
    const id = goesOn.get(claimId);
    return id !== undefined && kept.delete(id) ? id : newId(claimId);
  };
  return { ...story, claims: story.claims.map(claim => ({ ...claim, id: idFor(claim.id) })) };
}
