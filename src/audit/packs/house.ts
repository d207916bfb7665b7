import type { Rule } from '../rule.ts';

/** The rules of `rules/house.yaml`: on the audit itself. */
export const rules: readonly Rule[] = [];
