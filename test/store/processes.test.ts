import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test, { after, before } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/store/index.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

const committer = fileURLToPath(new URL('committer.ts', import.meta.url));

let folder: string;
let server: PostgresServer;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-store-'));
  server = await startPostgres();
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

type Committer = {
  readonly process: ChildProcess;
  readonly acknowledged: string[];
  readonly firstLine: Promise<unknown>;
};

/** Starts a process that adds `count` articles to the story `name`. */
function startCommitter(address: string, name: string, count: number): Committer {
  const child = spawn(process.execPath, [committer, address, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const acknowledged: string[] = [];
  const firstLine = once(lines, 'line');
  lines.on('line', line => {
    if (line !== 'open') acknowledged.push(line);
  });
  return { process: child, acknowledged, firstLine };
}

/** Every acknowledged article is there, with its story and what was said, and nothing is half there. */
async function assertKept(address: string, acknowledged: readonly string[]): Promise<void> {
  const store = await openStore(address);
  try {
    assert.deepEqual(await store.check(), []);
    const readings = await store.readings(acknowledged);
    assert.deepEqual(
      readings.map(({ article }) => article.id),
      acknowledged,
    );
    for (const id of acknowledged) {
      const { items } = await store.statements({ articleId: id }, { limit: 5 });
      assert.equal(items.length, 2);
    }
    const changes = await store.changes({ after: 0, limit: 100_000 });
    assert.deepEqual(
      changes.map(({ seq }) => seq),
      changes.map((_, index) => index + 1),
    );
    assert.equal(await store.head(), changes.length);
    assert.equal((await store.counts()).articles, changes.length);
  } finally {
    await store.close();
  }
}

test('a process that is killed while it writes loses nothing that it acknowledged, 20 times', async () => {
  const address = join(folder, 'killed.db');
  const acknowledged: string[] = [];
  for (let round = 0; round < 20; round++) {
    const child = startCommitter(address, `round${round}`, 10_000);
    const closed = once(child.process, 'close');
    await child.firstLine;
    await wait(Math.random() * 150);
    child.process.kill('SIGKILL');
    await closed;
    acknowledged.push(...child.acknowledged);
    await assertKept(address, acknowledged);
  }
  assert.ok(acknowledged.length > 20, `only ${acknowledged.length} commits in 20 rounds`);
});

async function assertTwoWriters(address: string): Promise<void> {
  const writers = ['one', 'two'].map(name => startCommitter(address, name, 40));
  const codes = await Promise.all(writers.map(async writer => (await once(writer.process, 'close'))[0]));
  assert.deepEqual(codes, [0, 0]);
  const acknowledged = writers.flatMap(writer => writer.acknowledged);
  assert.equal(acknowledged.length, 80);
  await assertKept(address, acknowledged);
}

test('two processes that make and write one file lose nothing', () =>
  assertTwoWriters(join(folder, 'two.db')));

test('two processes that make and write one database lose nothing', async () =>
  assertTwoWriters(await server.newDatabase()));

test('two stores of one file in one process do not wait for each other without end', async () => {
  const address = join(folder, 'same.db');
  const stores = await Promise.all([openStore(address), openStore(address)]);
  await Promise.all(
    stores.flatMap(store =>
      Array.from({ length: 20 }, (_, index) => store.setMark(`reader ${index}`, index)),
    ),
  );
  assert.equal(await stores[0]!.mark('reader 19'), 19);
  for (const store of stores) await store.close();
});
