import { anonymousSources, placeOf } from '../anonymous.ts';
import type { Rule } from '../rule.ts';

/** "said an official, who asked not to be named": the article gives no reason for it, here or anywhere. */
export const rule: Rule = {
  id: 'no-anonymity-reason',
  check: context =>
    anonymousSources(context)
      .filter(({ source }) => !source.anonymity?.reason)
      .map(({ source }) => ({ span: placeOf(source) })),
};
