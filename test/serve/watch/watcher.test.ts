import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { denial, first, second } from '../desk/desks.ts';
import { feedOf, openWatch, pageOf, paragraphsOf } from './newsroom.ts';
import { openSite, type Reply, type Site } from './web.ts';

const minute = 60_000;
const hour = 60 * minute;

const titlesIn = async ({ store }: Pick<Awaited<ReturnType<typeof openWatch>>, 'store'>) =>
  (await store.articles({}, { limit: 50 })).items.map(({ title }) => title).sort();

test('the articles of a feed are read from their pages, once', async context => {
  const site = await openSite(context, { '/1': pageOf(first), '/2': pageOf(second) });
  site.pages['/feed'] = feedOf(site, ['/2', '/1']);
  const watch = await openWatch(context, [site], { feeds: [site.address('/feed')] });
  assert.equal(await watch.watcher.once(), true);
  assert.deepEqual(site.asked, ['/feed', '/1', '/2']);
  const { items } = await watch.store.articles({}, { limit: 50 });
  const found = items.find(({ title }) => title === first.title);
  assert.deepEqual(
    [found?.outlet, found?.published, found?.url],
    [first.outlet, first.published, site.address('/1')],
  );

  assert.equal(await watch.watcher.once(), true);
  assert.deepEqual(site.asked.slice(3), ['/feed']);
  const feed = await watch.store.feed(site.address('/feed'));
  assert.deepEqual([feed?.title, feed?.items, feed?.articles, feed?.failures], ['The Courier', 2, 2, 0]);
});

test('what a page does not say of its article, the item of the feed does', async context => {
  const site = await openSite(context, {
    '/bare': `<html><body><article>${paragraphsOf(first.text)}</article></body></html>`,
  });
  const item = `<item><title>Ferry to stop</title><link>${site.address('/bare')}</link>
    <pubDate>Mon, 04 Mar 2024 08:00:00 GMT</pubDate><author>Ana Rao</author></item>`;
  site.pages['/feed'] = feedOf(site, [], item);
  const watch = await openWatch(context, [site], { feeds: [site.address('/feed')] });
  await watch.watcher.once();
  const { items } = await watch.store.articles({}, { limit: 5 });
  assert.deepEqual(
    items.map(({ title, outlet, byline, published, url }) => [title, outlet, byline, published, url]),
    [['Ferry to stop', '127.0.0.1', 'Ana Rao', '2024-03-04T08:00:00Z', site.address('/bare')]],
  );
});

test('a feed that has not changed says so and is not read again', async context => {
  const site = await openSite(context, { '/1': pageOf(first) });
  const text = feedOf(site, ['/1']);
  const modified = 'Mon, 02 Mar 2026 08:00:00 GMT';
  site.pages['/feed'] = (request, response) => {
    const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
    if (etag === '"1"' && since === modified) response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"', 'last-modified': modified }).end(text);
  };
  const { watcher, events } = await openWatch(context, [site], { feeds: [site.address('/feed')] });
  assert.equal(await watcher.once(), true);
  assert.equal(await watcher.once(), true);
  assert.deepEqual(
    events.map(event => event.kind === 'polled' && event.outcome),
    ['read', 'unchanged'],
  );
});

test('the article comes from the feed where its page cannot be had; a teaser is a visible problem', async context => {
  const site = await openSite(context, { '/robots.txt': 'User-agent: *\nDisallow: /no' });
  const item = (path: string, content: string) =>
    `<item><title>${first.title}</title><link>${site.address(path)}</link><content:encoded><![CDATA[${content}]]></content:encoded></item>`;
  const whole = [first, second, denial].map(({ text }) => paragraphsOf(text)).join('');
  site.pages['/feed'] = feedOf(site, ['/gone', '/no'], item('/no/whole', whole));
  const watch = await openWatch(context, [site], { feeds: [site.address('/feed')] });
  await watch.watcher.once();
  const { items } = await watch.store.articles({}, { limit: 50 });
  assert.deepEqual(
    items.map(({ title, outlet, url }) => [title, outlet, url]),
    [[first.title, 'The Courier', site.address('/no/whole')]],
  );
  const failed = await watch.store.failedItems(null, 10);
  assert.deepEqual(failed.map(({ url, problem }) => [url, problem]).sort(), [
    [site.address('/gone'), 'HTTP 404: not there; the feed has only a teaser of it'],
    [site.address('/no'), 'the host’s robots.txt forbids it; the feed has only a teaser of it'],
  ]);
});

