import assert from 'node:assert/strict';
import { once } from 'node:events';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { bridgeAccount, ferryAccount, recordOf } from './accounts.ts';
import { outcomeOf, start } from './command.ts';

const longText = bridgeAccount.repeat(40);

test('a reading is written as soon as its line has come', async () => {
  const child = start(['extract']);
  const outcome = outcomeOf(child);
  child.stdin?.write(recordOf('1', bridgeAccount));
  const [first] = await once(child.stdout!, 'data');
  assert.match(String(first), /^\{"article":\{"id":"1"/);
  child.stdin?.end(recordOf('2', ferryAccount));
  const { code, stdout } = await outcome;
  assert.equal(code, 0);
  assert.equal(stdout.match(/\n/g)?.length, 2);
});

test('it ends quietly when nobody reads on', async () => {
  for (const command of ['read', 'extract']) {
    const child = start([command]);
    child.stdin?.on('error', () => {});
    const feeding = setInterval(() => child.stdin?.write(recordOf('1', longText)), 1);
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { code, stderr } = await outcomeOf(child);
    clearInterval(feeding);
    assert.deepEqual({ command, code, stderr }, { command, code: 0, stderr: '' });
  }
});

test('more flows through than fits into memory', async () => {
  const lines = 2400;
  const child = start(['read'], { nodeOptions: ['--max-old-space-size=32'] });
  const ended = once(child, 'close');
  let written = 0;
  child.stdout?.on('data', (part: Buffer) => {
    written += part.reduce((count, byte) => count + Number(byte === 0x0a), 0);
  });
  for (let id = 0; id < lines; id++)
    if (!child.stdin?.write(recordOf(String(id), longText))) await once(child.stdin!, 'drain');
  child.stdin?.end();
  assert.deepEqual(await ended, [0, null]);
  assert.equal(written, lines);
  assert.ok(lines * longText.length > 32 * 2 ** 20);
});

test('it reads no faster than its results are taken', async () => {
  const child = start(['read']);
  const ended = once(child, 'close');
  const most = 400;
  let taken = 0;
  for (; taken < most; taken++) {
    if (child.stdin?.write(recordOf(String(taken), longText))) continue;
    if ((await Promise.race([once(child.stdin!, 'drain'), wait(3000, 'stalled')])) === 'stalled') break;
  }
  assert.ok(taken < most, 'all was read although nothing was taken');
  child.stdout?.resume();
  child.stdin?.end();
  assert.deepEqual(await ended, [0, null]);
});
