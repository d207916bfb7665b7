import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Services } from '../../../src/serve/services.ts';
import { type Contract, contractOf, type Description, templateOf } from './checked.ts';
import { type App, appFor, bridge, denial, ferry, openServices, sent } from './serving.ts';

// One server for all: each test adds to what the last has seen, and the last test counts.
let services: Services;
let app: App;
let contract: Contract;
const endings: (() => unknown)[] = [];

before(async () => {
  services = await openServices({ after: (ending: () => unknown) => void endings.push(ending) });
  app = appFor(services, { requestsPerMinute: 0 });
  const description = (await (await app.request('/api/v1/openapi.json')).json()) as Description;
  contract = contractOf(description);
});
after(async () => {
  for (const ending of endings) await ending();
});

/** Whatever JSON holds: the description has checked it. */
type Json = ReturnType<typeof JSON.parse>;
type Answer = { readonly status: number; readonly headers: Headers; readonly value: Json };

/** Asks, and holds the answer against the description. */
async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await app.request(`/api/v1${path}`, init);
  const { status, headers } = answer;
  return { status, headers, value: await contract.check((init.method ?? 'GET').toLowerCase(), path, answer) };
}

/** Asks for what must fail, and gives the code of the problem. */
async function failing(path: string, init: RequestInit = {}): Promise<string> {
  const { status, value } = await ask(path, init);
  assert.equal(value.status, status);
  assert.equal(value.type, `urn:hearsay:problem:${value.code}`);
  return value.code;
}

test('an article that is submitted is kept, placed and answered with where it is', async () => {
  const answer = await ask('/articles', sent(bridge));
  assert.equal(answer.status, 201);
  assert.equal(answer.value.outcome, 'added');
  assert.equal(answer.headers.get('Location'), `/api/v1/articles/${answer.value.articleId}`);
  const again = await ask('/articles', sent(bridge));
  assert.equal(again.status, 200);
  assert.deepEqual(again.value, { ...answer.value, outcome: 'known' });
});

test('a list of articles is answered with what became of each', async () => {
  const { status, value } = await ask('/articles', sent([bridge, { outlet: 'No text' }, ferry]));
  assert.equal(status, 200);
  const [first, second, third] = value.results;
  assert.equal(first.outcome, 'known');
  assert.equal(second.problem.code, 'invalid');
  assert.equal(second.problem.line, 2);
  assert.equal(third.outcome, 'added');
  assert.equal(third.storyId, first.storyId);
});

test('another text from the same page is a new version, and the one before can still be had', async () => {
  const text = bridge.text.replace('$4 million', '$6 million');
  const { status, value } = await ask('/articles', sent({ ...bridge, text }));
  assert.equal(status, 201);
  assert.equal(value.outcome, 'new-version');
  const { value: article } = await ask(`/articles/${value.articleId}`);
  assert.match(article.reading.article.text, /\$6 million/);
  assert.deepEqual(
    article.versions.map((each: { version: number }) => each.version),
    [1, 2],
  );
  const { value: first } = await ask(`/articles/${value.articleId}/versions/1`);
  assert.match(first.reading.article.text, /\$4 million/);
  assert.equal(await failing(`/articles/${value.articleId}/versions/9`), 'not-found');
  assert.equal(await failing(`/articles/${value.articleId}/versions/x`), 'not-found');
});

test('a story holds its accounts and claims, and a late denial changes a standing', async () => {
  const before = await ask('/stories');
  const [{ id }] = before.value.items;
  const told = await ask(`/stories/${id}`);
  assert.equal(told.value.story.accounts.length, 2);
  await ask('/articles', sent(denial));
  const { value } = await ask(`/stories/${id}`);
  assert.equal(value.story.accounts.length, 3);
  const claims = await ask(`/stories/${id}/claims?standing=disputed`);
  const [disputed] = claims.value.items;
  const { value: claim } = await ask(`/claims/${disputed.id}`);
  const standings = claim.history.filter((each: Json) => each.event.kind === 'standing');
  assert.deepEqual(standings.at(-1).event.before, 'on-the-record');
  assert.deepEqual(standings.at(-1).event.after, 'disputed');
  assert.equal((await ask(`/claims?standing=disputed&storyId=${id}`)).value.items.length, 1);
});

