export * from './domain/index.ts';
export { type AuditBeside, createPipeline, type Pipeline } from './pipeline.ts';
export {
  type ReadInput,
  type ReadOptions,
  type ReadProblem,
  type ReadProblemCode,
  type ReadResult,
  readProblemCodes,
} from './read/index.ts';
export {
  type FindingFormat,
  type FindingOptions,
  findingFormats,
  renderDoc,
  renderFindings,
  renderReading,
  renderStory,
  type StoryFormat,
  storyFormats,
  type TextOptions,
} from './report/index.ts';
