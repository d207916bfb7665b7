import type { Rule } from '../rule.ts';
import { rule as noAnonymityReason } from '../rules/no-anonymity-reason.ts';

/** The rules of `rules/anonymity.yaml`: on sources that go unnamed. */
export const rules: readonly Rule[] = [noAnonymityReason];
