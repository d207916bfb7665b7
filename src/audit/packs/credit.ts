import type { Rule } from '../rule.ts';

/** The rules of `rules/credit.yaml`. */
export const rules: readonly Rule[] = [];
