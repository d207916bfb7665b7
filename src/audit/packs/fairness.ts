import type { Rule } from '../rule.ts';
import { rule as lateDenial } from '../rules/late-denial.ts';
import { rule as missingResponse } from '../rules/missing-response.ts';
import { rule as unclearResponse } from '../rules/unclear-response.ts';

/** The rules of `rules/fairness.yaml`: on those who are accused, and on their answers. */
export const rules: readonly Rule[] = [missingResponse, unclearResponse, lateDenial];
