export { type Auditor, createAuditor } from './auditor.ts';
export type { AuditInput } from './context.ts';
