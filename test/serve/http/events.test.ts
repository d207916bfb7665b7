import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import type { Change } from '../../../src/domain/index.ts';
import { createPipeline } from '../../../src/pipeline.ts';
import { createDesk } from '../../../src/serve/desk/create-desk.ts';
import { defaultSettings, listen, type ServeSettings } from '../../../src/serve/http/index.ts';
import type { Services } from '../../../src/serve/services.ts';
import { openStore } from '../../../src/store/index.ts';
import { type Listener, listenTo } from './listening.ts';
import { appFor, bridge, denial, type Ending, ferry, lastFirst, openServices, sent } from './serving.ts';

const serving = async (t: Ending, services: Services, settings: Partial<ServeSettings> = {}) => {
  const closing = new AbortController();
  const all = { ...defaultSettings, ...settings, port: 0, closing: closing.signal };
  const server = await listen(appFor(services, all), all);
  const end = async () => {
    closing.abort();
    await server.close();
  };
  t.after(end);
  return { url: `${server.url}/api/v1`, end };
};

const changeIn = ({ data }: { readonly data: string }): Change => JSON.parse(data);

/** Listens from now on. */
async function listener(t: Ending, url: string, headers = {}): Promise<Listener> {
  const own = await listenTo(url, headers);
  t.after(own.stop);
  assert.equal((await own.next()).event, 'hello');
  return own;
}

test('a listener hears of each change as it is made, with its number', async context => {
  const t = lastFirst(context);
  const services = await openServices(t);
  const { url } = await serving(t, services, { pollMilliseconds: 3_600_000 });
  const [one, other] = [await listener(t, `${url}/events`), await listener(t, `${url}/events`)];
  assert.equal((await fetch(`${url}/articles`, sent(bridge))).status, 201);
  const log = await services.store.changes({ after: 0, limit: 100 });
  assert.ok(log.length > 1);
  for (const own of [one, other])
    for (const change of log) {
      const heard = await own.next();
      assert.equal(heard.event, 'change');
      assert.equal(heard.id, String(change.seq));
      assert.deepEqual(changeIn(heard), change);
    }
});

test('a listener that comes back hears what it missed, once', async context => {
  const t = lastFirst(context);
  const services = await openServices(t);
  const { url } = await serving(t, services);
  await fetch(`${url}/articles`, sent([bridge, ferry]));
  const log = await services.store.changes({ after: 0, limit: 100 });
  const back = await listener(t, `${url}/events?after=0`, { 'Last-Event-ID': String(log[1]!.seq) });
  for (const change of log.slice(2)) assert.equal((await back.next()).id, String(change.seq));
  const first = await listener(t, `${url}/events?after=0`);
  for (const change of log) assert.equal((await first.next()).id, String(change.seq));
  await fetch(`${url}/articles`, sent(denial));
  const [next] = await services.store.changes({ after: log.at(-1)!.seq, limit: 1 });
  assert.equal((await back.next()).id, String(next!.seq));
  assert.equal((await first.next()).id, String(next!.seq));
});

test('a listener may hear of one story, or of one kind of change', async context => {
  const t = lastFirst(context);
  const services = await openServices(t);
  const { url } = await serving(t, services);
  const added = await fetch(`${url}/articles`, sent(bridge));
  const { storyId } = (await added.json()) as { storyId: string };
  const moves = await listener(t, `${url}/events?kind=standing&storyId=${storyId}`);
  const quarry =
    'Quarry reopens\n\nThe quarry at Tarn Hollow will hire forty people, its owner Gus Merrow said on Friday.\n';
  await fetch(`${url}/articles`, sent({ text: quarry, outlet: 'Hill Gazette', published: '2023-05-05' }));
  await fetch(`${url}/articles`, sent(denial));
  const change = changeIn(await moves.next());
  assert.equal(change.storyId, storyId);
  assert.equal(change.event.kind, 'standing');
});

test('what another process commits is heard too', async context => {
  const t = lastFirst(context);
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-events-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const address = join(folder, 'shared.db');
  const clock = () => new Date();
  const pipeline = createPipeline();
  const deskOn = async () => {
    const store = await openStore(address);
    const desk = createDesk({ store, pipeline, clock, threads: 0 });
    t.after(async () => {
      await desk.close();
      await store.close();
    });
    return { store, desk, pipeline, clock };
  };
  const [here, elsewhere] = [await deskOn(), await deskOn()];
  const { url } = await serving(t, here, { pollMilliseconds: 20 });
  const own = await listener(t, `${url}/events`);
  const read = pipeline.readRecord(bridge);
  assert.ok(read.ok);
  await elsewhere.desk.add([read.article]);
  assert.equal(changeIn(await own.next()).event.kind, 'article-added');
});

test('many listeners ask the store no more often than one, and nobody asks when none is left', async context => {
  const t = lastFirst(context);
  const services = await openServices(t);
  let asked = 0;
  const store = {
    ...services.store,
    changes: (query: Parameters<typeof services.store.changes>[0]) => {
      asked++;
      return services.store.changes(query);
    },
  };
  const { url } = await serving(t, { ...services, store });
  const all = await Promise.all(Array.from({ length: 20 }, () => listener(t, `${url}/events`)));
  await services.store.setMark('quiet', 1);
  asked = 0;
  await fetch(`${url}/articles`, sent(bridge));
  await Promise.all(all.map(own => own.next()));
  assert.ok(asked < 20, `${asked} questions for 20 listeners`);
});

test('a quiet stream shows that it is alive', async context => {
  const t = lastFirst(context);
  const services = await openServices(t);
  const { url } = await serving(t, services, { heartbeatMilliseconds: 10 });
  const own = await listener(t, `${url}/events`);
  setTimeout(() => void fetch(`${url}/articles`, sent(bridge)), 200);
  await own.next();
  assert.ok(own.comments() > 0);
});

test('a server that closes ends its streams', async context => {
  const t = lastFirst(context);
  const services = await openServices(t);
  const { url, end } = await serving(t, services);
  const own = await listener(t, `${url}/events`);
  const [, ended] = await Promise.all([end(), own.ended().then(() => 'ended')]);
  assert.equal(ended, 'ended');
});

test('no more listen than there is room for, and who leaves makes room', async context => {
  const t = lastFirst(context);
  const services = await openServices(t);
  const { url } = await serving(t, services, { mostListeners: 1 });
  for (let time = 0; time < 3; time++)
    assert.equal((await fetch(`${url}/events`, { method: 'HEAD' })).status, 200);
  const own = await listener(t, `${url}/events`);
  const refused = await fetch(`${url}/events`);
  assert.equal(refused.status, 503);
  assert.equal(((await refused.json()) as { code: string }).code, 'too-many-listeners');
  own.stop();
  let status = 503;
  while (status === 503) {
    await new Promise(resolve => setTimeout(resolve, 10));
    const again = new AbortController();
    status = (await fetch(`${url}/events`, { signal: again.signal })).status;
    again.abort();
  }
  assert.equal(status, 200);
});
