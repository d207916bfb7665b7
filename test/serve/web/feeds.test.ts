import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { createApp, defaultSettings, makeToken } from '../../../src/serve/http/index.ts';
import { newFeed } from '../../../src/serve/watch/index.ts';
import type { Feed, Role } from '../../../src/store/index.ts';
import { openDesk } from './desk-of-news.ts';

type Open = Awaited<ReturnType<typeof openDesk>>;

const headers = { Accept: 'text/html' };
const courier = 'https://courier.example/feed.xml?a=1&b=<2>';
const kept = new URL(courier).href;

describe('feeds on the web', () => {
  let open: Open;
  before(async () => {
    open = await openDesk();
  });
  afterEach(async () => {
    for (const { url } of await open.services.store.feeds()) await open.services.store.removeFeed(url);
  });
  after(() => open.close());

  const pageOf = async (response: Response | Promise<Response>) =>
    parseHTML(await (await response).text()).document;
  const get = async (path: string) => open.app.request(path, { headers });
  const send = async (path: string, fields: Readonly<Record<string, string>>) =>
    open.app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  const save = (url: string, feed: Partial<Feed> = {}) =>
    open.services.store.saveFeed({ ...newFeed(url), ...feed });

  test('a feed is added by the form on the page, and the page says so', async () => {
    const form = (await pageOf(get('/feeds'))).querySelector('#add form')!;
    assert.equal(form.getAttribute('action'), '/feeds');
    const response = await send('/feeds', { url: ` feed:${courier}#top ` });
    assert.equal(response.status, 303);
    assert.deepEqual(
      (await open.services.store.feeds()).map(({ url }) => url),
      [kept],
    );
    const page = await pageOf(get(response.headers.get('Location')!));
    assert.match(page.querySelector('.notice[role="status"]')!.textContent, /^Added: https:\/\/courier/);
    assert.equal(page.querySelectorAll('#feeds .card').length, 1);
  });

  test('a feed that is added again is asked again at once, and keeps what is known of it', async () => {
    await save(kept, { title: 'Courier', failures: 3, nextAt: '2026-02-01T00:00:00Z', items: 7 });
    const response = await send('/feeds', { url: courier });
    const feed = (await open.services.store.feed(kept))!;
    assert.deepEqual([feed.title, feed.nextAt, feed.items], ['Courier', null, 7]);
    const page = await pageOf(get(response.headers.get('Location')!));
    assert.match(page.querySelector('.notice[role="status"]')!.textContent, /there already/);
  });

  const wrong = [
    ['', /Write the address/],
    ['courier.example/feed.xml', /begins with https/],
    ['ftp://courier.example/"feed"', /begins with https/],
    ['https://ana:secret@courier.example/feed', /without them/],
  ] as const;
  for (const [typed, reason] of wrong)
    test(`“${typed}” is refused as a feed with the reason, and is still there to be mended`, async () => {
      const response = await send('/feeds', { url: typed });
      assert.equal(response.status, 422);
      const field = (await pageOf(response)).getElementById('url')!;
      assert.equal(field.getAttribute('value'), typed);
      assert.equal(field.getAttribute('aria-describedby'), 'url-wrong');
      assert.match(field.parentElement!.textContent, reason);
      assert.equal((await open.services.store.feeds()).length, 0);
    });

  test('a feed is removed after a page that asks, and its failed items with it', async () => {
    await save(kept, { title: 'The <Courier>', checkedAt: '2026-01-05T08:00:00Z', articles: 2 });
    const path = (await pageOf(get('/feeds'))).querySelector('.card a[href^="/feeds/remove"]')!;
    const asking = await pageOf(get(path.getAttribute('href')!));
    assert.match(asking.querySelector('main')!.textContent, /The 2 articles that came of it stay/);
    assert.ok(await open.services.store.feed(kept));
    const form = asking.querySelector('form[action="/feeds/remove"]')!;
    const response = await send('/feeds/remove', {
      url: form.querySelector('input')!.getAttribute('value')!,
    });
    assert.equal(await open.services.store.feed(kept), null);
    const page = await pageOf(get(response.headers.get('Location')!));
    assert.match(page.querySelector('.notice')!.textContent, /^Removed: https:\/\/courier.*still here/);
    assert.equal((await get(path.getAttribute('href')!)).status, 404);
  });

  test('each feed has its own failed items, with reason, time and the address as text or a link of the web', async () => {
    await save(kept);
    await save('https://other.example/');
    const item = { feedUrl: kept, seenAt: '2026-01-05T08:00:00Z', articleId: null, attempts: 3 };
    await open.services.store.saveFeedItem({
      ...{ ...item, key: 'a', url: 'https://courier.example/live', problem: 'HTTP 404: not <there>' },
    });
    await open.services.store.saveFeedItem({
      ...{ ...item, key: 'b', url: 'javascript:alert(1)', problem: 'no address of the web', attempts: 1 },
    });
    const cards = [...(await pageOf(get('/feeds'))).querySelectorAll('.card')];
    assert.deepEqual(
      cards.map(card => card.querySelectorAll('.failed li').length),
      [2, 0],
    );
    const [first] = cards;
    assert.match(first!.textContent, /2 items that could not be taken/);
    assert.match(first!.textContent, /HTTP 404: not <there> [^;]*; not asked for again/);
    assert.match(first!.textContent, /no address of the web [^;]*; asked for again in the next round/);
    assert.equal(first!.querySelectorAll('.failed a').length, 1);
  });

  const at = (hours: number) => new Date(Date.UTC(2026, 0, 5, 9 + hours)).toISOString();
  test('the page says where no feed was ever asked, or none for long, and how to start a watch', async () => {
    const idle = async () => (await pageOf(get('/feeds'))).querySelector('.idle')?.textContent ?? null;
    assert.equal(await idle(), null);
    await save(kept);
    assert.match((await idle())!, /no feed has ever been asked[\s\S]*hearsay watch/);
    await save(kept, { checkedAt: at(-9), nextAt: at(-8) });
    assert.match((await idle())!, /since 5 January 2026[\s\S]*hearsay serve --watch/);
    await save('https://other.example/', { checkedAt: at(0), nextAt: at(2) });
    assert.equal(await idle(), null);
  });

  for (const role of ['read', 'write'] as const satisfies readonly Role[])
    test(`with the role “${role}” the feeds are shown, and no way to change them works`, async () => {
      await save(kept);
      const { token, secret } = makeToken('Ana', role, open.services.clock());
      await open.services.store.saveToken(token);
      const app = createApp(open.services, { ...defaultSettings, open: false });
      const own = { ...headers, Authorization: `Bearer ${secret}` };
      const page = await pageOf(app.request('/feeds', { headers: own }));
      assert.equal(page.querySelectorAll('.card').length, 1);
      assert.equal(page.querySelectorAll('main form, a[href^="/feeds/remove"]').length, 0);
      const removing = `/feeds/remove?url=${encodeURIComponent(kept)}`;
      assert.equal((await app.request(removing, { headers: own })).status, 403);
      for (const path of ['/feeds', '/feeds/remove']) {
        const body = new URLSearchParams({ url: 'https://other.example/' });
        assert.equal((await app.request(path, { method: 'POST', body, headers: own })).status, 403, path);
      }
      assert.equal((await open.services.store.feeds()).length, 1);
    });
});
