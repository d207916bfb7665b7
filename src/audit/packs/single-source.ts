import type { Rule } from '../rule.ts';
import { rule as singleSource } from '../rules/single-source.ts';
import { rule as singleSourceAllegation } from '../rules/single-source-allegation.ts';

/** The rules of `rules/single-source.yaml`: on what rests on one source. */
export const rules: readonly Rule[] = [singleSource, singleSourceAllegation];
