import assert from 'node:assert/strict';
import test from 'node:test';
import type { Reading } from '../../../src/domain/index.ts';
import { createDesk } from '../../../src/serve/desk/create-desk.ts';
import { StoreProblem } from '../../../src/store/index.ts';
import { bridgeAccount } from '../accounts.ts';
import { type App, appFor, bridge, ferry, openServices, sent } from './serving.ts';

const posted = (app: App, type: string, body: string, query = '') =>
  app.request(`/api/v1/articles${query}`, { method: 'POST', headers: { 'Content-Type': type }, body });

async function articleAt(app: App, answer: Response) {
  assert.equal(answer.status, 201);
  const found = await app.request(answer.headers.get('Location')!);
  return ((await found.json()) as { reading: Reading }).reading.article;
}

test('plain text is taken with what its address says of it', async t => {
  const app = appFor(await openServices(t));
  const query = `?${new URLSearchParams({ outlet: 'Norwick Echo', published: '11 November 2024', url: 'https://echo.example/1' })}`;
  const article = await articleAt(app, await posted(app, 'text/plain; charset=utf-8', bridgeAccount, query));
  assert.equal(article.outlet, 'Norwick Echo');
  assert.equal(article.published, '2024-11-11');
  assert.equal(article.url, 'https://echo.example/1');
  assert.equal(article.title, 'Bridge to close in March');
  assert.equal(article.byline, 'Ann Lowe');
});

test('a page is taken without what stands around its article, and says itself what nobody else does', async t => {
  const app = appFor(await openServices(t));
  const page = `<!doctype html><html lang="en"><head><title>Bridge to close</title>
<meta property="og:site_name" content="Norwick Echo"><meta property="article:published_time" content="2024-11-11T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Bridge to close in March</h1>
<p>The city of Norwick will close the Fenner bridge in March, Mayor Dora Pell said on Monday.</p>
<p>“We have looked at every other way, and there is none,” Pell told reporters at the town hall in the evening.</p></article></body></html>`;
  const alone = await articleAt(app, await posted(app, 'text/html', page));
  assert.equal(alone.outlet, 'Norwick Echo');
  assert.match(alone.published ?? '', /^2024-11-11/);
  assert.ok(!alone.text.includes('Home'));
  const known = await articleAt(
    app,
    await app.request(
      '/api/v1/articles',
      sent({ html: page, outlet: 'Echo of Norwick', url: 'https://echo.example/2' }),
    ),
  );
  assert.equal(known.outlet, 'Echo of Norwick');
  assert.equal(known.url, 'https://echo.example/2');
  assert.equal(known.text, alone.text);
  assert.deepEqual(known.blocks, alone.blocks);
});

test('JSON lines are taken one by one, and one that is broken does not keep out the others', async t => {
  const app = appFor(await openServices(t));
  const lines = `${JSON.stringify(bridge)}\n{"text": \n\n${JSON.stringify(ferry)}\n`;
  const answer = await posted(app, 'application/x-ndjson', lines);
  assert.equal(answer.status, 200);
  const { results } = (await answer.json()) as {
    results: { outcome?: string; problem?: { code: string; line: number } }[];
  };
  assert.deepEqual(
    results.map(({ outcome, problem }) => outcome ?? problem?.code),
    ['added', 'bad-json', 'added'],
  );
  assert.equal(results[1]!.problem!.line, 2);
});

test('what hearsay read writes is taken as it is', async t => {
  const services = await openServices(t);
  const app = appFor(services);
  const read = services.pipeline.read({ name: 'echo.txt', bytes: new TextEncoder().encode(bridgeAccount) });
  assert.ok(read.ok);
  assert.deepEqual(
    await articleAt(app, await app.request('/api/v1/articles', sent(read.article))),
    read.article,
  );
});

test('so many articles at once are too many, and none is too few', async t => {
  const app = appFor(await openServices(t));
  assert.equal((await posted(app, 'application/jsonl', '{"text":""}\n'.repeat(1001))).status, 413);
  assert.equal((await posted(app, 'application/jsonl', '\n')).status, 422);
  assert.equal((await app.request('/api/v1/articles', sent([]))).status, 422);
});

test('a store that cannot be written to is no fault of whoever submits, and nothing is said to be kept', async t => {
  const services = await openServices(t);
  const commit = () => Promise.reject(new StoreProblem('desk.db cannot be written', 'look at the disk'));
  const store = { ...services.store, commit };
  const desk = createDesk({ ...services, store, threads: 0 });
  t.after(() => desk.close());
  const errors = t.mock.method(console, 'error', () => {});
  const answer = await appFor({ ...services, store, desk }).request(
    'http://localhost/api/v1/articles',
    sent(bridge),
  );
  assert.deepEqual(
    [answer.status, ((await answer.json()) as { code: string }).code],
    [503, 'store-unusable'],
  );
  assert.equal(errors.mock.callCount(), 1);
});
