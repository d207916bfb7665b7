import type { AuditConfig, CharSpan, Finding, RuleDescription } from '../domain/index.ts';
import { type AuditContext, type AuditInput, createContextMaker } from './context.ts';
import { loadPacks } from './packs.ts';
import type { Violation } from './rule.ts';
import { type ActiveRule, activeRules } from './settings.ts';

export type Auditor = {
  /** The findings in one article, in order of place. Pure. A configuration that names what there is not is a RangeError. */
  readonly audit: (input: AuditInput, config?: AuditConfig) => Finding[];
  /** Every rule that there is, on or off. */
  readonly rules: readonly RuleDescription[];
};

/** Loads the rules and their vocabulary, once. */
export function createAuditor(): Auditor {
  const packs = loadPacks();
  const contextOf = createContextMaker([...new Set(packs.flatMap(({ lexicons = [] }) => lexicons))]);
  const audit: Auditor['audit'] = (input, config = {}) => {
    const context = contextOf(input);
    const found = activeRules(packs, config).flatMap(active =>
      active.rule.check(context, active.options).map(violation => findingOf(context, active, violation)),
    );
    return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  };
  return { audit, rules: packs.map(({ check, lexicons, ...description }) => description) };
}

function findingOf(context: AuditContext, { rule, severity }: ActiveRule, violation: Violation): Finding {
  const { span, facts = {}, related = [] } = violation;
  return {
    rule: rule.id,
    severity,
    span,
    ...placeIn(context.text, span),
    message: filled(rule.message, { words: shortened(context.textOf(span)), ...facts }),
    why: rule.why,
    advice: rule.advice,
    related,
  };
}

/** Line and column of where a span starts, counted from 1. */
function placeIn(text: string, { start }: CharSpan): { line: number; column: number } {
  const before = text.slice(0, start).split(/\r\n|\r|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

const filled = (message: string, facts: Readonly<Record<string, string | number>>): string =>
  message.replace(/\{(\w+)\}/g, (slot, name: string) => String(facts[name] ?? slot));

/** Long words are cut in their middle, at a space. */
function shortened(words: string): string {
  const limit = 120;
  if (words.length <= limit) return words;
  const head = words.slice(0, limit / 2).replace(/\s+\S*$/, '');
  const tail = words.slice(-limit / 2).replace(/^\S*\s+/, '');
  return `${head} … ${tail}`;
}
