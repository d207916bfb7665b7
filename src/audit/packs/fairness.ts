import type { Rule } from '../rule.ts';

/** The rules of `rules/fairness.yaml`. */
export const rules: readonly Rule[] = [];
