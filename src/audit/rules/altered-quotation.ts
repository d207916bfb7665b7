import { differencesOf, violationsOf } from '../differences.ts';
import type { Rule } from '../rule.ts';

/** “We will fight on” there, “We will fight” here, in the same quotation. Only with accounts to hold the article against. */
export const rule: Rule = {
  id: 'altered-quotation',
  check: context => violationsOf(context, differencesOf(context, ['quotation-altered'])),
};
