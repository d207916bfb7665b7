import { textOf } from '../../src/domain/index.ts';
import type { AuditConfig, Finding, Reading } from '../../src/index.ts';
import { createPipeline } from '../../src/index.ts';

const { read, parse, extract, audit, auditRules } = createPipeline();

export const rules = auditRules();

const readingOf = (text: string): Reading => {
  const name = text.startsWith('# ') ? 'case.md' : '-';
  const result = read({ name, bytes: Buffer.from(text) });
  if (!result.ok) throw new Error(result.problem.reason);
  return extract(parse(result.article));
};

/** The configuration under which one rule runs alone. */
export const only = (rule: string): AuditConfig => ({
  rules: Object.fromEntries(rules.map(({ id }) => [id, id === rule ? 'on' : 'off'])),
});

/**
 * What an audit finds in a draft. Accounts that it is held against follow it, each after a line `--- against`, and may have
 * an outlet: `--- against The Courier`.
 */
export function audited(
  input: string,
  config: AuditConfig,
): { readonly text: string; readonly findings: Finding[] } {
  const [draft = '', ...others] = input.split(/^--- against\b.*$/m);
  const outlets = [...input.matchAll(/^--- against *(.*)$/gm)].map(([, outlet = '']) => outlet.trim());
  const against = others.map((text, at) => withOutlet(readingOf(text), outlets[at]!));
  const reading = readingOf(draft);
  return { text: reading.article.text, findings: audit(reading, config, { against, source: draft }) };
}

const withOutlet = (reading: Reading, outlet: string): Reading =>
  outlet === '' ? reading : { ...reading, article: { ...reading.article, outlet } };

/** The words of each finding of one rule, a line each; "nothing" where there is none. */
export function found(input: string, rule: string): string {
  const { text, findings } = audited(input, only(rule));
  const words = findings.map(({ span }) => textOf(text, span).replace(/\s+/g, ' '));
  return words.length > 0 ? words.join('\n') : 'nothing';
}