test('a page that is not there yet is asked for three times, one that never will be once', async context => {
  const site = await openSite(context, { '/soon': (_, response) => void response.writeHead(404).end() });
  site.pages['/paid'] = (_, response) => void response.writeHead(402).end();
  const feed = feedOf(site, ['/soon', '/paid', '/late']);
  // A feed that would answer 304, if it were asked whether it has changed.
  site.pages['/feed'] = (request, response) => {
    if (request.headers['if-none-match']) response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end(feed);
  };
  const watch = await openWatch(context, [site], { feeds: [site.address('/feed')] });
  await watch.watcher.once();
  site.pages['/late'] = pageOf(first);
  for (let round = 0; round < 4; round++) await watch.watcher.once();
  const times = (path: string): number => site.asked.filter(asked => asked === path).length;
  assert.deepEqual(['/soon', '/paid', '/late'].map(times), [3, 1, 2]);
  assert.deepEqual(await titlesIn(watch), [first.title]);
});

test('an article that two feeds have is fetched once and kept once', async context => {
  const site = await openSite(context, { '/1': pageOf(first), '/1?utm_source=b': pageOf(first) });
  site.pages['/a'] = feedOf(site, ['/1']);
  site.pages['/b'] = feedOf(site, ['/1?utm_source=b']);
  const watch = await openWatch(context, [site]);
  for (const path of ['/a', '/b']) await watch.open({ feeds: [site.address(path)] }).once();
  assert.deepEqual(site.asked, ['/a', '/1', '/b']);
  assert.deepEqual(await titlesIn(watch), [first.title]);
  const feeds = await watch.store.feeds();
  assert.deepEqual(
    feeds.map(({ items, articles }) => [items, articles]),
    [
      [1, 1],
      [1, 0],
    ],
  );
});

test('a page is read once more after an hour, and an edited article has a new version', async context => {
  const site = await openSite(context, { '/1': pageOf(first) });
  site.pages['/feed'] = feedOf(site, ['/1']);
  const watch = await openWatch(context, [site], { feeds: [site.address('/feed')] });
  await watch.watcher.once();
  site.pages['/1'] = pageOf({ ...first, text: first.text.replace('two million', 'three million') });
  watch.time.pass(30 * minute);
  await watch.watcher.once();
  watch.time.pass(hour);
  await watch.watcher.once();
  watch.time.pass(hour);
  await watch.watcher.once();
  assert.equal(site.asked.filter(path => path === '/1').length, 2);
  const { items } = await watch.store.articles({}, { limit: 5 });
  assert.deepEqual(
    items.map(({ version }) => version),
    [2],
  );
});

test('a page cannot pass for an article of another site', async context => {
  const claimed = (url: string) =>
    pageOf(first).replace('<title>', `<link rel="canonical" href="${url}"><title>`);
  const site = await openSite(context, {
    '/theirs': claimed('https://paper.example/scoop'),
    '/home': pageOf(second).replace('<title>', '<link rel="canonical" href="http://127.0.0.1/"><title>'),
    '/own': pageOf(denial).replace('<title>', '<link rel="canonical" href="http://127.0.0.1/proper"><title>'),
  });
  site.pages['/feed'] = feedOf(site, ['/theirs', '/home', '/own']);
  const watch = await openWatch(context, [site], { feeds: [site.address('/feed')] });
  await watch.watcher.once();
  const { items } = await watch.store.articles({}, { limit: 5 });
  assert.deepEqual(
    items.map(({ url }) => url).sort(),
    ['http://127.0.0.1/proper', site.address('/home'), site.address('/theirs')].sort(),
  );
});

