export * from './lexicon.ts';
