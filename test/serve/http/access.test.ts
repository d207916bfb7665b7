import assert from 'node:assert/strict';
import test from 'node:test';
import { roles } from '../../../src/store/index.ts';
import type { Description } from './checked.ts';
import { appFor, bearer, bridge, openServices, secretFor, sent } from './serving.ts';

/** The least role that each operation takes. */
const needed = (method: string, path: string): (typeof roles)[number] | null => {
  if (path === '/health') return null;
  if (method === 'get') return 'read';
  return path.startsWith('/feeds') ? 'admin' : 'write';
};

test('each role may do what is its own and what is less, in every operation', async t => {
  const services = await openServices(t);
  const app = appFor(services, { open: false, requestsPerMinute: 0, mostListeners: 0 });
  const { paths } = (await (await app.request('/api/v1/openapi.json')).json()) as Description;
  const secrets = await Promise.all(roles.map(role => secretFor(services, role)));
  let asked = 0;
  for (const [path, operations] of Object.entries(paths))
    for (const method of Object.keys(operations)) {
      const least = needed(method, path);
      const where = `/api/v1${path.replaceAll(/\{\w+\}/g, '1')}`;
      const ask = (headers: Record<string, string>) => app.request(where, { method, headers });
      const nobody = await ask({});
      assert.equal(nobody.status === 401, least !== null, `${method} ${path} without a token`);
      if (least !== null) assert.match(nobody.headers.get('WWW-Authenticate') ?? '', /^Bearer/);
      for (const [at, role] of roles.entries()) {
        const { status } = await ask(bearer(secrets[at]!));
        const isAllowed = least === null || roles.indexOf(role) >= roles.indexOf(least);
        assert.equal(status === 403, !isAllowed, `${method} ${path} as ${role}: ${status}`);
        assert.notEqual(status, 401);
        asked++;
      }
    }
  assert.ok(asked > 60);
});

test('who may not send a form is told which role it takes, on its page', async t => {
  const services = await openServices(t);
  const app = appFor(services, { open: false, requestsPerMinute: 0 });
  const secrets = await Promise.all(roles.map(role => secretFor(services, role)));
  const page = async (path: string, role: (typeof roles)[number]) =>
    app.request(path, { headers: { ...bearer(secrets[roles.indexOf(role)]!), Accept: 'text/html' } });
  const forms = [
    ['/paste', 'read', 'write'],
    ['/stories/1/correct', 'read', 'write'],
    ['/articles/1/correct?statement=1', 'read', 'write'],
    ['/feeds/remove?url=x', 'write', 'admin'],
  ] as const;
  for (const [path, less, role] of forms) {
    const refused = await page(path, less);
    assert.equal(refused.status, 403, path);
    assert.match(await refused.text(), new RegExp(`It takes the role (&quot;|")${role}`), path);
    assert.notEqual((await page(path, role)).status, 403, path);
  }
});

test('a token that is unknown, mistyped or revoked opens nothing, not even an open door', async t => {
  let now = new Date('2024-11-11T10:00:00Z');
  const services = await openServices(t, () => now);
  const app = appFor(services, { open: false });
  const open = appFor(services, { open: true });
  const secret = await secretFor(services, 'read');
  const status = async (headers: Record<string, string>, door = app) =>
    (await door.request('/api/v1/stories', { headers })).status;
  assert.equal(await status(bearer(secret)), 200);
  for (const wrong of [
    `${secret}x`,
    secret.slice(0, -1),
    secret.toUpperCase(),
    'hearsay_',
    'x'.repeat(5000),
  ]) {
    assert.equal(await status(bearer(wrong)), 401, wrong.slice(0, 80));
    assert.equal(await status(bearer(wrong), open), 401);
  }
  assert.equal(await status({ Authorization: `Basic ${secret}` }), 401);
  const [token] = await services.store.tokens();
  assert.ok(!JSON.stringify(token).includes(secret.slice(10)), 'the secret is not kept');
  await services.store.saveToken({ ...token!, revokedAt: now.toISOString() });
  now = new Date('2024-11-11T10:00:05Z');
  assert.equal(await status(bearer(secret)), 401);
  assert.equal(await status({}, open), 200);
});

test('what is corrected bears the name of the token', async t => {
  const services = await openServices(t);
  const app = appFor(services, { open: false });
  const writer = bearer(await secretFor(services, 'write', 'Ana'));
  const post = async (path: string, body: unknown) =>
    (await app.request(`/api/v1${path}`, sent(body, writer))).json() as Promise<Record<string, string>>;
  const { articleId, storyId } = await post('/articles', bridge);
  const other = await post('/articles', {
    text: 'Quarry reopens\n\nThe quarry will hire forty people, its owner said.',
  });
  const correction = { kind: 'not-this-story', articleId, storyId, toStoryId: other.storyId };
  assert.equal((await post('/corrections', { correction, note: null })).by, 'Ana');
});

