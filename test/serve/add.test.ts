import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { openStore } from '../../src/store/index.ts';
import { bridgeAccount, ferryAccount, recordOf } from './accounts.ts';
import { folderWith, hearsay, outcomeOf, start, valuesOf } from './command.ts';

test('add says what became of each article, and the second time that nothing did', async context => {
  const cwd = folderWith(context, { 'bridge.txt': bridgeAccount, 'ferry.txt': ferryAccount });
  const args = ['add', 'bridge.txt', 'ferry.txt'];
  const first = await hearsay(args, { cwd });
  assert.deepEqual([first.code, first.stdout.split('\n').length], [0, 3]);
  assert.match(
    first.stdout,
    /^added +story [0-9a-f]+ {2}bridge\.txt\nadded +story [0-9a-f]+ {2}ferry\.txt\n$/,
  );
  assert.equal(first.stderr, '2 added, 0 in a new version, 0 known already; in hearsay.db\n');
  const second = await hearsay([...args, '--format', 'jsonl'], { cwd });
  assert.deepEqual(
    (valuesOf(second.stdout) as { outcome: string; version: number }[]).map(each => [
      each.outcome,
      each.version,
    ]),
    [
      ['known', 1],
      ['known', 1],
    ],
  );
  assert.deepEqual([second.code, second.stderr], [0, '']);
});

test('add complains of what it cannot read and keeps the rest', async context => {
  const cwd = folderWith(context, {});
  const input = `${recordOf('1', bridgeAccount)}{"id": "2"}\n${recordOf('3', ferryAccount)}`;
  const { code, stdout, stderr } = await hearsay(['add', '--store', 'own.db'], { cwd, input });
  assert.equal(code, 1);
  assert.match(stderr, /^hearsay: standard input:2: no "text"; .*\n2 added, /);
  assert.equal(stdout.split('\n').length, 3);
  assert.ok(existsSync(join(cwd, 'own.db')));
});

test('what comes slowly is written as it comes', async context => {
  const cwd = folderWith(context, {});
  const child = start(['add'], { cwd });
  const outcome = outcomeOf(child);
  const lines = createInterface({ input: child.stdout! });
  child.stdin!.write(recordOf('1', bridgeAccount));
  const [line] = (await once(lines, 'line')) as [string];
  assert.match(line, /^added .* standard input:1$/);
  const store = await openStore(join(cwd, 'hearsay.db'));
  assert.equal((await store.article('1'))?.version, 1);
  await store.close();
  child.stdin!.end(recordOf('2', ferryAccount));
  assert.equal((await outcome).code, 0);
});

test('a store that cannot be used is wrong usage, and says the way out', async context => {
  const cwd = folderWith(context, {
    'notes.db': 'These are notes, and no store at all.',
    'a.txt': bridgeAccount,
  });
  for (const store of ['notes.db', 'nowhere/desk.db', 'postgres://127.0.0.1:1/none']) {
    const { code, stdout, stderr } = await hearsay(['add', 'a.txt', '--store', store], { cwd });
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^hearsay: [^\n]+; [^\n]+\n$/);
    assert.ok(stderr.includes(store), stderr);
  }
});
