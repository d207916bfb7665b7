import type { Claim, Standing, Story } from '../domain/index.ts';
import { unpack } from './packed.ts';

/** A story as it is kept: its accounts are kept as readings. */
export type StoryBody = Omit<Story, 'accounts'> & { readonly accounts: readonly string[] };

/** As they were written, perhaps before a claim said which accounts tell it otherwise. */
type WrittenClaim = Omit<Claim, 'standing'> & {
  readonly standing: Omit<Standing, 'otherwise'> & Partial<Standing>;
};

export const unpackClaim = (body: Uint8Array): Claim => completed(unpack<WrittenClaim>(body));

export function unpackStory(body: Uint8Array): StoryBody {
  const story = unpack<Omit<StoryBody, 'claims'> & { readonly claims: readonly WrittenClaim[] }>(body);
  return { ...story, claims: story.claims.map(completed) };
}

const completed = (claim: WrittenClaim): Claim => ({
  ...claim,
  standing: { ...claim.standing, otherwise: claim.standing.otherwise ?? [] },
});
