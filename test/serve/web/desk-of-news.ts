import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPipeline, type Pipeline } from '../../../src/pipeline.ts';
import { createDesk } from '../../../src/serve/desk/create-desk.ts';
import { createApp, defaultSettings, listen } from '../../../src/serve/http/index.ts';
import type { Services } from '../../../src/serve/services.ts';
import { openStore } from '../../../src/store/index.ts';

const examples = new URL('../../../examples/iran-musk-meeting/', import.meta.url);

/** The accounts that stand among the examples, as files; 4 is the denial. */
export const accounts = readdirSync(examples)
  .filter(name => /^\d/.test(name))
  .sort()
  .map(name => readFileSync(new URL(name, examples), 'utf8'));

/** A desk on a store of its own, and the app before it; `accountsIn` are added first. */
export async function openDesk(accountsIn: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-web-'));
  const store = await openStore(join(folder, 'kept.db'));
  const pipeline = createPipeline();
  let now = Date.UTC(2026, 0, 5, 9);
  const clock = () => {
    now += 60_000;
    return new Date(now);
  };
  const services: Services = {
    store,
    pipeline,
    clock,
    desk: createDesk({ store, pipeline, clock, threads: 0 }),
  };
  for (const text of accountsIn) await services.desk.add([articleFrom(pipeline, text)]);
  const close = async () => {
    await services.desk.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { services, app: createApp(services, { ...defaultSettings, requestsPerMinute: 0 }), close };
}

export function articleFrom(pipeline: Pipeline, text: string) {
  const read = pipeline.read({ name: '-', bytes: new TextEncoder().encode(text) });
  if (!read.ok) throw new Error(read.problem.reason);
  return read.article;
}

/** The same, listening on this machine only. */
export async function serveDesk(accountsIn: readonly string[] = []) {
  const { services, close } = await openDesk(accountsIn);
  const closing = new AbortController();
  const settings = { ...defaultSettings, port: 0, requestsPerMinute: 0, closing: closing.signal };
  const server = await listen(createApp(services, settings), settings);
  return {
    services,
    url: server.url,
    close: async () => {
      closing.abort();
      await server.close();
      await close();
    },
  };
}
