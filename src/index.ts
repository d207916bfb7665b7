export * from './domain/index.ts';
export { createPipeline, type Pipeline } from './pipeline.ts';
export {
  type ReadInput,
  type ReadOptions,
  type ReadProblem,
  type ReadProblemCode,
  type ReadResult,
  readProblemCodes,
} from './read/index.ts';
export {
  renderDoc,
  renderReading,
  renderStory,
  type StoryFormat,
  storyFormats,
  type TextOptions,
} from './report/index.ts';
