export * from './domain/index.ts';
export { createPipeline, type Pipeline } from './pipeline.ts';
export type { ReadOptions, ReadProblem, ReadResult } from './read/index.ts';
export { renderDoc, renderReading, renderStory } from './report/index.ts';
