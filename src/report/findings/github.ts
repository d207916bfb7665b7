import type { AuditedAccount, Severity } from '../../domain/index.ts';
import { clean } from '../words.ts';
import { regionOf } from './region.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, a line each, which GitHub Actions shows beside the lines of a change. */
export const printGithub = (accounts: readonly AuditedAccount[]): string =>
  accounts
    .flatMap(account =>
      account.findings.map(finding => {
        const { line, column, endLine, endColumn } = regionOf(account, finding);
        const properties = { file: account.name, line, col: column, endLine, endColumn, title: finding.rule };
        const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
        const message = data(clean(`${finding.message}. ${finding.advice}`));
        return `::${levels[finding.severity]} ${list.join(',')}::${message}\n`;
      }),
    )
    .join('');

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
