import type { AuditedAccount, RuleDescription } from '../../domain/index.ts';
import type { TextOptions } from '../text/print.ts';
import { printGithub } from './github.ts';
import { printSarif } from './sarif.ts';
import { printFindings } from './text.ts';

/** Every form in which findings are printed. */
export const findingFormats = ['text', 'json', 'sarif', 'github'] as const;
export type FindingFormat = (typeof findingFormats)[number];

/** What findings are printed with: `rules` and `version` matter to SARIF, width and colour to text. */
export type FindingOptions = TextOptions & {
  readonly rules: readonly RuleDescription[];
  readonly version: string;
};

/** What an audit found, as a person or a program reads it; ends with a line break unless it is empty. */
export function renderFindings(
  accounts: readonly AuditedAccount[],
  format: FindingFormat,
  options: FindingOptions,
): string {
  switch (format) {
    case 'text':
      return printFindings(accounts, options);
    case 'json':
      return `${JSON.stringify(accounts, null, 2)}\n`;
    case 'sarif':
      return printSarif(accounts, options.rules, options.version);
    case 'github':
      return printGithub(accounts);
  }
}
