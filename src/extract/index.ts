export {
  type CorrectedReading,
  createCorrector,
  type SpeakerCorrection,
} from './corrections/corrector.ts';
export { createExtractor, type Extractor } from './extractor.ts';
