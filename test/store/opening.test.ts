import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import pg from 'pg';
import { backupStore, openStore, StoreProblem, shownAddress } from '../../src/store/index.ts';
import { addStory, madeClaim, madeReading, madeStory } from './made.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

let folder: string;
let server: PostgresServer;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-opening-'));
  server = await startPostgres();
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.stop();
});

async function assertRefused(address: string, message: RegExp): Promise<void> {
  await assert.rejects(openStore(address), (error: unknown) => {
    assert.ok(error instanceof StoreProblem, String(error));
    assert.match(error.message, message);
    assert.ok(error.advice.length > 0);
    return true;
  });
}

async function asked(address: string, ...queries: readonly string[]): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  for (const query of queries) await client.query(query);
  await client.end();
}

const account = madeReading('a', {
  sayings: [{ speaker: 'Kit Moor', named: true, words: 'the lock was changed' }],
});
const story = madeStory('s', [account], [madeClaim('c', [account])]);

test('a file that is no store of ours is refused by what it is', async () => {
  const text = join(folder, 'notes.txt');
  writeFileSync(
    text,
    'These are notes, and long enough to be taken for the head of a database file. '.repeat(20),
  );
  await assertRefused(text, /notes\.txt is not a database/);
  const other = join(folder, 'other.db');
  const database = new Database(other);
  database.exec('create table things (name text)');
  database.close();
  await assertRefused(other, /other\.db is a database of another program/);
  await assertRefused(folder, /cannot be opened/);
  await assertRefused('', /has no name/);
  assert.equal(readFileSync(text, 'utf8').startsWith('These are notes'), true);
});

test('a file that cannot be made is refused by its name', async () => {
  await assertRefused(join(folder, 'nowhere', 'store.db'), /nowhere.store\.db cannot be opened/);
  await assertRefused('/dev/null/store.db', /store\.db cannot be opened/);
});

test('a database that cannot be reached is refused without showing the password', async () => {
  const address = await server.newDatabase();
  const wrong = address.replace('only-for-tests', 'a-wrong-one');
  await assertRefused(wrong, /lets nobody in with this name and password/);
  await assert.rejects(
    openStore(wrong),
    error => error instanceof Error && !error.message.includes('a-wrong-one'),
  );
  await assertRefused(address.replace(/\/\w+$/, '/nowhere'), /there is no such database/);
  await assertRefused(
    'postgres://me@127.0.0.1:1/store',
    /no server answers at postgres:\/\/me@127\.0\.0\.1:1/,
  );
  await assertRefused('postgres://', /postgres/);
  await asked(address, `create database narrow encoding 'SQL_ASCII' template template0`);
  await assertRefused(address.replace(/\/\w+$/, '/narrow'), /keeps text as SQL_ASCII/);
});

