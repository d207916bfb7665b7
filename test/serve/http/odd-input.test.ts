import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Description } from './checked.ts';
import { appFor, bridge, denial, openServices, sent } from './serving.ts';

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '"',
    "'",
    '*',
    'a OR',
    'NEAR(',
    'a"b',
    '%',
    '_',
    '\\',
    '\0',
    '-',
    ':',
    '(',
    '^',
    'NOT',
    '{',
    '..',
    '/',
    '٣',
    '1e9',
    '9999999999999999999',
    '2024-11-11',
    '0000-01-01',
    'null',
  ),
  fc.constantFrom('disputed', 'asserts', 'person', 'moved', 'standing', 'true'),
);

test('no question about what is kept is a fault, however it is put', async t => {
  const services = await openServices(t);
  const app = appFor(services, { requestsPerMinute: 0, mostListeners: 0 });
  await app.request('/api/v1/articles', sent([bridge, denial]));
  const { paths } = (await (await app.request('/api/v1/openapi.json')).json()) as Description;
  const questions = Object.entries(paths).flatMap(([path, { get }]) =>
    get
      ? [
          {
            path,
            names: ((get as { parameters?: { in: string; name: string }[] }).parameters ?? [])
              .filter(each => each.in === 'query')
              .map(each => each.name),
          },
        ]
      : [],
  );
  assert.ok(questions.length > 15);
  const wish = fc.constantFrom(...questions).chain(({ path, names }) =>
    fc.record({
      path: fc.constant(path),
      step: oddText,
      query: fc.array(fc.tuple(fc.constantFrom(...names, 'odd'), oddText), { maxLength: 4 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(wish, async ({ path, step, query }) => {
      const where = path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(step.toWellFormed()));
      const search = new URLSearchParams(query.map(([name, value]) => [name, value] as [string, string]));
      const { status } = await app.request(`/api/v1${where}?${search}`);
      assert.ok(status < 500 || status === 503, `${where}?${search} ${status}`);
    }),
    { numRuns: 1500 },
  );
});

test('a parameter that is not known is refused by its name in every operation', async t => {
  const app = appFor(await openServices(t), { requestsPerMinute: 0 });
  const { paths } = (await (await app.request('/api/v1/openapi.json')).json()) as Description;
  for (const [path, operations] of Object.entries(paths))
    for (const method of Object.keys(operations)) {
      const url = path === '/feeds' && method === 'delete' ? 'url=https://courier.example/&' : '';
      const where = `/api/v1${path.replaceAll(/\{\w+\}/g, '1')}?${url}colour=red`;
      const answer = await app.request(where, method === 'post' ? sent({}) : { method });
      assert.equal(answer.status, 400, `${method} ${where}`);
      const { errors } = (await answer.json()) as { errors: { where: string }[] };
      assert.deepEqual(
        errors.map(each => each.where),
        ['colour'],
        `${method} ${where}`,
      );
    }
});

test('no page is a fault, however it is asked for', async t => {
  const services = await openServices(t);
  const app = appFor(services, { requestsPerMinute: 0 });
  const added = await app.request('/api/v1/articles', sent(bridge));
  const { articleId, storyId } = (await added.json()) as { articleId: string; storyId: string };
  const own = [
    `/stories/${storyId}`,
    `/stories/${storyId}/feed.atom`,
    `/articles/${articleId}`,
    `/stories/${storyId}/correct`,
  ];
  const path = fc.oneof(
    fc.constantFrom('/', '/search', '/sources', '/feeds', '/paste', ...own),
    fc
      .tuple(fc.constantFrom('/stories/', '/articles/', '/claims/', '/sources/', '/assets/'), oddText)
      .map(([room, name]) => room + encodeURIComponent(name.toWellFormed())),
  );
  const name = fc.constantFrom(
    'words',
    'after',
    'speaker',
    'stance',
    'from',
    'to',
    'outlet',
    'version',
    'odd',
  );
  const query = fc.array(fc.tuple(name, oddText), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(path, query, async (where, wishes) => {
      const url = `${where}?${new URLSearchParams(wishes)}`;
      const { status } = await app.request(url, { headers: { Accept: 'text/html' } });
      assert.ok(status < 500, `${url} ${status}`);
    }),
    { numRuns: 500 },
  );
});

test('no body is a fault, whatever it holds', async t => {
  const services = await openServices(t);
  const app = appFor(services, { requestsPerMinute: 0 });
  const json = fc.oneof(
    fc.json(),
    fc
      .record({ text: oddText, title: oddText, published: oddText, url: oddText }, { requiredKeys: [] })
      .map(value => JSON.stringify(value)),
    fc.record({ text: fc.constant(bridge.text), blocks: fc.jsonValue() }).map(value => JSON.stringify(value)),
    fc
      .record({
        correction: fc.record({
          kind: fc.constantFrom('speaker', 'same-claim', 'same-story', 'not-this-story'),
          storyId: oddText,
          intoStoryId: oddText,
          articleId: oddText,
        }),
      })
      .map(value => JSON.stringify(value)),
    oddText,
  );
  const type = fc.constantFrom(
    'application/json',
    'application/x-ndjson',
    'text/plain',
    'text/html',
    'text/html; charset=utf-16',
    'odd',
    '',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('/articles', '/corrections', '/feeds'),
      type,
      json,
      async (path, header, body) => {
        const headers = header === '' ? {} : { 'Content-Type': header };
        const { status } = await app.request(`/api/v1${path}`, { method: 'POST', headers, body });
        assert.ok(status < 500, `${path} ${header} ${body}: ${status}`);
      },
    ),
    { numRuns: 300 },
  );
});
