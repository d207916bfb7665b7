import { extname } from 'node:path';
import type { Reading, Story } from '../../domain/index.ts';
import { createPipeline } from '../../pipeline.ts';
import { renderStory, type StoryFormat } from '../../report/index.ts';
import type { Place } from './complaints.ts';
import { checkOutFile, write, writeOutFile } from './output.ts';
import { type AccountOptions, readingOf } from './records.ts';
import { textOptions } from './terminal.ts';
import { createWork, eachMade, exitCode, type Work } from './work.ts';

export type StoryOptions = AccountOptions & { readonly format?: StoryFormat; readonly out?: string };

/** `hearsay align`: the accounts of one story, as one line. Gives the exit code. */
export const runAlign = (files: readonly string[], options: AccountOptions): Promise<number> =>
  withStory(files, options, story => write(`${JSON.stringify(story)}\n`));

/** `hearsay story`: the accounts of one story, as a report. Gives the exit code. */
export async function runStory(
  files: readonly string[],
  { format, out, ...options }: StoryOptions,
): Promise<number> {
  if (out === undefined)
    return withStory(files, options, story =>
      write(renderStory(story, format ?? 'text', textOptions(process.stdout))),
    );
  checkOutFile(out, files);
  return withStory(files, options, story =>
    writeOutFile(out, renderStory(story, format ?? formatFor(out), { width: 80, colour: false })),
  );
}

/** The form that a file's ending asks for. */
function formatFor(file: string): StoryFormat {
  const formats: Readonly<Record<string, StoryFormat>> = {
    '.html': 'html',
    '.htm': 'html',
    '.md': 'markdown',
    '.json': 'json',
  };
  return formats[extname(file).toLowerCase()] ?? 'text';
}

async function withStory(
  files: readonly string[],
  options: AccountOptions,
  use: (story: Story) => Promise<void> | void,
): Promise<number> {
  const pipeline = createPipeline();
  const work = await createWork(pipeline, files, options, false);
  const readings = await collectReadings(work);
  if (readings.length === 0) {
    console.error('hearsay: no account could be read, so there is no story to tell');
    return 1;
  }
  await use(pipeline.align(readings));
  return exitCode(work.complaints.count());
}

/** The readings of all accounts, each account once. */
async function collectReadings(work: Work): Promise<Reading[]> {
  const byId = new Map<string, { readonly reading: Reading; readonly place: Place }>();
  for await (const { made, name, line } of eachMade(work, account => readingOf(work.pipeline, account))) {
    const place = { name, line };
    const other = byId.get(made.article.id);
    if (other) work.complaints.add(place, sameAccount(made, other.reading, other.place));
    else byId.set(made.article.id, { reading: made, place });
  }
  return [...byId.values()].map(({ reading }) => reading);
}

const sameAccount = (one: Reading, other: Reading, { name, line }: Place) => {
  const where = line === null ? name : `${name}:${line}`;
  return one.article.text === other.article.text
    ? { reason: `the same account as ${where}, counted once`, advice: 'name each account once' }
    : { reason: `has the id of ${where}`, advice: 'give each account an id of its own' };
};