test('a store that a newer version has written is refused by both engines', async () => {
  const file = join(folder, 'newer.db');
  await (await openStore(file)).close();
  const later = `insert into kysely_migration values ('9999-later', '2099-01-01T00:00:00Z')`;
  const database = new Database(file);
  database.exec(later);
  database.close();
  await assertRefused(file, /written by a newer version of Hearsay \(its tables are of “9999-later”/);

  const address = await server.newDatabase();
  await (await openStore(address)).close();
  await asked(address, 'set search_path = hearsay', later);
  await assertRefused(address, /written by a newer version of Hearsay/);
});

test('a store that was written by the first version is opened, and written on', async () => {
  const file = join(folder, 'first.db');
  writeFileSync(file, gunzipSync(readFileSync(new URL('version-1.db.gz', import.meta.url))));
  const store = await openStore(file);
  assert.deepEqual((await store.story('s'))?.story, story);
  assert.equal((await store.statements({ words: 'locks changing' }, { limit: 5 })).items.length, 1);
  await addStory(store, madeStory('t', [madeReading('b')]));
  assert.deepEqual(await store.check(), []);
  await store.close();
});

test('a database may hold tables of others beside the store', async () => {
  const address = await server.newDatabase();
  await asked(address, 'create table articles (id int)', 'create table kysely_migration (name text)');
  for (let times = 0; times < 2; times++) {
    const store = await openStore(address);
    assert.deepEqual(await store.check(), []);
    await store.close();
  }
});

test('what is damaged is found by the check', async () => {
  const file = join(folder, 'damaged.db');
  const store = await openStore(file);
  await addStory(store, story);
  const faultsAfter = async (change: string): Promise<readonly string[]> => {
    const database = new Database(file);
    database.pragma('foreign_keys = OFF');
    database.exec(change);
    database.close();
    return store.check();
  };
  assert.deepEqual(await faultsAfter(`update claims set "storyId" = 'x'`), [
    'story s: its claims are not those that are listed',
  ]);
  await faultsAfter(`update claims set "storyId" = 's'`);
  assert.deepEqual(await faultsAfter('update sources set statements = 5'), [
    'source person:kit-moor: its statements are miscounted',
  ]);
  assert.match(
    (await faultsAfter('delete from statements')).join('\n'),
    /article a: its statements are not those/,
  );
  assert.match(
    (await faultsAfter(`update versions set reading = 'x'`)).join('\n'),
    /article a: its reading cannot be read/,
  );
  assert.match((await faultsAfter('delete from stories')).join('\n'), /article a: its story is not there/);
  await store.close();
});

test('a store is copied while it is written, and the copy is a store', async () => {
  const [file, copy] = [join(folder, 'busy.db'), join(folder, 'copy.db')];
  const store = await openStore(file);
  await addStory(store, story);
  await backupStore(file, copy);
  await addStory(store, madeStory('t', [madeReading('b')]));
  const copied = await openStore(copy);
  assert.deepEqual(await copied.check(), []);
  assert.deepEqual((await copied.story('s'))?.story, story);
  assert.equal((await copied.statements({ speaker: 'moor' }, { limit: 5 })).items.length, 1);
  assert.equal((await copied.counts()).articles, 1);
  await Promise.all([copied.close(), store.close()]);
});

test('a copy is not made of nothing, nor over a file that is there', async () => {
  const file = join(folder, 'there.db');
  await (await openStore(file)).close();
  await assert.rejects(
    backupStore(join(folder, 'absent.db'), join(folder, 'x.db')),
    /there is no .*absent\.db/,
  );
  await assert.rejects(backupStore(file, file), /is there already/);
  await assert.rejects(backupStore('postgres://me@host/store', join(folder, 'x.db')), /pg_dump|PostgreSQL/);
  await assert.rejects(
    backupStore(file, join(folder, 'kept', 'copy.db')),
    /kept.copy\.db.* cannot be opened/,
  );
  mkdirSync(join(folder, 'kept'));
  await backupStore(file, join(folder, 'kept', 'copy.db'));
  await (await openStore(join(folder, 'kept', 'copy.db'))).close();
});

test('nothing is acknowledged that goes into a file which was removed or replaced', async () => {
  const file = join(folder, 'removed.db');
  const store = await openStore(file);
  await addStory(store, story);
  rmSync(file);
  const other = madeStory('t', [madeReading('b')]);
  await assert.rejects(addStory(store, other), /removed\.db was moved or removed/);
  writeFileSync(file, '');
  await assert.rejects(addStory(store, other), /removed\.db was moved or removed/);
  await store.close();
});

test('no address is shown with a password, wherever that stands in it', () => {
  for (const [address, shown] of [
    ['postgres://desk:secret@host/hearsay', 'postgres://desk@host/hearsay'],
    ['postgres://desk:se@cr/et@host/hearsay', 'postgres://desk@host/hearsay'],
    ['postgres://host/hearsay?user=a&password=secret&x=1', 'postgres://host/hearsay?user=a&password=…&x=1'],
    ['postgres://desk@host/hearsay', 'postgres://desk@host/hearsay'],
    ['news:today@desk.db', 'news:today@desk.db'],
  ] as const)
    assert.equal(shownAddress(address), shown);
});