test('the audit of an article points at its words', async () => {
  const [{ id }] = (await ask('/articles?outlet=Norwick+Echo')).value.items;
  const { value } = await ask(`/articles/${id}/audit`);
  assert.equal(value.articleId, id);
  const { value: article } = await ask(`/articles/${id}`);
  for (const { span } of value.findings) assert.ok(span.end <= article.reading.article.text.length);
});

test('statements are searched by all that is given', async () => {
  const all = (await ask('/statements?limit=200')).value.items;
  assert.ok(all.length >= 6);
  const denials = (await ask('/statements?stance=denies&outlet=Valley+Radio&from=2024-11-13')).value.items;
  assert.ok(denials.length > 0 && denials.length < all.length);
  assert.ok(denials.every((each: Json) => each.stance === 'denies' && each.outlet === 'Valley Radio'));
  const [pell] = (await ask('/sources?words=pell')).value.items;
  assert.equal(pell.name, 'Dora Pell');
  const { value: source } = await ask(`/sources/${encodeURIComponent(pell.key)}`);
  const said = (await ask(`/statements?sourceKey=${encodeURIComponent(pell.key)}`)).value.items;
  assert.equal(said.length, source.statements);
});

test('lists are handed out in pages that do not overlap', async () => {
  for (const path of ['/articles', '/statements', '/sources', '/outlets', '/claims']) {
    const whole = (await ask(`${path}?limit=200`)).value.items;
    assert.ok(whole.length > 1, path);
    const pages: unknown[] = [];
    let next: string | null = null;
    do {
      const more: string = next === null ? '' : `&after=${encodeURIComponent(next)}`;
      const { value }: Answer = await ask(`${path}?limit=1${more}`);
      assert.equal(value.items.length, 1);
      pages.push(...value.items);
      next = value.next;
    } while (next !== null);
    assert.deepEqual(pages, whole, path);
    assert.equal(await failing(`${path}?after=nonsense`), 'bad-query');
  }
});

test('who asks again with the ETag hears that nothing is new, until something is', async () => {
  const [{ id }] = (await ask('/stories')).value.items;
  const [{ id: articleId }] = (await ask('/articles')).value.items;
  const [{ id: claimId }] = (await ask('/claims')).value.items;
  const [{ key }] = (await ask('/sources')).value.items;
  const paths = [
    '/stories',
    `/stories/${id}`,
    `/stories/${id}/claims`,
    '/articles',
    `/articles/${articleId}`,
    `/articles/${articleId}/versions/1`,
    `/articles/${articleId}/audit`,
    '/claims',
    `/claims/${claimId}`,
    '/statements',
    '/sources',
    `/sources/${encodeURIComponent(key)}`,
    '/outlets',
    '/corrections',
    '/changes',
  ];
  const tags = new Map<string, string>();
  for (const path of paths) {
    const { headers } = await ask(path);
    const tag = headers.get('ETag');
    assert.ok(tag, path);
    tags.set(path, tag);
    const again = await ask(path, { headers: { 'If-None-Match': `"other", ${tag}` } });
    assert.equal(again.status, 304, path);
    assert.equal(again.headers.get('ETag'), tag);
  }
  await ask(
    '/articles',
    sent({
      ...denial,
      url: 'https://valley.example/2',
      text: `${denial.text}\nThe harbour will stay open, Lund said.\n`,
    }),
  );
  for (const [path, tag] of tags)
    assert.equal((await ask(path, { headers: { 'If-None-Match': tag } })).status, 200, path);
});

test('a correction is made by whoever sends it, heeded, and can be taken back', async () => {
  const [{ id }] = (await ask('/articles?outlet=Harbour+Post')).value.items;
  const { reading } = (await ask(`/articles/${id}`)).value;
  const statement = reading.statements.find((each: Json) => each.content.length > 0 && each.source);
  const text: string = reading.article.text;
  const place = (span: { start: number; end: number }) => ({
    articleId: id,
    ...span,
    words: text.slice(span.start, span.end),
  });
  const at = text.indexOf('The harbour office');
  const speaker = { place: place({ start: at, end: at + 18 }), kind: 'organisation' };
  const correction = { kind: 'speaker', articleId: id, statement: place(statement.content[0]), speaker };
  const made = await ask('/corrections', sent({ correction, note: 'misheard' }));
  assert.equal(made.status, 201);
  assert.equal(made.value.by, 'local');
  assert.equal((await ask(`/corrections?articleId=${id}&kind=speaker`)).value.items.length, 1);
  const withdrawn = await ask(`/corrections/${made.value.id}`, { method: 'DELETE' });
  assert.notEqual(withdrawn.value.withdrawnAt, null);
  assert.equal(await failing(`/corrections/${made.value.id}`, { method: 'DELETE' }), 'conflict');
  assert.equal((await ask('/corrections')).value.items.length, 0);
  assert.equal((await ask('/corrections?withdrawn=true')).value.items.length, 1);
  const nowhere = {
    ...correction,
    articleId: 'none',
    statement: { ...correction.statement, articleId: 'none' },
  };
  assert.equal(await failing('/corrections', sent({ correction: nowhere })), 'invalid');
  assert.equal(await failing('/corrections', sent({ correction: { kind: 'magic' } })), 'invalid');
  assert.equal(await failing('/corrections/none', { method: 'DELETE' }), 'not-found');
});

