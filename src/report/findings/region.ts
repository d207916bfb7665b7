import type { AuditedAccount, Finding } from '../../domain/index.ts';

export type Region = Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'>;

/** Where a finding stands in the named file: in JSON lines, somewhere on the article’s line. */
export const regionOf = ({ inputLine }: AuditedAccount, finding: Finding): Region =>
  inputLine === null ? finding : { line: inputLine, column: 1, endLine: inputLine, endColumn: 2 };
