import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { renderStory } from '../../../src/report/index.ts';
import { createApp, defaultSettings, makeToken } from '../../../src/serve/http/index.ts';
import { madeReading, madeStory, nothing, storyCommit } from '../../store/made.ts';
import { accounts, articleFrom, openDesk } from './desk-of-news.ts';

type Open = Awaited<ReturnType<typeof openDesk>>;

const browserLike = { Accept: 'text/html' };
const documentOf = async (response: Response) => parseHTML(await response.text()).document;

const send = (open: Open, path: string, fields: Readonly<Record<string, string>>) =>
  open.app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: browserLike });

const get = (open: Open, path: string, headers: Readonly<Record<string, string>> = {}) =>
  open.app.request(path, { headers: { ...browserLike, ...headers } });

/** The address of the only story that is kept. */
const storyPath = async ({ services }: Open): Promise<string> =>
  `/stories/${(await services.store.stories('updated', { limit: 1 })).items[0]!.id}`;

/** From a page to its last by the links to the next: how many entries there are, and the first of the links. */
async function walk(open: Open, first: string): Promise<{ next: string | null; seen: number }> {
  let [seen, next]: [number, string | null] = [0, null];
  for (let path: string | null = first; path !== null; ) {
    const page = await documentOf(await get(open, path));
    seen += page.querySelectorAll('.found > li').length;
    path = page.querySelector('a[rel="next"]')?.getAttribute('href') ?? null;
    next ??= path;
  }
  return { next, seen };
}

