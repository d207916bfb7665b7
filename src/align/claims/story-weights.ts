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
  const share = (sense: string): number =>
    (Math.log((profiles.length + 1) / ((unitsWith.get(sense) ?? 0) + 0.5)) / most + leastShare) **
    rarityPower;
  return profiles.map(profile => {
    const words = profile.words.map(word =>
      word.weight === 0 ? word : { ...word, storyWeight: word.weight * share(word.sense) },
    );
    const storyTotal = profile.content.reduce((sum, at) => sum + words[at]!.storyWeight, 0);
    return { ...profile, words, storyTotal };
  });
}
