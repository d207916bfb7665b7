import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import Database from 'better-sqlite3';
import { openStore } from '../../src/store/index.ts';
import { addStory, madeReading, madeStory } from '../store/made.ts';
import { folderWith, hearsay } from './command.ts';

test('hearsay store makes a backup while the store is open, and checks it', async context => {
  const cwd = mkdtempSync(join(tmpdir(), 'hearsay-backup-'));
  context.after(() => rmSync(cwd, { recursive: true, force: true }));
  const store = await openStore(join(cwd, 'hearsay.db'));
  await addStory(store, madeStory('s', [madeReading('a')]));
  assert.deepEqual(await hearsay(['store', 'backup', 'copy.db'], { cwd }), {
    code: 0,
    stdout: '',
    stderr: '',
  });
  await store.close();

  const well = await hearsay(['store', 'check', '--store', 'copy.db'], { cwd });
  assert.deepEqual(well, {
    code: 0,
    stdout: 'nothing wrong in 1 article, 1 story, 0 claims, 1 statement\n',
    stderr: '',
  });
  const again = await hearsay(['store', 'backup', 'copy.db'], { cwd });
  assert.deepEqual([again.code, again.stderr], [2, 'hearsay: copy.db is there already; name a new file\n']);
  assert.match((await hearsay(['store', 'backup'], { cwd })).stderr, /write: hearsay store backup FILE/);

  const database = new Database(join(cwd, 'copy.db'));
  database.exec('update stories set claims = 9');
  database.close();
  const wrong = await hearsay(['store', 'check', '-s', 'copy.db'], { cwd });
  assert.equal(wrong.code, 1);
  assert.match(wrong.stdout, /^story s: its claims are not those that are listed$/m);
});

test('what looks after a store does not make one, and says which file is not there', async context => {
  const cwd = folderWith(context, {});
  for (const args of [
    ['store', 'check'],
    ['feeds'],
    ['feeds', 'remove', 'https://courier.example/feed'],
    ['token', 'list'],
    ['token', 'revoke', '3f9c2a7d41be'],
  ]) {
    const { code, stdout, stderr } = await hearsay([...args, '--store', 'typo.db'], { cwd });
    assert.deepEqual(
      { args, code, stdout, stderr },
      { args, code: 2, stdout: '', stderr: 'hearsay: there is no typo.db; name the file of a store\n' },
    );
  }
  assert.ok(!existsSync(join(cwd, 'typo.db')));
});

test('arguments that a command has no use for are wrong usage', async context => {
  const cwd = folderWith(context, {});
  const wrong: readonly (readonly [args: string[], complaint: RegExp])[] = [
    [['store', 'check', 'monday.db'], /takes no file; write: hearsay store check --store monday\.db/],
    [['store', 'backup', 'a.db', 'b.db'], /too many arguments/],
    [['token', 'list', 'monday.db'], /hearsay token list --store monday\.db/],
    [['token', 'add', 'Ana', 'Ben'], /too many arguments/],
    [['serve', 'monday.db'], /too many arguments/],
  ];
  for (const [args, complaint] of wrong) {
    const { code, stderr } = await hearsay(args, { cwd });
    assert.deepEqual({ args, code }, { args, code: 2 });
    assert.match(stderr, complaint);
  }
});
