import type { Profile } from './profile.ts';

/** How far rarity in the story counts: 0 not at all, 1 as an inverse document frequency. Set on topics of summary units. */
const rarityPower = 1.2;
/** What a word weighs that every unit has. */
const leastShare = 0.05;

/** The profiles of a story's units, with words weighing less the more of the units have them. Linear in the words. */
export function weighInStory(profiles: readonly Profile[]): Profile[] {
  const unitsWith = new Map<string, number>();
  for (const { words, content } of profiles)
    for (const sense of new Set(content.map(at => words[at]!.sense)))
      unitsWith.set(sense, (unitsWith.get(sense) ?? 0) + 1);
  const most = Math.log(profiles.length + 1);
  const shares = new Map<string, number>();
  for (const [sense, count] of unitsWith)
    shares.set(sense, (Math.log((profiles.length + 1) / (count + 0.5)) / most + leastShare) ** rarityPower);
  return profiles.map(profile => {
    const { words, content } = profile;
    const storyWeights = words.map(({ weight, sense }) => (weight === 0 ? 0 : weight * shares.get(sense)!));
    const storyTotal = content.reduce((sum, at) => sum + storyWeights[at]!, 0);
    return { ...profile, storyWeights, storyTotal };
  });
}
