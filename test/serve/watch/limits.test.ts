import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Limits } from '../../../src/serve/watch/net/get.ts';
import { fetcherFor, noSignal, openSite, type Reply, redirectTo } from './web.ts';

/** What fetching this answer comes to: its text, or the code of the problem. */
async function fetched(
  context: TestContext,
  reply: string | Reply,
  limits: Partial<Limits> = {},
): Promise<string> {
  const site = await openSite(context, { '/': reply, '/robots.txt': '' });
  const got = await fetcherFor(context, [site], { limits }).get(site.address('/'), { signal: noSignal });
  return got.ok ? Buffer.from(got.bytes).toString() : got.problem.code;
}

const encodedAs =
  (encoding: string, body: Uint8Array): Reply =>
  (_, response) =>
    void response.writeHead(200, { 'content-encoding': encoding }).end(body);

test('compressed answers are unfolded', async context => {
  assert.equal(await fetched(context, 'plain'), 'plain');
  assert.equal(await fetched(context, encodedAs('gzip', gzipSync('a'))), 'a');
  assert.equal(await fetched(context, encodedAs('br', brotliCompressSync('b'))), 'b');
  assert.equal(await fetched(context, encodedAs('deflate', deflateSync('c'))), 'c');
});

test('a small answer that unfolds to a large one is refused', async context => {
  const limits = { mostBytes: 1_000_000 };
  const bomb = gzipSync(Buffer.alloc(100_000_000));
  assert.ok(bomb.length < limits.mostBytes);
  assert.equal(await fetched(context, encodedAs('gzip', bomb), limits), 'too-large');
});

test('damaged compression and an encoding that nobody knows are problems', async context => {
  assert.equal(await fetched(context, encodedAs('gzip', Buffer.from('not gzip at all'))), 'bad-encoding');
  assert.equal(
    await fetched(context, encodedAs('gzip', gzipSync('x'.repeat(10_000)).subarray(0, 30))),
    'bad-encoding',
  );
  assert.equal(await fetched(context, encodedAs('gzip, gzip', gzipSync(gzipSync('a')))), 'bad-encoding');
});

test('an answer without an end is let go at the limit', async context => {
  const endless: Reply = (_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) {}
    };
    response.on('drain', more);
    more();
  };
  assert.equal(await fetched(context, endless, { mostBytes: 500_000 }), 'too-large');
});

test('a host that says nothing, or nothing more, is given up', async context => {
  const limits = { idleMs: 60 };
  assert.equal(await fetched(context, () => {}, limits), 'timeout');
  assert.equal(await fetched(context, (_, response) => void response.write('a little'), limits), 'timeout');
});

test('a host that goes on and on in drops is given up after the longest time', async context => {
  const dripping: Reply = (_, response) => {
    const drop = setInterval(() => response.write('.'), 5);
    response.on('close', () => clearInterval(drop));
  };
  assert.equal(await fetched(context, dripping, { totalMs: 120, idleMs: 10_000 }), 'timeout');
});

test('an answer that breaks off is no answer', async context => {
  const broken: Reply = (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('the first words');
    setImmediate(() => response.destroy());
  };
  assert.equal(await fetched(context, broken), 'broken-off');
});

test('redirects are followed, but not for ever', async context => {
  const site = await openSite(context, {
    '/a': redirectTo('/b#part'),
    '/b': redirectTo('c'),
    '/c': 'here',
    '/round': redirectTo('/round'),
    '/odd': redirectTo('http://['),
    '/file': redirectTo('file:///etc/hosts'),
  });
  const fetcher = fetcherFor(context, [site]);
  const get = async (path: string) => fetcher.get(site.address(path), { signal: noSignal });
  const got = await get('/a');
  assert.ok(got.ok);
  assert.equal(got.url, site.address('/c'));
  const codes = [];
  for (const path of ['/round', '/odd', '/file']) {
    const failed = await get(path);
    codes.push(failed.ok ? 'fetched' : failed.problem.code);
  }
  assert.deepEqual(codes, ['too-many-redirects', 'bad-redirect', 'bad-address']);
  assert.equal(site.asked.filter(path => path === '/round').length, 6);
});

test('what a host answers instead of a page is said by its number', async context => {
  const site = await openSite(context, { '/500': (_, response) => void response.writeHead(500).end() });
  const fetcher = fetcherFor(context, [site]);
  for (const [path, status] of [
    ['/500', 500],
    ['/gone', 404],
  ] as const) {
    const got = await fetcher.get(site.address(path), { signal: noSignal });
    assert.ok(!got.ok);
    assert.deepEqual([got.problem.code, got.problem.status], ['status', status]);
  }
});

test('a host that takes no connection, and a name without an address, are problems', async context => {
  const lookup = ((_: string, __: object, callback: (error: Error) => void) =>
    callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))) as never;
  const fetcher = fetcherFor(context, [], { allowHosts: ['127.0.0.1:1'], lookup });
  const codes = [];
  for (const address of ['http://127.0.0.1:1/', 'http://nowhere.example.org/']) {
    const got = await fetcher.get(address, { signal: noSignal });
    codes.push(got.ok ? 'fetched' : got.problem.code);
  }
  assert.deepEqual(codes, ['no-connection', 'no-such-host']);
});
