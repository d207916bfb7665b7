export { toIsoDate } from './dates.ts';
export type { ReadOptions, ReadResult } from './draft.ts';
export { type ReadInput, readArticle } from './file.ts';
export { type ReadProblem, type ReadProblemCode, readProblemCodes } from './problems.ts';
export { readArticleRecord } from './record.ts';
