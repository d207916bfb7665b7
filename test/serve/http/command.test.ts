import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { folderWith, hearsay, type Outcome, outcomeOf, start, valuesOf } from '../command.ts';
import { first } from '../desk/desks.ts';
import { feedOf, pageOf } from '../watch/newsroom.ts';
import { openSite } from '../watch/web.ts';
import { listenTo } from './listening.ts';
import { bearer, bridge, denial, sent } from './serving.ts';

type Serving = { readonly url: string; readonly child: ChildProcess; readonly outcome: Promise<Outcome> };

/** Starts the server and waits until it says where it is. */
async function serve(t: TestContext, args: readonly string[]): Promise<Serving> {
  const child = start(['serve', '--port', '0', ...args]);
  t.after(() => child.kill('SIGKILL'));
  const outcome = outcomeOf(child);
  let said = '';
  while (!said.includes('\n')) {
    const [part] = await Promise.race([
      once(child.stdout!, 'data'),
      outcome.then(ended => [JSON.stringify(ended)]),
    ]);
    said += part;
    assert.equal(child.exitCode, null, said);
  }
  return { url: /http:\S+/.exec(said)![0], child, outcome };
}

const storeIn = (t: TestContext): string => join(folderWith(t, {}), 'desk.db');

test('serve says where it is, keeps what it answers for, and ends in good order', async t => {
  const store = storeIn(t);
  const first = await serve(t, ['--store', store]);
  const own = await listenTo(`${first.url}/api/v1/events`);
  const added = await fetch(`${first.url}/api/v1/articles`, sent(bridge));
  assert.equal(added.status, 201);
  first.child.kill('SIGTERM');
  await own.ended();
  assert.deepEqual(await first.outcome.then(({ code, stderr }) => ({ code, stderr })), {
    code: 0,
    stderr: '',
  });
  const second = await serve(t, ['--store', store, '--watch']);
  const { items } = (await (await fetch(`${second.url}/api/v1/articles`)).json()) as { items: unknown[] };
  assert.equal(items.length, 1);
  second.child.kill('SIGINT');
  assert.equal((await second.outcome).code, 0);
});

test('a server that watches posts to a webhook what its users bring about', { timeout: 60_000 }, async t => {
  const receiver = createHttpServer().listen(0, '127.0.0.1');
  t.after(() => receiver.closeAllConnections());
  t.after(() => receiver.close());
  await once(receiver, 'listening');
  const { port } = receiver.address() as { port: number };
  const secret = join(folderWith(t, { secret: 'of this test' }), 'secret');
  const webhook = ['--webhook', `http://127.0.0.1:${port}/hook`, '--webhook-secret-file', secret];
  const { url } = await serve(t, ['--store', storeIn(t), '--watch', ...webhook]);
  const posted = once(receiver, 'request') as Promise<[IncomingMessage]>;
  for (const account of [bridge, denial]) await fetch(`${url}/api/v1/articles`, sent(account));
  const [post] = await posted;
  const { type, after } = JSON.parse((await post.toArray()).join(''));
  assert.deepEqual([type, after], ['standing-changed', 'disputed']);
});

test('a server that watches fetches feeds from the hosts inside that it is given', async t => {
  const site = await openSite(t, { '/1': pageOf(first) });
  site.pages['/feed'] = feedOf(site, ['/1']);
  const store = storeIn(t);
  await hearsay(['feeds', 'add', site.address('/feed'), '--store', store]);
  const { child } = await serve(t, ['--store', store, '--watch', '--feed-host', site.host]);
  let said = '';
  for await (const part of child.stderr!) {
    said += part;
    if (said.includes('\n')) break;
  }
  assert.match(said, /1 new, 1 added/);
});

test('what is said of a watch is wrong usage where there is none, and where it cannot be', async t => {
  const store = storeIn(t);
  const webhook = ['--webhook', 'https://desk.example/hook'];
  for (const [args, said] of [
    [webhook, /add --watch/],
    [['--watch', ...webhook], /--webhook needs a secret/],
    [['--feed-host', 'desk.example'], /add --watch/],
    [['--watch', '--feed-host', 'http://desk.example'], /not a host; write --feed-host NAME or NAME:PORT/],
  ] as const) {
    const env = { HEARSAY_WEBHOOK_SECRET: '' };
    const { code, stderr } = await hearsay(['serve', '--store', store, '--port', '0', ...args], { env });
    assert.equal(code, 2);
    assert.match(stderr, said);
  }
});

test('a port that is taken is named', async t => {
  const other = createServer().listen(0, '127.0.0.1');
  t.after(() => other.close());
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { code, stderr } = await hearsay(['serve', '--store', storeIn(t), '--port', String(port)]);
  assert.equal(code, 2);
  assert.match(
    stderr,
    new RegExp(`^hearsay: port ${port} .* taken by another program; choose another --port\n$`),
  );
});

test('nothing is served to others without a token, and with one only to who has it', async t => {
  const store = storeIn(t);
  for (const args of [
    ['--host', '0.0.0.0'],
    ['--require-token'],
    ['--trust-proxy'],
    ['--allow-host', 'desk.example'],
  ]) {
    const { code, stderr } = await hearsay(['serve', '--store', store, '--port', '0', ...args]);
    assert.equal(code, 2, args.join(' '));
    assert.match(
      stderr,
      /^hearsay: nobody is let in without a token, and there is none; make one: hearsay token add NAME/,
    );
  }
  const made = await hearsay(['token', 'add', 'Ana', '--role', 'write', '--store', store]);
  assert.equal(made.code, 0);
  assert.match(made.stdout, /^hearsay_[\w-]{43}\n$/);
  const { url } = await serve(t, ['--store', store, '--require-token']);
  assert.equal((await fetch(`${url}/api/v1/stories`)).status, 401);
  assert.equal((await fetch(`${url}/api/v1/articles`, sent(bridge, bearer(made.stdout.trim())))).status, 201);
});

test('tokens are listed without what makes them good, and revoked by their id', async t => {
  const store = storeIn(t);
  const made = await hearsay(['token', 'add', "Ana's \u001b[31m laptop", '--store', store]);
  const list = async () => (await hearsay(['token', 'list', '-f', 'jsonl', '--store', store])).stdout;
  const [token] = valuesOf(await list()) as { id: string; role: string; revokedAt: string | null }[];
  assert.equal(token!.role, 'read');
  assert.ok(!('hash' in token!));
  assert.ok(made.stderr.includes(token!.id));
  assert.ok(!(await hearsay(['token', 'list', '--store', store])).stdout.includes('\u001b'));
  assert.equal((await hearsay(['token', 'revoke', token!.id, '--store', store])).code, 0);
  assert.match(await list(), /"revokedAt":"\d/);
  const unknown = await hearsay(['token', 'revoke', 'nobody', '--store', store]);
  assert.equal(unknown.code, 2);
  assert.match(unknown.stderr, /hearsay token list/);
  assert.equal((await hearsay(['token', 'add', '--store', store])).code, 2);
});
