import type { AuditedAccount, Finding, RuleDescription, Severity } from '../../domain/index.ts';
import { clean } from '../words.ts';
import { regionOf } from './region.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS), which code hosts and editors read. `version` is the program’s. */
export function printSarif(
  accounts: readonly AuditedAccount[],
  rules: readonly RuleDescription[],
  version: string,
): string {
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'hearsay', version, rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: accounts.flatMap(account =>
          account.findings.map(finding => resultOf(account, finding, index.get(finding.rule) ?? -1)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const descriptor = ({ id, why, advice, from, severity, on }: RuleDescription) => ({
  id,
  shortDescription: { text: why },
  fullDescription: { text: from },
  help: { text: advice },
  defaultConfiguration: { level: levels[severity], enabled: on },
});

function resultOf(account: AuditedAccount, finding: Finding, ruleIndex: number) {
  const { line, column, endLine, endColumn } = regionOf(account, finding);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: clean(`${finding.message}. ${finding.advice}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(account.name) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}

/** A path as a relative reference: "drafts/a b.md" → "drafts/a%20b.md". A colon in its first part would be a scheme. */
const uriOf = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .toWellFormed()
    .split('/')
    .map(part => encodeURIComponent(part))
    .join('/');
