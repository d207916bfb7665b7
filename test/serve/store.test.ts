import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import Database from 'better-sqlite3';
import { openStore } from '../../src/store/index.ts';
import { addStory, madeReading, madeStory } from '../store/made.ts';
import { hearsay } from './command.ts';

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
    stdout: 'nothing wrong in 1 articles, 1 stories, 0 claims, 1 statements\n',
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
