export { type AccountInput, type Aligner, type AlignOptions, createAligner } from './aligner.ts';
export { type FollowedStory, followStory } from './following/follow.ts';
export { type Clusterer, type Clustering, createClusterer } from './stories/clusterer.ts';
