import type { Rule } from '../rule.ts';
import { rule as unusedIgnore } from '../rules/unused-ignore.ts';

/** The rules of `rules/house.yaml`: on the audit itself. */
export const rules: readonly Rule[] = [unusedIgnore];
