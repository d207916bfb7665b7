import {
  type AuditConfig,
  type RuleOptions,
  type RuleSetting,
  type Severity,
  severities,
} from '../domain/index.ts';
import type { DescribedRule } from './packs.ts';

/** A rule that runs, as the configuration wants it. */
export type ActiveRule = {
  readonly rule: DescribedRule;
  readonly severity: Severity;
  readonly options: RuleOptions;
};

/** The rules that run. A rule or option that there is not, and a value that an option cannot have, is an error that says so. */
export function activeRules(rules: readonly DescribedRule[], config: AuditConfig): ActiveRule[] {
  const problem = configProblem(rules, config);
  if (problem) throw new RangeError(problem);
  return rules.flatMap(rule => {
    const [level, options] = settingOf(config.rules?.[rule.id] ?? (rule.on ? 'on' : 'off'));
    if (level === 'off') return [];
    const severity = level === 'on' ? rule.severity : level;
    return [{ rule, severity, options: { ...rule.options, ...options } }];
  });
}

const settingOf = (setting: RuleSetting): readonly [Severity | 'on' | 'off', RuleOptions] =>
  typeof setting === 'string' ? [setting, {}] : setting;

/** What is wrong with a configuration, in a clause; null where nothing is. */
export function configProblem(rules: readonly DescribedRule[], config: AuditConfig): string | null {
  const byId = new Map(rules.map(rule => [rule.id, rule]));
  for (const [id, setting] of Object.entries(config.rules ?? {})) {
    const rule = byId.get(id);
    if (!rule) return `there is no rule "${id}"`;
    const problem = settingProblem(rule, setting);
    if (problem) return `rule "${id}": ${problem}`;
  }
  return null;
}

const levels: readonly unknown[] = [...severities, 'on', 'off'];

function settingProblem(rule: DescribedRule, setting: unknown): string | null {
  const [level, options = {}, ...others] = Array.isArray(setting) ? setting : [setting];
  if (!levels.includes(level) || others.length > 0)
    return `not one of ${levels.join(', ')}, or a list of one of them and options`;
  if (typeof options !== 'object' || options === null) return 'its options are not an object';
  for (const [name, value] of Object.entries(options)) {
    const usual = rule.options[name];
    if (usual === undefined) return `no option "${name}"`;
    if (typeof value !== typeof usual) return `option "${name}" is not a ${typeof usual}`;
    const most = /share$/i.test(name) ? 1 : Number.POSITIVE_INFINITY;
    if (typeof value === 'number' && !(value >= 0 && value <= most))
      return `option "${name}" is not ${most === 1 ? 'a share from 0 to 1' : 'a number from 0 on'}`;
  }
  return null;
}
