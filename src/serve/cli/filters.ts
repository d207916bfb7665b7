import { createPipeline, type Pipeline } from '../../pipeline.ts';
import { renderDoc, renderReading } from '../../report/index.ts';
import { write } from './output.ts';
import { type Account, type AccountOptions, articleOf, docOf, readingOf } from './records.ts';
import { textOptions } from './terminal.ts';
import { createWork, eachMade, exitCode } from './work.ts';

export type FilterOptions = AccountOptions & { readonly format?: 'jsonl' | 'text' };

type Filter = {
  readonly make: (pipeline: Pipeline, account: Account) => unknown;
  readonly renderText: (pipeline: Pipeline, account: Account) => string;
};

/** The commands that write something for each account. */
const filters = {
  read: { make: (_, account) => articleOf(account), renderText: (_, account) => articleOf(account).text },
  parse: { make: docOf, renderText: (...of) => renderDoc(docOf(...of), textOptions(process.stdout)) },
  extract: {
    make: readingOf,
    renderText: (...of) => renderReading(readingOf(...of), textOptions(process.stdout)),
  },
} satisfies Readonly<Record<string, Filter>>;

/** Runs a filter over its inputs, streaming: one account is in memory at a time. Gives the exit code. */
export async function runFilter(
  name: keyof typeof filters,
  files: readonly string[],
  { format, ...options }: FilterOptions,
): Promise<number> {
  const pipeline = createPipeline();
  const { make, renderText }: Filter = filters[name];
  const asText = format === 'text';
  const work = await createWork(pipeline, files, options, true);
  const render = (account: Account): string =>
    asText ? renderText(pipeline, account) : `${JSON.stringify(make(pipeline, account))}\n`;
  let isFirst = true;
  for await (const { made } of eachMade(work, render)) {
    await write(asText && !isFirst ? `\n${made}` : made);
    isFirst = false;
  }
  return exitCode(work.complaints.count());
}
