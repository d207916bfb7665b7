import type { Rule } from '../rule.ts';

/** Found by the auditor itself, once all other rules have spoken: see `src/audit/auditor.ts`. */
export const rule: Rule = { id: 'unused-ignore', check: () => [] };
