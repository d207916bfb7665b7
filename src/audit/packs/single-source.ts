import type { Rule } from '../rule.ts';

/** The rules of `rules/single-source.yaml`. */
export const rules: readonly Rule[] = [];
