export * from './article.ts';
export type * from './doc.ts';
export * from './finding.ts';
export type * from './membership.ts';
export * from './mention.ts';
export * from './reading.ts';
export * from './span.ts';
export * from './story.ts';
