import type { Rule } from '../rule.ts';
import { rule as contentiousOwnVoice } from '../rules/contentious-own-voice.ts';
import { rule as lateAttribution } from '../rules/late-attribution.ts';
import { rule as lateSpeaker } from '../rules/late-speaker.ts';
import { rule as loadedAttributionVerb } from '../rules/loaded-attribution-verb.ts';
import { rule as runTogetherQuotations } from '../rules/run-together-quotations.ts';
import { rule as sourcelessPassive } from '../rules/sourceless-passive.ts';
import { rule as unsourcedContentiousLead } from '../rules/unsourced-contentious-lead.ts';
import { rule as unverifiedMaterial } from '../rules/unverified-material.ts';

/** The rules of `rules/attribution.yaml`: on whose words, views and facts an article gives. */
export const rules: readonly Rule[] = [
  contentiousOwnVoice,
  lateAttribution,
  lateSpeaker,
  runTogetherQuotations,
  unsourcedContentiousLead,
  sourcelessPassive,
  loadedAttributionVerb,
  unverifiedMaterial,
];
