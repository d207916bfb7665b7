import type { Rule } from '../rule.ts';
import { rule as anonymousLead } from '../rules/anonymous-lead.ts';
import { rule as anonymousOpinion } from '../rules/anonymous-opinion.ts';
import { rule as anonymousQuotation } from '../rules/anonymous-quotation.ts';
import { rule as anonymousSpokesperson } from '../rules/anonymous-spokesperson.ts';
import { rule as boilerplateReason } from '../rules/boilerplate-reason.ts';
import { rule as countChanges } from '../rules/count-changes.ts';
import { rule as noAnonymityReason } from '../rules/no-anonymity-reason.ts';
import { rule as noBasis } from '../rules/no-basis.ts';
import { rule as noByline } from '../rules/no-byline.ts';
import { rule as pluralForOne } from '../rules/plural-for-one.ts';
import { rule as undescribedSource } from '../rules/undescribed-source.ts';
import { rule as vagueSource } from '../rules/vague-source.ts';

/** The rules of `rules/anonymity.yaml`: on sources that go unnamed. */
export const rules: readonly Rule[] = [
  undescribedSource,
  vagueSource,
  noAnonymityReason,
  boilerplateReason,
  noBasis,
  pluralForOne,
  countChanges,
  anonymousSpokesperson,
  anonymousOpinion,
  anonymousQuotation,
  anonymousLead,
  noByline,
];
