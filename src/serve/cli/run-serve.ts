import { setFlagsFromString } from 'node:v8';
import { createPipeline } from '../../pipeline.ts';
import { type Store, shownAddress } from '../../store/index.ts';
import { createDesk } from '../desk/create-desk.ts';
import { createApp, defaultSettings, isLoopbackHost, listen, type ServeSettings } from '../http/index.ts';
import type { Services } from '../services.ts';
import { type AlertSink, createWatcher, printSink, type Watcher } from '../watch/index.ts';
import { warmUp } from '../web/index.ts';
import { insideHosts } from './inside-hosts.ts';
import { whenInterrupted } from './interrupts.ts';
import { write } from './output.ts';
import { openNamedStore, type StoreOption } from './store-option.ts';
import { UsageError } from './usage-error.ts';
import { userAgent } from './version.ts';
import { watchLine } from './watch-line.ts';
import { type WebhookOptions, webhookSinks } from './webhook-option.ts';

export type ServeOptions = StoreOption &
  WebhookOptions & {
    readonly port: number;
    readonly host: string;
    readonly watch?: boolean;
    readonly feedHost?: readonly string[];
    readonly requireToken?: boolean;
    readonly allowHost?: readonly string[];
    readonly trustProxy?: boolean;
    readonly rate: number;
    readonly threads: number;
  };

/** `hearsay serve`: until it is interrupted. Gives the exit code. */
export async function runServe(options: ServeOptions): Promise<number> {
  // Runs for days: new objects get a small room that is swept often, which takes a quarter less memory.
  setFlagsFromString('--semi-space-growth-factor=1');
  const closing = new AbortController();
  const settings = settingsOf(options, closing.signal);
  const watch = await watchOf(options);
  const store = await openNamedStore(options);
  try {
    if (!settings.open) await demandToken(store, options);
    const clock = () => new Date();
    const pipeline = createPipeline();
    const desk = createDesk({ store, pipeline, clock, threads: options.threads });
    try {
      await serveUntilInterrupted({ store, desk, pipeline, clock }, settings, options, watch, closing);
    } finally {
      await desk.close();
    }
  } finally {
    await store.close();
  }
  return 0;
}

function settingsOf(options: ServeOptions, closing: AbortSignal): ServeSettings {
  const { store, host, port, requireToken = false, allowHost = [], trustProxy = false, rate } = options;
  const isInside = isLoopbackHost(host);
  return {
    ...defaultSettings,
    host,
    port,
    open: isInside && !requireToken && !trustProxy && allowHost.length === 0,
    names: isInside || allowHost.length > 0 ? allowHost.map(name => name.toLowerCase()) : null,
    trustProxy,
    requestsPerMinute: rate,
    store: shownAddress(store) === store ? store : null,
    closing,
  };
}

/** How feeds are watched beside; null where they are not. */
type WatchWish = { readonly allowHosts: readonly string[]; readonly webhook: readonly AlertSink[] } | null;

async function watchOf(options: ServeOptions): Promise<WatchWish> {
  if (options.watch)
    return {
      allowHosts: insideHosts('--feed-host', options.feedHost),
      webhook: await webhookSinks(options),
    };
  if (options.webhook !== undefined)
    throw new UsageError('--webhook posts the alerts of a watch; add --watch');
  if (options.feedHost !== undefined)
    throw new UsageError('--feed-host says where a watch may fetch from; add --watch');
  return null;
}

async function demandToken(store: Store, { store: address }: StoreOption): Promise<void> {
  if ((await store.tokens()).some(({ revokedAt }) => revokedAt === null)) return;
  throw new UsageError(
    'nobody is let in without a token, and there is none; ' +
      `make one: hearsay token add NAME --role admin --store ${shownAddress(address)}`,
  );
}

async function serveUntilInterrupted(
  services: Services,
  settings: ServeSettings,
  { store }: StoreOption,
  watch: WatchWish,
  closing: AbortController,
): Promise<void> {
  const server = await listen(createApp(services, settings), settings).catch(error => {
    throw new UsageError(whyNot(error, settings));
  });
  const watcher = watch && startWatcher(services, watch);
  await write(`hearsay: ${server.url} shows what is in ${shownAddress(store)}; Ctrl-C ends it\n`);
  const warmingUp = warmUp(services.store, closing.signal);
  await new Promise<void>(resolve => {
    whenInterrupted(resolve);
  });
  closing.abort();
  await Promise.all([server.close(), watcher?.stop(), warmingUp]);
}

function startWatcher(services: Services, { allowHosts, webhook }: NonNullable<WatchWish>): Watcher {
  const watcher = createWatcher(services, {
    userAgent: userAgent(),
    allowHosts,
    sinks: [printSink('text', write), ...webhook],
    onEvent: event => void process.stderr.write(`${watchLine(event)}\n`),
  });
  watcher.start();
  return watcher;
}

function whyNot(error: NodeJS.ErrnoException, { host, port }: ServeSettings): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${port} of ${host} is taken by another program; choose another --port`;
    case 'EACCES':
      return `no permission to listen at port ${port}; choose a --port above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine; choose another --host`;
    default:
      return `cannot listen at ${host}:${port} (${error.message}); choose another --host or --port`;
  }
}
