import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Article } from '../../domain/index.ts';
import { createPipeline } from '../../pipeline.ts';
import { shownAddress } from '../../store/index.ts';
import { addEach } from '../desk/add-each.ts';
import { createDesk } from '../desk/create-desk.ts';
import type { Added, AddResult } from '../desk/desk.ts';
import { faultProblem, type Place } from './complaints.ts';
import { totalSize } from './inputs.ts';
import { write } from './output.ts';
import { type AccountOptions, articleOf } from './records.ts';
import { openNamedStore, type StoreOption, usingStore } from './store-option.ts';
import { createWork, eachMade, exitCode } from './work.ts';

export type AddOptions = AccountOptions & StoreOption & { readonly format: 'text' | 'jsonl' };

/** So many articles are added together: of each story among them its claims are found once. */
const batchSize = 256;
/** Inputs of fewer bytes are read in this thread: starting others would take longer. */
const fewBytes = 300_000;
/** In milliseconds. */
const patience = 200;

type Given = Place & { readonly made: Article };

/** `hearsay add`: a line for each article when it is safe in the store. Gives the exit code. */
export async function runAdd(files: readonly string[], options: AddOptions): Promise<number> {
  const pipeline = createPipeline();
  const store = await openNamedStore(options);
  const threads = (totalSize(files) ?? fewBytes) < fewBytes ? 0 : availableParallelism();
  const desk = createDesk({ store, pipeline, clock: () => new Date(), threads });
  const work = await createWork(pipeline, files, options, true);
  const counts = { added: 0, 'new-version': 0, known: 0 };
  const report = async (batch: readonly Given[], results: readonly AddResult[]): Promise<void> => {
    for (const [at, result] of results.entries()) {
      const given = batch[at]!;
      if (result instanceof Error) work.complaints.add(given, faultProblem(result));
      else {
        counts[result.outcome]++;
        await write(options.format === 'jsonl' ? `${JSON.stringify(result)}\n` : lineOf(given, result));
      }
    }
  };
  try {
    let last = Promise.resolve();
    for await (const batch of batchesOf(eachMade(work, articleOf))) {
      await last;
      // the next batch is read while this one is added
      const articles = batch.map(({ made }) => made);
      last = usingStore(() => addEach(desk, articles)).then(results => report(batch, results));
      last.catch(() => {});
    }
    await last;
  } finally {
    await desk.close();
    await store.close();
  }
  work.progress.clear();
  if (options.format === 'text') console.error(summary(counts, shownAddress(options.store)));
  return exitCode(work.complaints.count());
}

/** What has come so far where more is slow to come, as from `tail -f`: it should not have to wait. */
async function* batchesOf(all: AsyncGenerator<Given>): AsyncGenerator<Given[]> {
  let batch: Given[] = [];
  let next = all.next();
  for (;;) {
    const result = batch.length > 0 ? await orNothing(next) : await next;
    if (result?.done) break;
    if (result) {
      batch.push(result.value);
      next = all.next();
    }
    if (result && batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Null where it does not come soon. */
async function orNothing<Value>(coming: Promise<Value>): Promise<Value | null> {
  const waiting = new AbortController();
  const late = setTimeout(patience, null, { signal: waiting.signal }).catch(() => null);
  const value = await Promise.race([coming, late]);
  waiting.abort();
  return value;
}

const outcomeLabels: Readonly<Record<Added['outcome'], string>> = {
  added: 'added',
  'new-version': 'new version',
  known: 'known',
};

const lineOf = ({ name, line }: Place, { outcome, storyId }: Added): string =>
  `${outcomeLabels[outcome].padEnd(12)} story ${storyId}  ${name}${line === null ? '' : `:${line}`}\n`;

const summary = (counts: Readonly<Record<Added['outcome'], number>>, store: string): string =>
  `${counts.added} added, ${counts['new-version']} in a new version, ${counts.known} known already; in ${shownAddress(store)}`;