test('a story that was merged leads to the one that it is part of', async () => {
  const other = {
    text: 'Quarry reopens in Tarn Hollow\n\nThe quarry at Tarn Hollow will hire forty people, its owner Gus Merrow said on Friday.\n',
    outlet: 'Hill Gazette',
    published: '2023-05-05',
  };
  const { value: added } = await ask('/articles', sent(other));
  const [{ storyId: intoStoryId }] = (await ask('/articles?outlet=Harbour+Post')).value.items;
  assert.notEqual(added.storyId, intoStoryId);
  const leave = { kind: 'not-this-story', ...added, toStoryId: null };
  assert.equal(await failing('/corrections', sent({ correction: leave })), 'conflict');
  const correction = { kind: 'same-story', storyId: added.storyId, intoStoryId };
  assert.equal((await ask('/corrections', sent({ correction }))).status, 201);
  const moved = await ask(`/stories/${added.storyId}`);
  assert.equal(moved.status, 308);
  assert.equal(moved.headers.get('Location'), `/api/v1/stories/${intoStoryId}`);
  const claims = await ask(`/stories/${added.storyId}/claims?limit=2&standing=disputed`);
  assert.equal(
    claims.headers.get('Location'),
    `/api/v1/stories/${intoStoryId}/claims?limit=2&standing=disputed`,
  );
  assert.equal(moved.headers.get('Cache-Control'), 'no-cache');
  const feed = await app.request(`/stories/${added.storyId}/feed.atom`);
  assert.equal(feed.headers.get('Location'), `/stories/${intoStoryId}/feed.atom`);
});

test('a feed is added once, listed, and removed', async () => {
  const url = 'https://courier.example/feed.xml';
  assert.equal((await ask('/feeds', sent({ url }))).status, 201);
  assert.equal((await ask('/feeds', sent({ url }))).status, 200);
  assert.equal((await ask('/feeds')).value.items[0].url, url);
  await services.store.saveFeedItem({
    feedUrl: url,
    key: 'one',
    url: null,
    seenAt: '2024-11-11T10:00:00.000Z',
    articleId: null,
    problem: 'nothing to read',
    attempts: 1,
  });
  const { value } = await ask(`/feeds/failures?url=${encodeURIComponent(url)}`);
  assert.equal(value.items[0].problem, 'nothing to read');
  const path = `/feeds?url=${encodeURIComponent(url)}`;
  assert.equal((await ask(path, { method: 'DELETE' })).status, 204);
  assert.equal(await failing(path, { method: 'DELETE' }), 'not-found');
  assert.equal(await failing('/feeds', sent({ url: 'ftp://courier.example/feed.xml' })), 'invalid');
  assert.equal(
    await failing('/feeds', sent({ url: 'https://me:secret@courier.example/feed.xml' })),
    'invalid',
  );
  assert.equal(await failing('/feeds', sent({ url, name: 'Courier' })), 'invalid');
});

test('the log is read on from where its reader was', async () => {
  const { value: first } = await ask('/changes?limit=2');
  assert.equal(first.items.length, 2);
  const { value: rest } = await ask(`/changes?after=${first.last}&limit=200`);
  assert.equal(rest.items[0].seq > first.last, true);
  const { value: end } = await ask(`/changes?after=${rest.last}`);
  assert.deepEqual(end, { items: [], last: rest.last });
  const { value: moves } = await ask('/changes?kind=standing&limit=200');
  assert.ok(moves.items.length > 0);
  assert.ok(moves.items.every((each: Json) => each.event.kind === 'standing'));
});