test('a person signs in with a token, looks around, and signs out', async t => {
  const services = await openServices(t);
  const app = appFor(services, { open: false, trustProxy: true });
  const secret = await secretFor(services, 'read');
  const html = { Accept: 'text/html' };
  const away = await app.request('/?after=1', { headers: html });
  assert.equal(away.status, 303);
  assert.equal(away.headers.get('Location'), '/sign-in?next=%2F%3Fafter%3D1');
  assert.equal((await app.request('/sign-in')).status, 200);
  const signIn = (token: string, next: string) =>
    app.request('/sign-in', {
      method: 'POST',
      headers: { 'X-Forwarded-Proto': 'https', 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ token, next }),
    });
  const refused = await signIn('hearsay_wrong', '/');
  assert.equal(refused.status, 401);
  assert.equal(refused.headers.get('Set-Cookie'), null);
  const begun = await signIn(secret, '/feeds?x=1');
  assert.equal(begun.status, 303);
  assert.equal(begun.headers.get('Location'), '/feeds?x=1');
  const set = begun.headers.get('Set-Cookie') ?? '';
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/']) assert.ok(set.includes(part), part);
  assert.ok(!set.includes(secret.slice(10)), 'the cookie does not hold the secret');
  const Cookie = set.split(';')[0]!;
  assert.equal((await app.request('/', { headers: { ...html, Cookie } })).status, 200);
  assert.equal((await app.request('/api/v1/stories', { headers: { Cookie } })).status, 200);
  const refusedWrite = await app.request('/api/v1/articles', sent(bridge, { Cookie }));
  assert.equal(refusedWrite.status, 403);
  const forged = Cookie.replace(/=(\w)/, (_, first) => (first === 'a' ? '=b' : '=a'));
  assert.equal((await app.request('/api/v1/stories', { headers: { Cookie: forged } })).status, 401);
  const ended = await app.request('/sign-out', { method: 'POST', headers: { Cookie } });
  assert.match(ended.headers.get('Set-Cookie') ?? '', /Max-Age=0/);
});

test('signing in leads nowhere else', async t => {
  const services = await openServices(t);
  const app = appFor(services, { open: false });
  const token = await secretFor(services, 'read');
  const nexts = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '',
  ];
  for (const next of nexts) {
    const body = new URLSearchParams({ token, next });
    const { headers } = await app.request('/sign-in', { method: 'POST', body });
    const target = new URL(headers.get('Location') ?? '', 'http://here');
    assert.equal(target.origin, 'http://here', next);
  }
});

test('a session ends in time, and with its token', async t => {
  let now = new Date('2024-11-11T10:00:00Z');
  const services = await openServices(t, () => now);
  const app = appFor(services, { open: false });
  const begin = async () => {
    const token = await secretFor(services, 'read');
    const begun = await app.request('/sign-in', { method: 'POST', body: new URLSearchParams({ token }) });
    return { Cookie: begun.headers.get('Set-Cookie')!.split(';')[0]! };
  };
  const status = async (headers: Record<string, string>) =>
    (await app.request('/api/v1/stories', { headers })).status;
  const first = await begin();
  assert.equal(await status(first), 200);
  now = new Date('2024-11-18T10:00:01Z');
  assert.equal(await status(first), 401);
  const second = await begin();
  assert.equal(await status(second), 200);
  for (const token of await services.store.tokens())
    await services.store.saveToken({ ...token, revokedAt: now.toISOString() });
  now = new Date('2024-11-18T10:00:10Z');
  assert.equal(await status(second), 401);
});

test('no other spelling of a path is a way in', async t => {
  const services = await openServices(t);
  const app = appFor(services, { open: false });
  const writer = bearer(await secretFor(services, 'write'));
  const feed = { url: 'https://courier.example/feed.xml' };
  const spellings = [
    '/api/v1/%66eeds',
    '/api/v1//feeds',
    '/api/v1/feeds/',
    '/API/v1/feeds',
    '/api/v1/./feeds',
    '/assets/../api/v1/feeds',
    '/assets/%2e%2e/api/v1/feeds',
    '/assets/..%2fapi/v1/feeds',
    '/sign-in/../api/v1/feeds',
    '/api/v1/health/../feeds',
    '/api/v1/feeds;x',
    '/api/v1/feeds%00',
  ];
  for (const path of spellings) {
    assert.ok([401, 404].includes((await app.request(path)).status), path);
    await app.request(path, sent(feed, writer));
  }
  assert.deepEqual(await services.store.feeds(), []);
});
