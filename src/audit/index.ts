export { type Auditor, createAuditor } from './auditor.ts';
