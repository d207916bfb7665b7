import assert from 'node:assert/strict';
import test from 'node:test';
import { backOff, freshFor, retryTime } from '../../../src/serve/watch/net/wait.ts';
import { fakeTime, fetcherFor, noSignal, openSite, type Reply } from './web.ts';

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Reply =>
  (_, response) =>
    void response.writeHead(code, headers).end();

test('pages that robots.txt forbids to us are not asked for', async context => {
  const rules = 'User-agent: *\nDisallow: /all\n\nUser-agent: hearsay\nDisallow: /ours\nAllow: /ours/open\n';
  const site = await openSite(context, {
    '/robots.txt': rules,
    '/all': 'a',
    '/ours': 'b',
    '/ours/open': 'c',
  });
  const fetcher = fetcherFor(context, [site]);
  const codes = [];
  for (const path of ['/all', '/ours', '/ours/open']) {
    const got = await fetcher.get(site.address(path), { signal: noSignal });
    codes.push(got.ok ? 'fetched' : got.problem.code);
  }
  assert.deepEqual(codes, ['fetched', 'robots', 'fetched']);
  assert.deepEqual(site.asked, ['/all', '/ours/open']);
  assert.ok(site.requests.every(({ headers }) => headers['user-agent'] === 'hearsay/0.1.0'));
});

test('robots.txt is asked for once a day', async context => {
  const site = await openSite(context, { '/robots.txt': '', '/': 'hello' });
  const { now, sleep, pass } = fakeTime();
  const fetcher = fetcherFor(context, [site], { now, sleep });
  const rules = (): number => site.requests.filter(({ url }) => url === '/robots.txt').length;
  await Promise.all([1, 2, 3].map(() => fetcher.get(site.address('/'), { signal: noSignal })));
  pass(23 * 3_600_000);
  await fetcher.get(site.address('/'), { signal: noSignal });
  assert.equal(rules(), 1);
  pass(2 * 3_600_000);
  await fetcher.get(site.address('/'), { signal: noSignal });
  assert.equal(rules(), 2);
});

test('without a robots.txt all is allowed; while it cannot be fetched nothing is', async context => {
  const site = await openSite(context, { '/robots.txt': status(403), '/': 'hello' });
  const { now, sleep, pass } = fakeTime();
  const fetcher = fetcherFor(context, [site], { now, sleep });
  const get = () => fetcher.get(site.address('/'), { signal: noSignal });
  assert.equal((await get()).ok, true);
  site.pages['/robots.txt'] = status(500);
  const failing = fetcherFor(context, [site], { now, sleep });
  const got = await failing.get(site.address('/'), { signal: noSignal });
  assert.ok(!got.ok);
  assert.equal(got.problem.code, 'robots');
  site.pages['/robots.txt'] = '';
  pass(11 * 60_000);
  assert.equal((await failing.get(site.address('/'), { signal: noSignal })).ok, true);
});

test('what robots.txt said before holds while it cannot be fetched again', async context => {
  const site = await openSite(context, {
    '/robots.txt': 'User-agent: *\nDisallow: /no',
    '/yes': 'y',
    '/no': 'n',
  });
  const { now, sleep, pass } = fakeTime();
  const fetcher = fetcherFor(context, [site], { now, sleep });
  const get = (path: string) => fetcher.get(site.address(path), { signal: noSignal });
  await get('/yes');
  site.pages['/robots.txt'] = status(503);
  pass(25 * 3_600_000);
  assert.deepEqual([(await get('/yes')).ok, (await get('/no')).ok], [true, false]);
});

test('a redirect is asked about in the robots.txt of where it leads', async context => {
  const there = await openSite(context, { '/robots.txt': 'User-agent: *\nDisallow: /', '/': 'hello' });
  const site = await openSite(context, { '/': status(301, { location: there.address('/') }) });
  const got = await fetcherFor(context, [site, there]).get(site.address('/'), { signal: noSignal });
  assert.ok(!got.ok);
  assert.equal(got.problem.code, 'robots');
  assert.deepEqual(there.asked, []);
});

test('a host gets one request at a time, with a pause between two', async context => {
  let now = 0;
  let most = 0;
  const slow: Reply = (_, response) => {
    most = Math.max(most, ++now);
    setTimeout(() => {
      now--;
      response.end('hello');
    }, 5);
  };
  const site = await openSite(context, { '/robots.txt': 'User-agent: *\nCrawl-delay: 3', '/': slow });
  const time = fakeTime();
  const fetcher = fetcherFor(context, [site], { ...time, pauseMs: 1000 });
  await Promise.all([1, 2, 3].map(() => fetcher.get(site.address('/'), { signal: noSignal })));
  assert.equal(most, 1);
  assert.deepEqual(time.slept, [3000, 3000, 3000]);
});

test('a host that asks to wait is let alone until then', async context => {
  const site = await openSite(context, {
    '/robots.txt': '',
    '/a': status(429, { 'retry-after': '600' }),
    '/b': 'b',
  });
  const time = fakeTime();
  const fetcher = fetcherFor(context, [site], time);
  const get = (path: string) => fetcher.get(site.address(path), { signal: noSignal });
  const first = await get('/a');
  assert.ok(!first.ok);
  assert.equal(first.problem.retryAt?.toISOString(), '2026-03-02T09:10:00.000Z');
  const second = await get('/b');
  assert.ok(!second.ok);
  assert.equal(second.problem.code, 'asked-to-wait');
  assert.deepEqual(site.asked, ['/a']);
  time.pass(601_000);
  assert.equal((await get('/b')).ok, true);
});

test('Retry-After is seconds or a date, and at most a day', () => {
  const now = new Date('2026-03-02T09:00:00Z');
  const at = (header: string | null) => retryTime(header, now)?.toISOString().slice(5, 19) ?? null;
  assert.equal(at('120'), '03-02T09:02:00');
  assert.equal(at('Mon, 02 Mar 2026 10:30:00 GMT'), '03-02T10:30:00');
  assert.equal(at('Mon, 02 Mar 2020 10:30:00 GMT'), '03-02T09:00:00');
  assert.equal(at('99999999'), '03-03T09:00:00');
  assert.deepEqual([at('soon'), at(null)], [null, null]);
});

test('max-age says for how long an answer is fresh', () => {
  const fresh = (value: string) => freshFor(new Headers({ 'cache-control': value }));
  assert.deepEqual(
    [fresh('public, max-age=60'), fresh('s-maxage=9'), fresh('no-store')],
    [60_000, null, null],
  );
});

test('waits double up to the longest, a quarter more or less by chance', () => {
  const waits = [1, 2, 3, 9].map(failures => backOff(failures, 10, 100, 0.5));
  assert.deepEqual(waits, [10, 20, 40, 100]);
  assert.deepEqual([backOff(1, 100, 1000, 0), backOff(1, 100, 1000, 1)], [75, 125]);
});
