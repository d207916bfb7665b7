export * from './best-path.ts';
export * from './feature-lists.ts';
export * from './hash.ts';
export * from './lexicon.ts';
export * from './sequence.ts';
export * from './table.ts';
export * from './weights.ts';
