export { createExtractor, type Extractor } from './extractor.ts';
