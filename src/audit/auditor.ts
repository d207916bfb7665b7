import type { AuditConfig, Finding, Ignore, RuleDescription } from '../domain/index.ts';
import { type AuditContext, type AuditInput, createContextMaker } from './context.ts';
import { blockOf, commentsIn, ignoreProblem } from './ignores.ts';
import { type DescribedRule, loadPacks } from './packs.ts';
import { createPlaces, type Places } from './places.ts';
import type { Violation } from './rule.ts';
import { type ActiveRule, activeRules, configProblem } from './settings.ts';

export type Auditor = {
  /** The findings in one article, in order of place. Pure. A configuration that has a problem is a RangeError. */
  readonly audit: (input: AuditInput, config?: AuditConfig) => Finding[];
  /** Every rule that there is, on or off. */
  readonly rules: readonly RuleDescription[];
  /** What is wrong with a configuration, in a clause; null where nothing is. */
  readonly problemOf: (config: AuditConfig) => string | null;
};

/** Loads the rules and their vocabulary, once. */
export function createAuditor(): Auditor {
  const packs = loadPacks();
  const contextOf = createContextMaker([...new Set(packs.flatMap(({ lexicons = [] }) => lexicons))]);
  return {
    rules: packs.map(({ check, lexicons, ...description }) => description),
    problemOf: config => configProblem(packs, config),
    audit: (input, config = {}) => {
      const { article } = input.reading;
      const context = contextOf(input);
      const places = createPlaces(article, input.source ?? article.text);
      const active = activeRules(packs, config);
      const found = active.flatMap(each =>
        each.rule.check(context, each.options).map(violation => findingOf(context, places, each, violation)),
      );
      const ignores = [...(config.ignores ?? []), ...ignoresIn(input.source ?? article.text, places)];
      const { kept, unused } = heed(context, ignores, active, found);
      return [...kept, ...reportUnused(context, places, active, unused)].sort(byPlace);
    },
  };
}

const byPlace = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end;

const ignoresIn = (source: string, { offsetOf }: Places): Ignore[] =>
  commentsIn(source).map(comment => ({ rule: comment.rule, reason: comment.reason, at: offsetOf(comment) }));

type Unused = { readonly ignore: Ignore; readonly problem: string };

/** Leaves out the findings that are ignored, and tells which ignores did nothing. */
function heed(
  { reading }: AuditContext,
  ignores: readonly Ignore[],
  active: readonly ActiveRule[],
  found: readonly Finding[],
): { readonly kept: readonly Finding[]; readonly unused: readonly Unused[] } {
  const { blocks } = reading.article;
  const running = new Set(active.map(({ rule }) => rule.id));
  const ignored = new Set<Finding>();
  const unused = ignores.flatMap((ignore): Unused[] => {
    const problem = ignoreProblem(ignore, running);
    if (problem) return [{ ignore, problem }];
    const block = blocks[blockOf(blocks, ignore)];
    const meant = found.filter(
      ({ rule, span }) =>
        block && rule === ignore.rule && block.start <= span.start && span.start < block.end,
    );
    for (const finding of meant) ignored.add(finding);
    return meant.length > 0 ? [] : [{ ignore, problem: 'ignores nothing' }];
  });
  return { kept: found.filter(finding => !ignored.has(finding)), unused };
}

/** The rule on ignores itself. */
function reportUnused(
  context: AuditContext,
  places: Places,
  active: readonly ActiveRule[],
  unused: readonly Unused[],
): Finding[] {
  const each = active.find(({ rule }) => rule.id === 'unused-ignore');
  const { blocks } = context.reading.article;
  return unused.flatMap(({ ignore, problem }) => {
    const span = blocks[blockOf(blocks, ignore)] ?? blocks.at(-1);
    const facts = { rule: ignore.rule, problem };
    return each && span ? [findingOf(context, places, each, { span, facts })] : [];
  });
}

function findingOf(
  context: AuditContext,
  { placeOf }: Places,
  { rule, severity }: ActiveRule,
  { span: { start, end }, facts = {}, related = [] }: Violation,
): Finding {
  const [first, last] = [placeOf(start), placeOf(end - 1)];
  return {
    rule: rule.id,
    severity,
    span: { start, end },
    ...first,
    endLine: last.line,
    endColumn: last.column + 1,
    message: filled(rule, { words: context.textOf({ start, end }), ...facts }),
    why: rule.why,
    advice: rule.advice,
    related: related.map(({ start, end }) => ({ start, end })),
  };
}

const filled = ({ message }: DescribedRule, facts: Readonly<Record<string, string | number>>): string =>
  message.replace(/\{(\w+)\}/g, (slot, name: string) => shortened(String(facts[name] ?? slot)));

/** Long words are cut in their middle, at a space. */
function shortened(words: string): string {
  const limit = 120;
  if (words.length <= limit) return words;
  const head = words.slice(0, limit / 2).replace(/\s+\S*$/, '');
  const tail = words.slice(-limit / 2).replace(/^\S*\s+/, '');
  return `${head} … ${tail}`;
}
