import { anonymityLexicons, anonymousSources } from '../anonymous.ts';
import { placeOf } from '../description.ts';
import type { Rule } from '../rule.ts';

/** "said an official, who asked not to be named": the article gives no reason for it, here or anywhere. */
export const rule: Rule = {
  id: 'no-anonymity-reason',
  lexicons: anonymityLexicons,
  check: context =>
    anonymousSources(context)
      .filter(({ source }) => !source.anonymity?.reason)
      .map(({ source }) => ({ span: placeOf(context, source) })),
};
