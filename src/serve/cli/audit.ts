import { readFileSync } from 'node:fs';
import type { AuditConfig, AuditedAccount, Reading, Severity } from '../../domain/index.ts';
import { createPipeline, type Pipeline } from '../../pipeline.ts';
import { type FindingFormat, renderFindings } from '../../report/index.ts';
import { loadConfig } from './audit-config.ts';
import { write } from './output.ts';
import { type Account, type AccountOptions, readingOf } from './records.ts';
import { textOptions } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { packageVersion } from './version.ts';
import { createWork, eachMade, exitCode } from './work.ts';

export type AuditOptions = AccountOptions & {
  readonly format?: FindingFormat;
  readonly config?: string;
  readonly maxWarnings?: number;
  readonly explain?: string;
  readonly against?: readonly string[];
};

/** `hearsay audit`: what the rules on sourcing find. Gives the exit code: 1 where an error is found, or too many warnings. */
export async function runAudit(files: readonly string[], options: AuditOptions): Promise<number> {
  const pipeline = createPipeline();
  if (options.explain !== undefined) return explain(pipeline, options.explain);
  const { format = 'text', config: named, maxWarnings, against = [], ...reading } = options;
  const { config, leavesOut } = loadConfig(named, pipeline);
  if (files.length === 0 && against.length > 1 && process.stdin.isTTY)
    throw new UsageError(
      `name the article to audit before --against, which takes all files after it: ${against.join(', ')}`,
    );
  const others = await readOthers(pipeline, against, reading);
  const wanted = files.filter(file => !leavesOut(file));
  if (files.length > 0 && wanted.length === 0) return finish(pipeline, [], format, maxWarnings, 0);

  const work = await createWork(pipeline, wanted, reading, false);
  const accounts: AuditedAccount[] = [];
  const make = (account: Account) => findingsOf(pipeline, account, config, others.readings);
  for await (const { made, name, line } of eachMade(work, make))
    accounts.push({ name, inputLine: line, ...made });
  return finish(pipeline, accounts, format, maxWarnings, others.failed + work.complaints.count());
}

function findingsOf(pipeline: Pipeline, account: Account, config: AuditConfig, others: readonly Reading[]) {
  const reading = readingOf(pipeline, account);
  const bytes = account.kind === 'article' ? account.bytes : undefined;
  const source = bytes ? new TextDecoder().decode(bytes) : null;
  const against = others.filter(({ article }) => article.id !== reading.article.id);
  return { articleId: reading.article.id, findings: pipeline.audit(reading, config, { source, against }) };
}

async function finish(
  pipeline: Pipeline,
  accounts: readonly AuditedAccount[],
  format: FindingFormat,
  maxWarnings: number | undefined,
  failed: number,
): Promise<number> {
  const options = { ...textOptions(process.stdout), rules: pipeline.auditRules(), version: packageVersion() };
  await write(renderFindings(accounts, format, options));
  const count = (severity: Severity): number =>
    accounts.flatMap(({ findings }) => findings).filter(each => each.severity === severity).length;
  const warnings = count('warning');
  const isTooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (isTooMany)
    console.error(
      `hearsay: ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, and --max-warnings allows ${maxWarnings}`,
    );
  return exitCode(failed + count('error') + Number(isTooMany));
}

async function readOthers(pipeline: Pipeline, files: readonly string[], options: AccountOptions) {
  if (files.length === 0) return { readings: [], failed: 0 };
  const work = await createWork(pipeline, files, options, false);
  const readings: Reading[] = [];
  for await (const { made } of eachMade(work, account => readingOf(pipeline, account))) readings.push(made);
  return { readings, failed: work.complaints.count() };
}

/** The rule’s page, as it stands in docs. */
async function explain(pipeline: Pipeline, id: string): Promise<number> {
  const rules = pipeline.auditRules();
  if (!rules.some(rule => rule.id === id))
    throw new UsageError(`no rule "${id}"; the rules are ${rules.map(rule => rule.id).join(', ')}`);
  await write(readFileSync(new URL(`../../../docs/rules/${id}.md`, import.meta.url), 'utf8'));
  return 0;
}