describe('web pages of an empty store', () => {
  let open: Open;
  before(async () => {
    open = await openDesk();
  });
  after(() => open.close());

  test('the first page says what to do first', async () => {
    const page = await documentOf(await get(open, '/'));
    assert.ok(page.querySelector('#first-steps a[href="/paste"]'));
  });

  for (const [store, said] of [
    ['hearsay.db', /hearsay add \*\.txt takes in files\./],
    ['desk.db', /hearsay add \*\.txt --store desk\.db takes/],
    ["ana's desk.db", /hearsay add \*\.txt --store 'ana'\\''s desk\.db' takes/],
    [null, /hearsay add \*\.txt --store … takes in files\. Give either the store that this server has\./],
  ] as const)
    test(`the first page names the store ${store} in what it tells to type`, async () => {
      const app = createApp(open.services, { ...defaultSettings, store });
      const page = await documentOf(await app.request('/', { headers: browserLike }));
      assert.match(page.getElementById('first-steps')!.textContent, said);
    });

  test('of the changes of one moment, what came into dispute is shown before all others', async () => {
    const own = await openDesk();
    const { store } = own.services;
    const claims = Array.from({ length: 5 }, (_, index) => `c${index}`);
    const moved = (claimId: string, after: 'disputed' | 'on-the-record') => ({
      storyId: 's',
      articleId: 'a',
      event: {
        kind: 'standing',
        claimId,
        before: 'one-unnamed-source',
        after,
        wording: claimId,
        origins: 1,
      } as const,
    });
    const commit = storyCommit(0, madeStory('s', [madeReading('a')]));
    const [first, ...others] = claims;
    const later = { ...nothing, at: '2026-01-06T10:00:00.000Z', changes: [moved('late', 'on-the-record')] };
    await store.commit({
      ...commit,
      changes: [moved(first!, 'disputed'), ...others.map(id => moved(id, 'on-the-record'))],
    });
    await store.commit({
      ...later,
      after: await store.head(),
      stories: commit.stories,
    });
    const page = await documentOf(await get(own, '/'));
    const shown = [...page.querySelectorAll('.moves .words')].map(each => each.textContent);
    assert.deepEqual(shown, ['“late”', '“c0”', '“c4”']);
    await own.close();
  });

  for (const path of [
    '/sources',
    '/search?words=nothing',
    '/search?in=articles&words=nothing',
    '/feeds',
    '/paste',
  ])
    test(`${path} is a page too`, async () => {
      const response = await get(open, path);
      assert.equal(response.status, 200);
      assert.equal((await documentOf(response)).querySelectorAll('h1').length, 1);
    });

  for (const path of ['/stories/none', '/articles/none', '/claims/none', '/sources/none', '/nowhere'])
    test(`${path} is not there, and says so on a page`, async () => {
      const response = await get(open, path);
      assert.equal(response.status, 404);
      assert.ok((await documentOf(response)).querySelector('a[href="/"]'));
    });

  const wrong = [
    ['text', { text: '  ' }, /empty/],
    [
      'text',
      { text: 'Le maire a dit que le pont de la ville sera fermé pour les travaux dans la semaine.' },
      /English/,
    ],
    ['url', { text: 'The bridge is shut, the mayor said.', url: 'javascript:alert(1)' }, /http/],
    [
      'published',
      { text: 'The bridge is shut, the mayor said.', published: 'last Tuesdayish' },
      /last Tuesdayish/,
    ],
  ] as const;
  for (const [field, filled, reason] of wrong)
    test(`a pasted article whose ${field} is wrong (${reason.source}) is refused, and nothing typed is lost`, async () => {
      const response = await send(open, '/paste', { ...filled, outlet: 'The <Quarry> Post' });
      assert.equal(response.status, 422);
      const page = await documentOf(response);
      assert.match(page.getElementById(`${field}-wrong`)!.textContent, reason);
      assert.equal(page.getElementById(field)!.getAttribute('aria-describedby'), `${field}-wrong`);
      assert.equal(page.getElementById('outlet')!.getAttribute('value'), 'The <Quarry> Post');
      assert.match(page.getElementById('text')!.textContent, new RegExp(filled.text.trim().slice(0, 20)));
      assert.equal((await open.services.store.counts()).articles, 0);
    });
});

describe('web pages of a story', () => {
  let open: Open;
  let path: string;
  before(async () => {
    open = await openDesk(accounts);
    path = await storyPath(open);
  });
  after(() => open.close());

  test('every link leads somewhere, and every place on a page that is linked to is there', async () => {
    const seen = new Map<string, Set<string> | null>();
    const wanted: { readonly from: string; readonly to: string; readonly place: string }[] = [];
    const waiting = ['/'];
    for (let from = waiting.pop(); from !== undefined && seen.size < 250; from = waiting.pop()) {
      if (seen.has(from)) continue;
      const response = await get(open, from);
      assert.equal(response.status, 200, from);
      const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
      if (!isPage || response.headers.has('Content-Disposition')) {
        seen.set(from, null);
        continue;
      }
      const page = await documentOf(response);
      seen.set(from, new Set([...page.querySelectorAll('[id]')].map(({ id }) => id)));
      for (const link of page.querySelectorAll('a[href], link[href], script[src]')) {
        const href = link.getAttribute('href') ?? link.getAttribute('src')!;
        if (/^https:/.test(href)) continue;
        const to = new URL(href, `http://here${from}`);
        waiting.push(to.pathname + to.search);
        if (to.hash !== '')
          wanted.push({ from, to: to.pathname + to.search, place: decodeURIComponent(to.hash.slice(1)) });
      }
    }
    assert.ok(seen.size > 60, String(seen.size));
    assert.ok(wanted.length > 300, String(wanted.length));
    for (const { from, to, place } of wanted)
      assert.ok(seen.get(to)?.has(place) ?? !seen.has(to), `${from} to ${to}#${place}`);
  });

  test('no page has a style or a script of its own text, and no id twice', async () => {
    for (const each of [path, '/', `${path}/correct`]) {
      const markup = await (await get(open, each)).text();
      assert.doesNotMatch(markup, /<style|\sstyle=|\son[a-z]+=/);
      const { document } = parseHTML(markup);
      for (const script of document.querySelectorAll('script')) assert.equal(script.textContent, '');
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      assert.deepEqual(ids, [...new Set(ids)], each);
    }
  });

  test('a story’s page has all views of the report, and its own style has the rules of its filters', async () => {
    const page = await documentOf(await get(open, path));
    for (const id of [
      'last-changes',
      'accounts',
      'matrix',
      'claims',
      'differences',
      'lineage',
      'timeline',
      'cast',
      'texts',
    ])
      assert.ok(page.getElementById(id), id);
    const style = page.querySelector('link[data-own]')!.getAttribute('href')!;
    const response = await get(open, style);
    assert.match(response.headers.get('Content-Type')!, /^text\/css/);
    assert.match(await response.text(), /#filters:has\(option\[value="disputed"\]:checked\)/);
  });

  test('a name in the cast leads to all that its source says, where it says anything by name', async () => {
    const cast = (await documentOf(await get(open, path))).getElementById('cast')!;
    const links = [...cast.querySelectorAll('a[href^="/sources/"]')];
    assert.ok(links.length > 2);
    assert.ok(links.length < cast.querySelectorAll('li').length);
    for (const link of links) {
      const page = await documentOf(await get(open, link.getAttribute('href')!));
      const names = page.querySelector('h1')!.textContent.split(' ');
      assert.ok(
        names.some((name: string) => link.textContent.includes(name)),
        link.textContent,
      );
    }
  });

  test('the history of a claim names the article that brought each change', async () => {
    const page = await documentOf(await get(open, path));
    const disputed = page.querySelector('#claims .item.disputed .history')!;
    assert.match(disputed.querySelector('li:last-child')!.textContent, /→ disputed with \[4\] Gulf Monitor/);
  });

  test('the report as one file is the report', async () => {
    const response = await get(open, `${path}/report.html`);
    const { story } = (await open.services.store.story(path.split('/').at(-1)!))!;
    assert.equal(await response.text(), renderStory(story, 'html', { width: 80, colour: false }));
    assert.match(response.headers.get('Content-Disposition')!, /^attachment/);
  });

  test('the Atom feed of a story tells of its changes', async () => {
    const response = await get(open, `${path}/feed.atom`);
    assert.match(response.headers.get('Content-Type')!, /^application\/atom\+xml/);
    assert.match(await response.text(), /disputed/);
  });

  test('a page that has not changed is not sent again', async () => {
    for (const each of [path, '/', '/sources']) {
      const tag = (await get(open, each)).headers.get('ETag')!;
      const again = await get(open, each, { 'If-None-Match': tag });
      assert.equal(again.status, 304, each);
    }
  });

  test('search finds by what is said and done, and says what is wrong with a wish', async () => {
    const denials = await documentOf(await get(open, '/search?stance=denies'));
    const stances = [...denials.querySelectorAll('.found .stance')].map(each => each.textContent);
    assert.ok(stances.length > 1);
    assert.deepEqual([...new Set(stances)], ['denies']);
    const wrong = await documentOf(await get(open, '/search?from=yesterday'));
    assert.match(wrong.querySelector('[role="alert"]')!.textContent, /yesterday/);
  });

  test('articles are shown with the words around, and “…” once where the text goes on', async () => {
    const page = await documentOf(await get(open, '/search?words=envoy&in=articles'));
    const excerpts = [...page.querySelectorAll('.found li > p:nth-child(2)')].map(each => each.textContent);
    assert.ok(excerpts.some(excerpt => /\S …$/.test(excerpt)));
    for (const excerpt of excerpts) assert.doesNotMatch(excerpt, /… …/);
  });

  test('search and sources are walked page by page with every wish kept', async () => {
    const own = await openDesk();
    const said = Array.from({ length: 45 }, (_, at) => `“Pier ${at + 1} stays open,” said Nora Lindqvist.`);
    const story = `The piers were looked at on Monday.\n\n${said.join('\n\n')}\n`;
    await own.services.desk.add([{ ...articleFrom(own.services.pipeline, story), outlet: 'A & B' }]);
    const wish = { words: 'pier open', speaker: 'Lindqvist', stance: 'asserts', outlet: 'A & B' };
    const first = `/search?${new URLSearchParams({ ...wish, from: '', to: '' }).toString()}`;
    const { next, seen } = await walk(own, first);
    assert.ok(seen > 40, String(seen));
    for (const [field, value] of Object.entries(wish))
      assert.equal(new URL(next!, 'http://here').searchParams.get(field), value);
    const [source] = (await own.services.store.sources({}, { limit: 1 })).items;
    const more = `/search?${new URLSearchParams({ sourceKey: source!.key, words: 'pier' }).toString()}`;
    assert.equal(
      new URL((await walk(own, more)).next!, 'http://here').searchParams.get('sourceKey'),
      source!.key,
    );
    await own.close();
  });

  test('where a search finds nothing, each wish can be left out by a link', async () => {
    const page = await documentOf(
      await get(open, '/search?words=zebra&stance=denies&in=articles&outlet=None'),
    );
    const links = [...page.querySelectorAll('#try a')].map(link => link.getAttribute('href'));
    assert.deepEqual(links, ['/search?outlet=None&in=articles', '/search?words=zebra&in=articles']);
    const alone = await documentOf(await get(open, '/search?words=zebra'));
    assert.match(alone.getElementById('results')!.textContent, /Fewer find more/);
  });

  test('a search for articles says what it leaves out, and its JSON has what is shown', async () => {
    const page = await documentOf(
      await get(open, '/search?words=envoy&speaker=Nobody&stance=denies&in=articles'),
    );
    const notice = page.querySelector('.notice')!;
    assert.match(notice.textContent, /^Articles are searched without who says it, what is done: /);
    assert.equal(
      notice.querySelector('a')!.getAttribute('href'),
      '/search?words=envoy&speaker=Nobody&stance=denies',
    );
    const shown = page.querySelectorAll('#results li').length;
    assert.ok(shown > 0);
    const json = page.querySelector('link[type="application/json"]')!.getAttribute('href')!;
    const answer = await get(open, json);
    assert.equal(answer.status, 200);
    assert.equal(((await answer.json()) as { items: unknown[] }).items.length, shown);
  });

  test('a source’s page has all that it says, in every article', async () => {
    const [source] = (await open.services.store.sources({}, { limit: 1 })).items;
    const page = await documentOf(await get(open, `/sources/${encodeURIComponent(source!.key)}`));
    assert.equal(page.querySelectorAll('.found > li').length, source!.statements);
  });

  test('an article’s page marks each statement, with a note on its authority', async () => {
    const [article] = (await open.services.store.articles({ words: 'envoy' }, { limit: 1 })).items;
    const page = await documentOf(await get(open, `/articles/${article!.id}`));
    assert.equal(page.querySelectorAll('#statements .item').length, article!.statements);
    for (const said of page.querySelectorAll('.said[tabindex]'))
      assert.ok(page.getElementById(said.getAttribute('aria-describedby')!), said.textContent);
    assert.ok(page.querySelectorAll('.said[tabindex]').length >= article!.statements);
    const finding = page.querySelector('#findings-list .item')!;
    assert.ok(page.querySelector(`.annotated a[href="#${finding.id}"]`));
  });
});

describe('setting right on the web', () => {
  let open: Open;
  let path: string;
  before(async () => {
    open = await openDesk(accounts);
    path = await storyPath(open);
  });
  after(() => open.close());

  const claimIds = async () => {
    const { story } = (await open.services.store.story(path.split('/').at(-1)!))!;
    return story.claims.map(({ id }) => id);
  };

  test('two claims are made one, the page says who did it, and it can be taken back', async () => {
    const ids = await claimIds();
    const [first, second] = [ids.at(-1)!, ids.at(-2)!];
    const fields = { kind: 'same-claim', first, second, note: 'one & the same', by: 'Ana' };
    const response = await send(open, `${path}/corrections`, fields);
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('Location'), `${path}#corrections`);
    const left = await claimIds();
    assert.equal(left.length, ids.length - 1);
    const gone = ids.find(each => !left.includes(each))!;
    const page = await documentOf(await get(open, `/claims/${gone}`));
    assert.match(page.querySelector('.notice')!.textContent, /no longer a claim of its own/);
    assert.ok(left.includes(page.querySelector('.notice a')!.getAttribute('href')!.split('/').at(-1)!));
    const made = (await documentOf(await get(open, path))).querySelector('#corrections li')!;
    assert.match(made.textContent, /are one claim\. Ana, .*one & the same/);
    const withdraw = made.querySelector('form')!.getAttribute('action')!;
    const taken = await send(open, withdraw, { next: path });
    assert.equal(taken.headers.get('Location'), `${path}#corrections`);
    assert.deepEqual((await claimIds()).toSorted(), ids.toSorted());
    assert.ok((await documentOf(await get(open, path))).querySelector('#corrections .withdrawn'));
  });

  test('the same claim twice is no correction, and the form says so', async () => {
    const [first] = await claimIds();
    const response = await send(open, `${path}/corrections`, {
      kind: 'same-claim',
      first: first!,
      second: first!,
    });
    assert.equal(response.status, 422);
    assert.match((await documentOf(response)).querySelector('[role="alert"]')!.textContent, /not the same/);
  });

  test('an article is taken out of a story, and the two stories are made one again', async () => {
    const { story } = (await open.services.store.story(path.split('/').at(-1)!))!;
    const { id } = story.accounts.at(-1)!.article;
    await send(open, `${path}/corrections`, { kind: 'not-this-story', article: id, to: '' });
    const entry = (await open.services.store.article(id))!;
    assert.notEqual(`/stories/${entry.storyId}`, path);
    const merged = await send(open, `/stories/${entry.storyId}/corrections`, {
      kind: 'same-story',
      into: path.split('/').at(-1)!,
    });
    assert.equal(merged.headers.get('Location'), `${path}#corrections`);
    const old = await get(open, `/stories/${entry.storyId}`);
    assert.equal(old.status, 308);
    assert.equal(old.headers.get('Location'), path);
    assert.equal(old.headers.get('Cache-Control'), 'no-cache');
    assert.equal((await get(open, `/stories/${entry.storyId}/report.html`)).status, 200);
    for (const { event } of await open.services.store.changes({
      after: 0,
      limit: 10_000,
      kind: 'standing',
    })) {
      assert.ok(event.kind === 'standing');
      assert.equal((await get(open, `/claims/${event.claimId}`)).status, 200, event.wording);
    }
  });

  test('another story is named by its id or its address, and the list of corrections calls all by their titles', async () => {
    const own = await openDesk();
    const texts = ['The bridge at Sandby will close, the mayor said.', 'Hens lay more, a farmer said.'];
    const [a, b] = await own.services.desk.add(
      texts.map((text, at) => ({
        ...articleFrom(own.services.pipeline, text),
        title: ['Bridge to close', 'More <eggs>'][at]!,
        outlet: 'Sandby Post',
      })),
    );
    const from = `/stories/${a!.storyId}`;
    const form = await documentOf(await get(own, `${from}/correct`));
    assert.equal(form.querySelectorAll('input[name="address"]').length, 2);
    const merge = (address: string) => send(own, `${from}/corrections`, { kind: 'same-story', address });
    for (const address of ['nowhere', '/stories/nowhere', 'two words', '/stories/%E0%A4%A']) {
      const refused = await merge(address);
      assert.equal(refused.status, 422, address);
      const page = await documentOf(refused);
      assert.match(page.querySelector('[role="alert"]')!.textContent, /is no story that is kept here/);
      assert.equal(page.getElementById('into-address')!.getAttribute('value'), address);
      assert.equal(page.getElementById('to-address')!.getAttribute('value'), '');
    }
    const merged = await merge(`https://desk.example/stories/${b!.storyId}?x=1#claims`);
    assert.equal(merged.headers.get('Location'), `/stories/${b!.storyId}#corrections`);
    // A story that was merged away means the one that it goes on as.
    assert.match(await (await merge(a!.storyId)).text(), /these are one story/);
    const list = (await documentOf(await get(own, `/stories/${b!.storyId}`))).querySelector('#corrections')!;
    assert.match(list.textContent, /The story Bridge to close is part of \S/);
    const fields = { kind: 'not-this-story', article: a!.articleId, to: '' };
    assert.equal((await send(own, `/stories/${b!.storyId}/corrections`, fields)).status, 303);
    const [, second] = (await documentOf(await get(own, `/stories/${b!.storyId}`))).querySelectorAll(
      '#corrections li',
    );
    assert.match(
      second!.textContent,
      /^Bridge to close \(Sandby Post\) tells a story of its own, not More <eggs>/,
    );
    assert.ok(second!.querySelector(`a[href="/stories/${b!.storyId}"]`));
    assert.ok(second!.querySelector(`a[href="/articles/${a!.articleId}"]`));
    await own.close();
  });

  test('a story whose accounts went to several says where each is now; one that lost all to one leads there', async () => {
    const own = await openDesk(accounts.slice(0, 3));
    const emptied = await storyPath(own);
    const { story } = (await own.services.store.story(emptied.split('/').at(-1)!))!;
    const ids = story.accounts.map(({ article }) => article.id);
    const move = (article: string, to: string) =>
      send(own, `${emptied}/corrections`, { kind: 'not-this-story', article, to });
    await move(ids[0]!, '');
    await move(ids[1]!, '');
    await move(ids[2]!, (await own.services.store.article(ids[0]!))!.storyId);
    const response = await get(own, emptied);
    assert.equal(response.status, 404);
    const page = await documentOf(response);
    const api = await own.app.request(`/api/v1${emptied}`);
    assert.equal(api.status, 404);
    const { detail } = (await api.json()) as { readonly detail: string };
    for (const id of ids) {
      const { storyId } = (await own.services.store.article(id))!;
      assert.notEqual(`/stories/${storyId}`, emptied);
      assert.ok(page.querySelector(`main a[href="/articles/${id}"]`));
      assert.ok(page.querySelector(`main a[href="/stories/${storyId}"]`));
      assert.match(detail, new RegExp(`${id} is in the story ${storyId}`));
    }
    const { storyId: first } = (await own.services.store.article(ids[0]!))!;
    const { storyId: second } = (await own.services.store.article(ids[1]!))!;
    await send(own, `/stories/${second}/corrections`, { kind: 'same-story', into: first });
    for (const path of [emptied, `/stories/${second}`])
      assert.equal((await get(own, path)).headers.get('Location'), `/stories/${first}`);
    const [record] = await own.services.store.corrections({ kind: 'same-story' });
    await send(own, `/corrections/${record!.id}/withdraw`, {});
    assert.equal((await get(own, emptied)).status, 404);
    await own.close();
  });

  test('withdrawing leads back to a page of this server only', async () => {
    const [record] = await open.services.store.corrections({ withdrawn: true });
    const response = await send(open, `/corrections/${record!.id}/withdraw`, {
      next: '//elsewhere.example/',
    });
    assert.equal(response.headers.get('Location'), '/');
  });

  test('a wrong speaker is set right, and the article shows who speaks', async () => {
    const [article] = (await open.services.store.articles({ words: 'denies' }, { limit: 1 })).items;
    const [statement] = (
      await open.services.store.statements({ articleId: article!.id, words: 'surprise' }, { limit: 1 })
    ).items;
    const fields = {
      statement: statement!.statementId,
      who: 'words',
      words: 'Amir Saeid Iravani',
      sourceKind: 'person',
    };
    const form = await documentOf(
      await get(open, `/articles/${article!.id}/correct?statement=${statement!.statementId}`),
    );
    assert.ok(form.querySelector('select[name="who"] option[value="nobody"]'));
    const wrong = await send(open, `/articles/${article!.id}/corrections`, {
      ...fields,
      words: 'not in it at all',
    });
    assert.equal(wrong.status, 422);
    const response = await send(open, `/articles/${article!.id}/corrections`, fields);
    assert.equal(response.status, 303);
    const page = await documentOf(await get(open, `/articles/${article!.id}`));
    const items = [...page.querySelectorAll('#statements .item')].map(each => each.textContent);
    assert.ok(
      items.some(each => /Amir Saeid Iravani[\s\S]*surprise/.test(each)),
      items.join('\n'),
    );
    const marks = [...page.querySelectorAll('#statements .mend')].filter(each => each.querySelector('.by'));
    assert.equal(marks.length, 1);
    assert.match(marks[0]!.textContent, /Speaker set right by local, 5 January 2026/);
    const link = marks[0]!.querySelector('a.writes')!;
    assert.equal(link.textContent, 'Withdraw or change that');
    const again = await documentOf(await get(open, link.getAttribute('href')!));
    assert.match(again.querySelector('.notice')!.textContent, /^Set right by local/);
    const withdraw = again.querySelector('form[action^="/corrections/"]')!;
    const taken = await send(open, withdraw.getAttribute('action')!, {
      next: withdraw.querySelector('input')!.getAttribute('value')!,
    });
    assert.equal(taken.headers.get('Location'), `/articles/${article!.id}#statements`);
    const back = await documentOf(await get(open, `/articles/${article!.id}`));
    assert.equal(back.querySelectorAll('.mend .by').length, 0);
  });
});

describe('articles on the web', () => {
  let open: Open;
  before(async () => {
    open = await openDesk();
  });
  after(() => open.close());

  const text = `The old bridge at Sandby will close in May, according to a town official who has seen the plan.

“Nobody asked us,” said Nora Lindqvist, who runs the ferry.`;

  for (const id of ['a/b?c#d, "e"', '../\u0000\u2028', 'лодка – 船', '..', '.'])
    test(`an article whose id is ${JSON.stringify(id)} has a page, which is not sent twice`, async () => {
      const own = await openDesk();
      const [added] = await own.services.desk.add([{ ...articleFrom(own.services.pipeline, text), id }]);
      const path = `/articles/${encodeURIComponent(added!.articleId)}`;
      const page = await get(own, path);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /Nora Lindqvist/);
      const again = await get(own, path, { 'If-None-Match': page.headers.get('ETag')! });
      assert.equal(again.status, 304);
      await own.close();
    });

  test('front matter is heeded with the line ends that browsers send, and these are not kept', async () => {
    const own = await openDesk();
    const file = `---\ntitle: Bridge to close\noutlet: Sandby Post\npublished: 2026-01-04\n---\n\n${text}\n`;
    await send(own, '/paste', { text: file.replaceAll('\n', '\r\n') });
    const [{ id, title, outlet, published } = assert.fail('nothing is kept')] = (
      await own.services.store.articles({}, { limit: 1 })
    ).items;
    assert.deepEqual([title, outlet, published], ['Bridge to close', 'Sandby Post', '2026-01-04']);
    const [reading] = await own.services.store.readings([id]);
    assert.doesNotMatch(reading!.article.text, /\r/);
    await own.close();
  });

  test('a page pasted as HTML is read, and kept once', async () => {
    const fields = {
      text: `<!doctype html><html><head><title>Bridge to close</title></head><body><article><h1>Bridge to close</h1>${text
        .split('\n\n')
        .map(each => `<p>${each}</p>`)
        .join('')}</article></body></html>`,
      outlet: 'Sandby Post',
      url: 'https://sandby.example/bridge',
      published: '4 January 2026',
      go: 'another',
    };
    const first = await send(open, '/paste', fields);
    assert.match(first.headers.get('Location')!, /^\/paste\?added=\w+$/);
    const page = await documentOf(await get(open, first.headers.get('Location')!));
    assert.match(page.querySelector('.notice')!.textContent, /Added: Bridge to close/);
    const again = await send(open, '/paste', fields);
    assert.match(
      (await documentOf(await get(open, again.headers.get('Location')!))).querySelector('.notice')!
        .textContent,
      /kept already/,
    );
    assert.equal((await open.services.store.counts()).articles, 1);
    const [article] = (await open.services.store.articles({}, { limit: 1 })).items;
    assert.deepEqual(
      [article!.title, article!.outlet, article!.published],
      ['Bridge to close', 'Sandby Post', '2026-01-04'],
    );
  });

  test('a new version says what it changed in the sourcing, and the old one can be read', async () => {
    const edited = {
      ...articleFrom(
        open.services.pipeline,
        text.replace('a town official who has seen the plan', 'reports'),
      ),
      url: 'https://sandby.example/bridge',
      outlet: 'Sandby Post',
    };
    const [added] = await open.services.desk.add([edited]);
    assert.equal(added!.outcome, 'new-version');
    const page = await documentOf(await get(open, `/articles/${added!.articleId}`));
    assert.match(page.getElementById('versions')!.textContent, /Version 2/);
    assert.ok(page.querySelectorAll('#versions li li').length > 0);
    const old = await documentOf(await get(open, `/articles/${added!.articleId}?version=1`));
    assert.match(old.getElementById('text')!.textContent, /town official/);
    assert.equal(old.querySelectorAll('.mend').length, 0);
  });

  test('versions say in words that a reason for anonymity went, and a denial, and lead to the places', async () => {
    const own = await openDesk();
    const because = ' because they were not allowed to speak to the press';
    const denial = ' The ministry denied that the contract had been changed.';
    const versions = [
      `A minister will resign over the harbour contract, according to two officials in the ministry, who asked not to be named${because}.\n\n“Nobody has offered us anything,” said Nora Lindqvist, who runs the ferry.${denial}\n`,
    ];
    versions.push(versions[0]!.replace(because, ''));
    versions.push(versions[1]!.replace(denial, ''));
    const url = 'https://sandby.example/minister';
    let id = '';
    for (const each of versions) {
      const [added] = await own.services.desk.add([{ ...articleFrom(own.services.pipeline, each), url }]);
      id = added!.articleId;
    }
    const page = await documentOf(await get(own, `/articles/${id}`));
    const [third, second, first] = [...page.querySelectorAll('#versions > .versions > li')];
    assert.match(third!.textContent, /A denial is gone: The ministry denies “.*contract had been changed”/);
    assert.equal(third!.querySelectorAll('.rows li').length, 1);
    assert.match(second!.textContent, /reason why its source goes unnamed is gone: “because they were not/);
    assert.equal(second!.querySelectorAll('.rows li').length, 1);
    assert.equal(first!.querySelectorAll('.rows li').length, 0);
    for (const link of page.querySelectorAll('#versions a')) {
      const [path, place] = link.getAttribute('href')!.split('#');
      const there = await get(own, path!);
      assert.equal(there.status, 200, path);
      if (place) assert.ok((await documentOf(there)).getElementById(place), link.getAttribute('href')!);
    }
    for (const odd of ['0', '4', 'two', '1.5'])
      assert.equal((await get(own, `/articles/${id}?version=${odd}`)).status, 404, odd);
    await own.close();
  });

  test('an article with an odd id has its page, and every link to it leads there', async () => {
    const id = 'desk/7 ? "late" #2';
    const text = 'The mill will close, said Ana Rao, who runs it.';
    const [added] = await open.services.desk.add([{ ...articleFrom(open.services.pipeline, text), id }]);
    for (const path of [
      `/stories/${added!.storyId}`,
      '/search?words=mill',
      `/stories/${added!.storyId}/correct`,
    ]) {
      const page = await documentOf(await get(open, path));
      const links = [...page.querySelectorAll('a[href^="/articles/"]')].map(
        link => link.getAttribute('href')!,
      );
      assert.ok(links.length > 0, path);
      for (const link of links) assert.equal((await get(open, link.replace(/#.*/, ''))).status, 200, link);
    }
  });

  test('markup in an article is text on every page', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const fields = {
      text: `“${evil},” said Ana Rao, the mayor of Sandby, who denied that the bridge would close.`,
      title: evil,
      outlet: evil,
      go: 'story',
    };
    const story = (await send(open, '/paste', fields)).headers.get('Location')!;
    const [article] = (await open.services.store.articles({ outlet: evil }, { limit: 1 })).items;
    for (const path of [
      '/',
      story,
      `${story}/correct`,
      `/articles/${article!.id}`,
      '/search?words=bridge',
      `/search?words=${encodeURIComponent(evil)}`,
    ]) {
      const page = await (await get(open, path)).text();
      assert.doesNotMatch(page, /<script>|<img/, path);
    }
  });
});

test('web pages: who may only read is shown no way to write, and what is sent all the same is refused', async () => {
  const open = await openDesk(accounts.slice(0, 1));
  const { services } = open;
  const { token, secret } = makeToken('Ana', 'read', services.clock());
  await services.store.saveToken(token);
  const app = createApp(services, { ...defaultSettings, open: false });
  const headers = { ...browserLike, Authorization: `Bearer ${secret}` };
  const page = await documentOf(await app.request('/', { headers }));
  assert.equal(page.body.className, 'web reader');
  assert.match(page.querySelector('form[action="/sign-out"]')!.textContent, /Ana/);
  const refused = await app.request('/paste', {
    method: 'POST',
    body: new URLSearchParams({ text: 'x' }),
    headers,
  });
  assert.equal(refused.status, 403);
  assert.equal(
    (await app.request('/', { headers: browserLike })).headers.get('Location'),
    '/sign-in?next=%2F',
  );
  const signIn = await documentOf(await app.request('/sign-in?next=%2Ffeeds', { headers: browserLike }));
  assert.equal(signIn.querySelector('input[name="next"]')!.getAttribute('value'), '/feeds');
  await open.close();
});
