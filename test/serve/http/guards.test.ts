import assert from 'node:assert/strict';
import { connect } from 'node:net';
import test, { type TestContext } from 'node:test';
import {
  defaultSettings,
  isLoopbackHost,
  listen,
  type ServeSettings,
} from '../../../src/serve/http/index.ts';
import { appFor, bearer, bridge, openServices, secretFor, sent } from './serving.ts';

const appWith = async (t: TestContext, settings: Partial<ServeSettings> = {}) =>
  appFor(await openServices(t), settings);

test('no other site can change anything through a browser', async t => {
  const services = await openServices(t);
  const app = appFor(services);
  const here = 'http://localhost';
  const post = async (headers: Record<string, string>, path = '/api/v1/articles') =>
    (await app.request(`${here}${path}`, sent(bridge, headers))).status;
  assert.equal(await post({ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }), 403);
  assert.equal(await post({ 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:8080' }), 403);
  assert.equal(await post({ Origin: 'https://evil.example' }), 403);
  assert.equal(await post({ Origin: 'null' }), 403);
  assert.equal(await post({ Origin: 'https://evil.example' }, '/sign-out'), 403);
  assert.equal(await post({ 'Sec-Fetch-Site': 'cross-site' }, '/feeds'), 403);
  assert.equal(await services.store.head(), 0);
  assert.equal(await post({ Origin: here }), 201);
  assert.equal(await post({ 'Sec-Fetch-Site': 'same-origin', Origin: here }), 200);
  assert.equal(await post({}), 200);
  const token = bearer(await secretFor(services, 'write'));
  assert.equal(await post({ Origin: 'https://tool.example', ...token }), 200);
  const read = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
  const answer = await app.request(`${here}/api/v1/stories`, { headers: read });
  assert.equal(answer.headers.get('Access-Control-Allow-Origin'), null);
});

test('a name that was made to mean this machine is not answered to', async t => {
  const app = await appWith(t, { names: ['desk.example'] });
  const status = async (Host: string) => (await app.request('/api/v1/health', { headers: { Host } })).status;
  for (const host of [
    'localhost',
    'localhost:7171',
    '127.0.0.1:7171',
    '127.9.9.9',
    '[::1]:7171',
    'LOCALHOST',
    'desk.example:80',
    'Desk.Example',
  ])
    assert.equal(await status(host), 200, host);
  for (const host of [
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:7171',
    '10.0.0.1',
    '[::2]',
    '',
  ])
    assert.equal(await status(host), 421, host);
});

test('an open door is shut to what comes through a proxy', async t => {
  const app = await appWith(t);
  const headers = { 'X-Forwarded-For': '203.0.113.5' };
  assert.equal((await app.request('/api/v1/stories', { headers })).status, 421);
});

test('a body may be no larger than is said', async t => {
  const app = await appWith(t, { mostBodyBytes: 2000 });
  const body = 'x'.repeat(2001);
  const type = { 'Content-Type': 'text/plain' };
  const known = await app.request('/api/v1/articles', {
    method: 'POST',
    headers: { ...type, 'Content-Length': '2001' },
    body,
  });
  assert.equal(known.status, 413);
  const stream = new Blob([body]).stream();
  const unknown = await app.request('/api/v1/articles', {
    method: 'POST',
    headers: type,
    body: stream,
    duplex: 'half',
  } as RequestInit);
  assert.equal(unknown.status, 413);
  assert.equal(((await unknown.json()) as { code: string }).code, 'too-large');
  const signIn = await app.request('/sign-in', {
    method: 'POST',
    headers: { ...type, 'Content-Length': '10001' },
    body,
  });
  assert.equal(signIn.status, 413);
});

test('a caller that is too quick is told to wait, and others are not', async t => {
  let now = new Date('2024-11-11T10:00:00Z');
  const services = await openServices(t, () => now);
  const app = appFor(services, { requestsPerMinute: 3, trustProxy: true, open: false });
  const tokens = [await secretFor(services, 'read'), await secretFor(services, 'read')].map(bearer);
  const ask = (headers: Record<string, string>) => app.request('/api/v1/stories', { headers });
  const statuses = async (headers: Record<string, string>, times: number) => {
    const all: number[] = [];
    for (let time = 0; time < times; time++) all.push((await ask(headers)).status);
    return all;
  };
  assert.deepEqual(await statuses(tokens[0]!, 4), [200, 200, 200, 429]);
  const refused = await ask(tokens[0]!);
  assert.equal(refused.headers.get('Retry-After'), '20');
  assert.match(await (await ask({ ...tokens[0]!, Accept: 'text/html' })).text(), /wait 20 seconds/i);
  assert.deepEqual(await statuses(tokens[1]!, 1), [200]);
  now = new Date('2024-11-11T10:00:20Z');
  assert.deepEqual(await statuses(tokens[0]!, 2), [200, 429]);
  // Without a token it is the address that counts, as the proxy saw it; guessing tokens counts too.
  const from = (address: string) => ({ 'X-Forwarded-For': `1.2.3.4, ${address}` });
  assert.deepEqual(await statuses({ ...from('203.0.113.5'), ...bearer('guess') }, 4), [401, 401, 401, 429]);
  assert.deepEqual(await statuses(from('203.0.113.6'), 1), [401]);
  assert.deepEqual(await statuses(from('2001:db8::1'), 3), [401, 401, 401]);
  assert.deepEqual(await statuses(from('2001:db8::2'), 1), [429]);
});

test('every answer forbids what pages do not need', async t => {
  const app = await appWith(t);
  for (const path of ['/', '/api/v1/stories', '/nowhere', '/sign-in', '/api/v1/stories?x=1']) {
    const { headers } = await app.request(path);
    const policy = headers.get('Content-Security-Policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      assert.ok(policy.includes(part), `${path}: ${part}`);
    assert.ok(!policy.includes('unsafe'));
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(headers.get('Referrer-Policy'), 'same-origin');
    assert.equal(headers.get('X-Powered-By'), null);
  }
});

test('a fault tells a caller nothing of the house', async t => {
  const services = await openServices(t);
  const store = { ...services.store, stories: () => Promise.reject(new Error('secret path /srv/desk.db')) };
  const app = appFor({ ...services, store });
  const logged = t.mock.method(console, 'error', () => {});
  const answer = await app.request('/api/v1/stories');
  assert.equal(answer.status, 500);
  assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
  assert.ok(!(await answer.text()).includes('secret'));
  assert.equal(logged.mock.callCount(), 1);
});

test('a person gets a page where a program gets a problem', async t => {
  const app = await appWith(t);
  const page = await app.request('/<b>nowhere', { headers: { Accept: 'text/html' } });
  assert.equal(page.status, 404);
  assert.match(page.headers.get('Content-Type') ?? '', /^text\/html/);
  assert.ok(!(await page.text()).includes('<b>nowhere'));
});

test('only this machine is this machine', () => {
  for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]', '::ffff:127.0.0.1'])
    assert.equal(isLoopbackHost(host), true, host);
  for (const host of ['0.0.0.0', '::', '10.0.0.1', 'desk.example', '127.0.0.1.evil.example', ''])
    assert.equal(isLoopbackHost(host), false, host);
});

test('a real socket that is sent nonsense answers, and the next one is served', async t => {
  const settings = { ...defaultSettings, port: 0 };
  const server = await listen(await appWith(t), settings);
  t.after(() => server.close());
  const { port } = new URL(server.url);
  const lines = [
    'GET /api/v1/stories HTTP/1.1\r\nHost: a b\r\n\r\n',
    'GET /api/v1/stories/%ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    'GET //evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    'GET http://evil.example/api/v1/stories HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    'BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'POST /api/v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nConnection: close\r\n\r\n\0\0\0\0\0',
    '\0\0\0\r\n\r\n',
  ];
  for (const line of lines) {
    const answer = await said(Number(port), line);
    assert.match(answer, /^HTTP\/1\.1 [2-4]\d\d /, JSON.stringify(line));
  }
  assert.equal((await fetch(`${server.url}/api/v1/health`)).status, 200);
});

/** What a server says to these bytes until it ends the connection. */
const said = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', part => {
      text += part;
      if (text.includes('\r\n\r\n')) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
