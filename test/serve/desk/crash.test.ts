import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../../src/store/index.ts';

const importing = fileURLToPath(new URL('importing.ts', import.meta.url));

/** Starts an import, kills it some time after the first articles were acknowledged, and gives what was. */
async function killedImport(address: string, seed: number, after: number): Promise<Map<string, string>> {
  const child = spawn(process.execPath, [importing, address, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged = new Map<string, string>();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', line => {
    const [articleId = '', storyId = ''] = line.split(' ');
    acknowledged.set(articleId, storyId);
  });
  const [closed] = [once(lines, 'close'), await once(lines, 'line')];
  await setTimeout(after);
  child.kill('SIGKILL');
  await closed;
  return acknowledged;
}

test('a bulk import that is killed twenty times loses nothing that was acknowledged, and leaves no half story', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-crash-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const address = join(folder, 'desk.db');
  const all = new Map<string, string>();
  for (let round = 0; round < 20; round++) {
    for (const [id, story] of await killedImport(address, 1 + (round % 4), 37 * (round % 7)))
      all.set(id, story);
    const store = await openStore(address);
    assert.deepEqual(await store.check(), []);
    for (const [articleId, storyId] of all) {
      const entry = await store.article(articleId);
      assert.equal(entry?.storyId, storyId);
    }
    for (const storyId of new Set(all.values())) {
      const stored = await store.story(storyId);
      const { items } = await store.articles({ storyId }, { limit: 200 });
      assert.deepEqual(
        stored?.story.accounts.map(({ article }) => article.id).sort(),
        items.map(({ id }) => id).sort(),
      );
      assert.ok((stored?.story.claims.length ?? 0) > 0);
    }
    await store.close();
  }
  assert.ok(all.size >= 4);
});
