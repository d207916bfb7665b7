import type { AuditedAccount, Finding, Severity } from '../../domain/index.ts';
import type { TextOptions } from '../text/print.ts';
import { clean } from '../words.ts';
import { wrapped } from './wrapped.ts';

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 34 };

/** A person’s list: where, which rule, what was found; why it matters and what to do where a rule first comes up. */
export function printFindings(accounts: readonly AuditedAccount[], options: TextOptions): string {
  const explained = new Set<string>();
  const parts = accounts
    .filter(({ findings }) => findings.length > 0)
    .map(account => printAccount(account, explained, options));
  return [...parts, summaryOf(accounts)].join('\n');
}

function printAccount(
  { name, inputLine, findings }: AuditedAccount,
  explained: Set<string>,
  options: TextOptions,
): string {
  const paint = painter(options);
  const heading = paint(1, clean(inputLine === null ? name : `${name}:${inputLine}`));
  const lines = findings.flatMap(finding => {
    const isNew = !explained.has(finding.rule);
    explained.add(finding.rule);
    return printFinding(finding, isNew, options);
  });
  return `${[heading, ...lines].join('\n')}\n`;
}

function printFinding(finding: Finding, isNew: boolean, options: TextOptions): string[] {
  const { rule, severity, line, column, message, why, advice } = finding;
  const paint = painter(options);
  const head = `  ${line}:${column}  ${paint(colours[severity], severity)}  ${paint(1, rule)}`;
  const reasons = isNew ? [`Why: ${why}`, `Do: ${advice}`] : [];
  return [
    head,
    ...wrapped(clean(message), options.width, '    '),
    ...reasons.flatMap(reason => wrapped(reason, options.width, '    ').map(text => paint(2, text))),
  ];
}

const painter =
  ({ colour }: TextOptions) =>
  (code: number, text: string): string =>
    colour ? `\x1b[${code}m${text}\x1b[0m` : text;

/** "3 findings: 1 error, 2 warnings" */
function summaryOf(accounts: readonly AuditedAccount[]): string {
  const findings = accounts.flatMap(account => account.findings);
  const count = (severity: Severity): number => findings.filter(each => each.severity === severity).length;
  const parts = [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    count('info') > 0 ? `${count('info')} for information` : '',
  ].filter(Boolean);
  return findings.length === 0
    ? 'no findings\n'
    : `${counted(findings.length, 'finding')}: ${parts.join(', ')}\n`;
}

const counted = (count: number, noun: string): string =>
  count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