test('a feed that fails is left alone longer and longer, and is well again when it can be read', async context => {
  const down: Reply = (_, response) => void response.writeHead(500).end();
  const site = await openSite(context, { '/feed': down, '/1': pageOf(first) });
  const url = site.address('/feed');
  const watch = await openWatch(context, [site], { feeds: [url] });
  const rests = [];
  for (let failures = 1; failures <= 9; failures++) {
    assert.equal(await watch.watcher.once(), false);
    const feed = await watch.store.feed(url);
    assert.equal(feed?.failures, failures);
    assert.equal(feed?.problem, 'HTTP 500: a fault of the host');
    const rest = Date.parse(feed?.nextAt ?? '') - watch.time.now().getTime();
    rests.push(rest / minute);
    // Not asked again before its time.
    const asked = site.asked.length;
    assert.equal(await watch.watcher.once(), false);
    assert.equal(site.asked.length, asked);
    watch.time.pass(rest);
  }
  assert.deepEqual(rests, [15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
  site.pages['/feed'] = feedOf(site, ['/1']);
  assert.equal(await watch.watcher.once(), true);
  const feed = await watch.store.feed(url);
  assert.deepEqual([feed?.failures, feed?.problem], [0, null]);
});

test('a feed rests as long as it says itself, or its host, within bounds', async context => {
  const site = await openSite(context, {});
  site.pages['/ttl'] = feedOf(site, [], '<ttl>60</ttl>');
  site.pages['/year'] = (_, response) =>
    void response.writeHead(200, { 'cache-control': 'max-age=31536000' }).end(feedOf(site, []));
  site.pages['/eager'] = feedOf(site, [], '<ttl>1</ttl>');
  assert.deepEqual(await restsOf(context, site, ['/ttl', '/year', '/eager']), [60, 360, 15]);
});

test('a feed that is gone is left alone for a day, and one whose host asks to wait until then', async context => {
  const after = async (status: number, headers = {}): Promise<number[]> => {
    const site = await openSite(context, {
      '/feed': (_, response) => void response.writeHead(status, headers).end(),
    });
    return restsOf(context, site, ['/feed']);
  };
  assert.deepEqual(await after(410), [1440]);
  assert.deepEqual(await after(429, { 'retry-after': '7200' }), [120]);
  assert.deepEqual(await after(503, { 'retry-after': '60' }), [15]);
});

/** For how many minutes each feed is let alone after it was looked at. */
async function restsOf(context: TestContext, site: Site, paths: readonly string[]): Promise<number[]> {
  const feeds = paths.map(site.address);
  const { watcher, store } = await openWatch(context, [site], { feeds });
  await watcher.once();
  const kept = await Promise.all(feeds.map(store.feed));
  return kept.map(feed => (Date.parse(feed!.nextAt!) - Date.parse(feed!.checkedAt!)) / minute);
}

test('what is no feed is a problem that helps', async context => {
  const site = await openSite(context, {
    '/news': '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
    '/page': '<!doctype html><html><body>Hello</body></html>',
    '/empty': '',
    '/odd': '<rss version="2.0"><chan',
  });
  const feeds = ['/news', '/page', '/empty', '/odd', '/none'].map(site.address);
  const watch = await openWatch(context, [site], { feeds });
  assert.equal(await watch.watcher.once(), false);
  const problems = await Promise.all(feeds.map(async url => (await watch.store.feed(url))?.problem));
  assert.deepEqual(problems, [
    `a web page, not a feed; its feed is ${site.address('/rss')}`,
    'a web page, not a feed, and it names none',
    'empty, not a feed',
    'neither RSS, Atom, RDF nor JSON Feed, or damaged from its beginning',
    'HTTP 404: not there',
  ]);
});

test('of a feed that breaks off the first items are taken, and the whole is asked for again', async context => {
  const site = await openSite(context, { '/1': pageOf(first), '/2': pageOf(second) });
  const whole = feedOf(site, ['/1', '/2']);
  let text = whole.slice(0, whole.lastIndexOf('<link>') + 10);
  site.pages['/feed'] = (request, response) => {
    if (request.headers['if-none-match']) response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end(text);
  };
  const watch = await openWatch(context, [site], { feeds: [site.address('/feed')] });
  assert.equal(await watch.watcher.once(), true);
  assert.equal(
    (await watch.store.feed(site.address('/feed')))?.problem,
    'breaks off; 1 item before that could be read',
  );
  text = whole;
  await watch.watcher.once();
  assert.deepEqual(await titlesIn(watch), [first.title, second.title].sort());
});

test('a fault with one feed is told and does not keep others from being read', async context => {
  const site = await openSite(context, { '/1': pageOf(first) });
  site.pages['/good'] = feedOf(site, ['/1']);
  site.pages['/bad'] = feedOf(site, ['/1']);
  const watch = await openWatch(context, [site], { feeds: [site.address('/bad'), site.address('/good')] });
  const { feedItem } = watch.store;
  Object.assign(watch.store, {
    feedItem: (url: string, key: string) =>
      url.endsWith('/bad') ? Promise.reject(new Error('disk on fire')) : feedItem(url, key),
  });
  assert.equal(await watch.watcher.once(), false);
  assert.deepEqual(await titlesIn(watch), [first.title]);
  const bad = await watch.store.feed(site.address('/bad'));
  assert.deepEqual([bad?.failures, bad?.problem], [1, 'a fault inside Hearsay (disk on fire)']);
  const faults = watch.events.filter(event => event.kind === 'fault');
  assert.deepEqual(
    faults.map(({ feed }) => feed),
    [site.address('/bad')],
  );
});

test('an article that we stumble over is a visible problem and does not hold up its feed', async context => {
  const site = await openSite(context, { '/1': pageOf(first), '/2': pageOf(second) });
  site.pages['/feed'] = feedOf(site, ['/2', '/1']);
  const watch = await openWatch(context, [site], { feeds: [site.address('/feed')] });
  const { add } = watch.desk;
  Object.assign(watch.desk, {
    add: (articles: Parameters<typeof add>[0]) =>
      articles[0]?.title === first.title ? Promise.reject(new Error('stumbled')) : add(articles),
  });
  assert.equal(await watch.watcher.once(), true);
  assert.deepEqual(await titlesIn(watch), [second.title]);
  const [failed] = await watch.store.failedItems(null, 5);
  assert.deepEqual([failed?.url, failed?.problem], [site.address('/1'), 'a fault inside Hearsay (stumbled)']);
});

test('a watch goes on by itself, sees feeds that are added and ends when it is told to', async context => {
  const site = await openSite(context, { '/1': pageOf(first), '/2': pageOf(second) });
  site.pages['/a'] = feedOf(site, ['/1']);
  site.pages['/b'] = feedOf(site, ['/2']);
  const watch = await openWatch(context, [site], { feeds: undefined as never });
  const { newFeed } = await import('../../../src/serve/watch/index.ts');
  await watch.store.saveFeed(newFeed(site.address('/a')));
  const polled = (path: string) =>
    watch.events.filter(event => event.kind === 'polled' && event.feed.url === site.address(path)).length;
  watch.watcher.start();
  await until(() => polled('/a') >= 2);
  await watch.store.saveFeed(newFeed(site.address('/b')));
  await until(() => polled('/b') >= 1);
  await watch.watcher.stop();
  assert.deepEqual(await titlesIn(watch), [first.title, second.title].sort());
  const asked = site.asked.length;
  watch.time.pass(24 * hour);
  await new Promise(resolve => setTimeout(resolve, 20));
  assert.equal(site.asked.length, asked);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 2));
}
