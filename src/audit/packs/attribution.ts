import type { Rule } from '../rule.ts';

/** The rules of `rules/attribution.yaml`. */
export const rules: readonly Rule[] = [];
