export { type AccountInput, type Aligner, createAligner } from './aligner.ts';
export { type Clusterer, type Clustering, createClusterer } from './stories/clusterer.ts';