test('health says how much is kept', async () => {
  const { value } = await ask('/health');
  assert.deepEqual(value.kept, await services.store.counts());
});

test('whatever is wrong is named', async () => {
  for (const path of [
    '/articles/none',
    '/stories/none',
    '/stories/none/claims',
    '/claims/none',
    '/sources/none',
  ])
    assert.equal(await failing(path), 'not-found');
  assert.equal(await failing('/articles/none/audit'), 'not-found');
  const { value } = await ask('/stories?colour=red&limit=0');
  assert.deepEqual(value.errors.map((each: Json) => each.where).sort(), ['colour', 'limit']);
  const twice = await ask('/stories?limit=1&limit=2');
  assert.equal(twice.value.errors[0].where, 'limit');
  assert.equal(await failing('/statements?from=2024-02-30'), 'bad-query');
  assert.equal(await failing('/events?after=x'), 'bad-query');
  assert.equal(await failing('/changes?after=-1'), 'bad-query');
});

test('a wrong body is answered with what is wrong in it', async () => {
  const type = { 'Content-Type': 'application/json' };
  assert.equal(await failing('/articles', { method: 'POST', headers: type, body: '{"text": ' }), 'bad-json');
  assert.equal(await failing('/corrections', { method: 'POST', headers: type, body: '{' }), 'bad-json');
  assert.equal(await failing('/feeds', { method: 'POST', headers: type, body: '' }), 'bad-json');
  assert.equal(await failing('/articles', sent({ text: 7 })), 'invalid');
  assert.equal(await failing('/articles', sent({ text: 'a', html: '<p>a' })), 'invalid');
  assert.equal(await failing('/articles', sent({ ...bridge, url: 'javascript:alert(1)' })), 'invalid');
  assert.equal(await failing('/articles', sent({ ...bridge, published: 'one fine day' })), 'invalid');
  assert.equal(await failing('/articles', sent({ text: '' })), 'unusable-article');
  const french =
    'Le pont sera fermé en mars, a dit lundi le maire de la ville, qui ne veut pas en dire plus.';
  assert.equal(await failing('/articles', sent({ text: french })), 'unusable-article');
  const form = { method: 'POST', body: new URLSearchParams({ text: 'a' }) };
  assert.equal(await failing('/articles', form), 'wrong-type');
  assert.equal(await failing('/corrections', form), 'wrong-type');
  assert.equal(await failing('/feeds', form), 'wrong-type');
});

test('a path that is not there, and a method that is not, are problems too', async () => {
  const nowhere = await app.request('/api/v1/nowhere');
  assert.equal(nowhere.status, 404);
  assert.equal(nowhere.headers.get('Content-Type'), 'application/problem+json');
  const patched = await app.request('/api/v1/stories', { method: 'PATCH' });
  assert.equal(patched.status, 405);
  assert.equal(patched.headers.get('Allow'), 'GET, HEAD');
  assert.equal(((await patched.json()) as Json).code, 'method-not-allowed');
  const head = await app.request('/api/v1/stories', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), '');
});

test('the description is OpenAPI 3.1 whose references all lead somewhere', () => {
  const { description } = contract;
  assert.match(description.openapi, /^3\.1\./);
  const text = JSON.stringify(description);
  const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
  assert.ok(names.length > 100);
  const { schemas } = (description as Json).components;
  for (const name of new Set(names)) assert.ok(schemas[name], name);
  const ids = Object.values(description.paths).flatMap(each =>
    Object.values(each).map(own => own.operationId),
  );
  assert.equal(new Set(ids).size, ids.length);
});

test('a fixed path goes before one with a name in it', () => {
  const paths = { '/feeds/{url}': {}, '/feeds/failures': {} };
  assert.equal(templateOf({ paths }, '/feeds/failures?limit=1'), '/feeds/failures');
});

// Node runs the tests of a file in their order: by now all have asked.
test('every operation has answered as it is described', () => {
  const expected = Object.values(contract.description.paths).flatMap(path =>
    Object.values(path).flatMap(({ operationId, responses }) =>
      Object.keys(responses)
        .filter(status => /^[23]/.test(status) || ['404', '409', '415', '422'].includes(status))
        .map(status => `${operationId} ${status}`),
    ),
  );
  // The stream never ends: its tests are in events.test.ts.
  const missing = expected.filter(each => !contract.seen.has(each) && each !== 'listenToChanges 200');
  assert.deepEqual(missing, []);
});
