import { parse } from 'yaml';
import type { RuleDescription } from '../domain/index.ts';
import { packageText } from '../learn/index.ts';
import { rules as anonymity } from './packs/anonymity.ts';
import { rules as attribution } from './packs/attribution.ts';
import { rules as credit } from './packs/credit.ts';
import { rules as fairness } from './packs/fairness.ts';
import { rules as house } from './packs/house.ts';
import { rules as singleSource } from './packs/single-source.ts';
import type { Rule } from './rule.ts';

/** A rule with its words for people. */
export type DescribedRule = RuleDescription & Rule;

const packs: Readonly<Record<string, readonly Rule[]>> = {
  anonymity,
  'single-source': singleSource,
  attribution,
  fairness,
  credit,
  house,
};

type Entry = Omit<RuleDescription, 'pack' | 'options' | 'precision'> &
  Partial<Pick<RuleDescription, 'options' | 'precision'>>;

/** Reads all packs from `rules/*.yaml`, in their order. A rule without an entry, or an entry without a rule, is an error. */
export const loadPacks = (): DescribedRule[] =>
  Object.entries(packs).flatMap(([pack, rules]) => loadPack(pack, rules));

function loadPack(pack: string, rules: readonly Rule[]): DescribedRule[] {
  const entries = parse(packageText(`rules/${pack}.yaml`)) as readonly Entry[];
  const byId = new Map(rules.map(rule => [rule.id, rule]));
  if (byId.size !== entries.length)
    throw new Error(`rules/${pack}.yaml has ${entries.length} rules of ${byId.size}`);
  return entries.map(entry => {
    const rule = byId.get(entry.id);
    if (!rule) throw new Error(`rules/${pack}.yaml: no rule "${entry.id}"`);
    return { options: {}, precision: null, ...entry, pack, ...rule };
  });
}
