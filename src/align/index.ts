export { type AccountInput, type Aligner, createAligner } from './aligner.ts';
