import { type Profile, type Weights, weightsOf } from './profile.ts';

/** How far rarity in the story counts: 0 not at all, 1 as an inverse document frequency. Set on topics of summary units. */
const rarityPower = 1.2;
/** What a word weighs that every unit has. */
const leastShare = 0.05;

/** A profile, and what its words weigh in the story at hand. */
export type WeighedProfile = { readonly profile: Profile; readonly inStory: Weights };

/** A profile where no story is known: its words weigh what they do in all news. */
export const weighAlone = (profile: Profile): WeighedProfile => ({ profile, inStory: profile.weights });

/** The profiles of a story's units, with words weighing less the more of the units have them. Linear in the words. */
export function weighInStory(profiles: readonly Profile[]): WeighedProfile[] {
  const unitsWith = new Map<string, number>();
  for (const { words, content } of profiles)
    for (const sense of new Set(content.map(at => words[at]!.sense)))
      unitsWith.set(sense, (unitsWith.get(sense) ?? 0) + 1);
  const most = Math.log(profiles.length + 1);
  const shares = new Map<string, number>();
  for (const [sense, count] of unitsWith)
    shares.set(sense, (Math.log((profiles.length + 1) / (count + 0.5)) / most + leastShare) ** rarityPower);
  return profiles.map(profile => ({
    profile,
    inStory: weightsOf(
      profile.words.map(({ weight, sense }) => (weight === 0 ? 0 : weight * shares.get(sense)!)),
    ),
  }));
}
