import { loadWeights, SmallNetwork, type Weights } from '../../learn/index.ts';
import { type Background, backgroundOf } from './background.ts';

/** The trained parts of the room. */
export type StoryModel = {
  readonly background: Background;
  /** Log-odds that two articles tell one story, for what `PairReader` writes. */
  readonly pairs: SmallNetwork;
};

/** Reads `models/stories`. */
export const loadStoryModel = (): StoryModel => storyModelOf(loadWeights('stories'));

export const storyModelOf = (weights: Weights): StoryModel => ({
  background: backgroundOf(weights.part('background')),
  pairs: new SmallNetwork(weights.part('pairs')),
});
