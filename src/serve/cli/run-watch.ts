import { mkdirSync } from 'node:fs';
import { createPipeline } from '../../pipeline.ts';
import { type Store, shownAddress } from '../../store/index.ts';
import { createDesk } from '../desk/create-desk.ts';
import { type AlertSink, atomFolderSink, createWatcher, printSink, type Watcher } from '../watch/index.ts';
import { feedAddresses } from './feed-addresses.ts';
import { insideHosts } from './inside-hosts.ts';
import { whenInterrupted } from './interrupts.ts';
import { write, writeOutFile } from './output.ts';
import { openNamedStore, type StoreOption } from './store-option.ts';
import { UsageError } from './usage-error.ts';
import { userAgent } from './version.ts';
import { watchLine } from './watch-line.ts';
import { type WebhookOptions, webhookSinks } from './webhook-option.ts';

export type WatchOptions = StoreOption &
  WebhookOptions & {
    readonly opml?: string;
    readonly once?: boolean;
    readonly every: number;
    readonly allowHost?: readonly string[];
    readonly alerts: 'text' | 'jsonl';
    readonly atom?: string;
  };

/** `hearsay watch`: alerts on standard output, how the feeds are on standard error. Gives the exit code. */
export async function runWatch(named: readonly string[], options: WatchOptions): Promise<number> {
  const feeds = feedAddresses(named, options.opml);
  const webhook = await webhookSinks(options);
  const allowHosts = insideHosts('--allow-host', options.allowHost);
  if (options.atom !== undefined) makeFolder(options.atom);
  const store = await openNamedStore(options);
  const clock = () => new Date();
  const pipeline = createPipeline();
  const desk = createDesk({ store, pipeline, clock, threads: 1 });
  try {
    if (feeds.length === 0 && (await store.feeds()).length === 0)
      throw new UsageError(
        `no feeds in ${shownAddress(options.store)}; name some, or add them: hearsay feeds add ADDRESS`,
      );
    const watcher = createWatcher(
      { store, desk, pipeline, clock },
      {
        userAgent: userAgent(),
        ...(feeds.length > 0 ? { feeds } : {}),
        everyMs: options.every * 60_000,
        allowHosts,
        sinks: [...sinksOf(store, options), ...webhook],
        onEvent: event => void process.stderr.write(`${watchLine(event)}\n`),
      },
    );
    return await (options.once ? lookOnce(watcher) : watchOn(watcher));
  } finally {
    await desk.close();
    await store.close();
  }
}

const sinksOf = (store: Store, { alerts, atom }: WatchOptions): AlertSink[] => [
  printSink(alerts, write),
  ...(atom === undefined ? [] : [atomFolderSink(store, atom, writeOutFile)]),
];

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(`${folder}: no folder there (${(error as Error).message}); choose another --atom`);
  }
}

async function lookOnce(watcher: Watcher): Promise<number> {
  const forget = whenInterrupted(() => void watcher.stop());
  try {
    return (await watcher.once()) ? 0 : 1;
  } finally {
    forget();
    await watcher.stop();
  }
}

async function watchOn(watcher: Watcher): Promise<number> {
  watcher.start();
  process.stderr.write('hearsay: watching; Ctrl-C ends it\n');
  await new Promise<void>(resolve => {
    whenInterrupted(resolve);
  });
  await watcher.stop();
  return 0;
}
