import assert from 'node:assert/strict';
import test from 'node:test';
import { createDesk } from '../../../src/serve/desk/create-desk.ts';
import { SomeNotAdded } from '../../../src/serve/desk/desk.ts';
import { type Store, StoreProblem } from '../../../src/store/index.ts';
import { article, denial, first, openDesk, other, pipeline, second } from './desks.ts';

test('accounts of one event come into one story, and another event into its own', async t => {
  const desk = await openDesk(t);
  const added = await desk.add([first, second, other]);
  assert.deepEqual(
    added.map(({ outcome, version }) => [outcome, version]),
    [
      ['added', 1],
      ['added', 1],
      ['added', 1],
    ],
  );
  const [a, b, c] = added.map(({ storyId }) => storyId);
  assert.equal(a, b);
  assert.notEqual(a, c);
  const stored = await desk.store.story(a!);
  assert.equal(stored?.story.id, a);
  assert.deepEqual(
    stored?.story.accounts.map(reading => reading.article.outlet),
    ['Norwick Courier', 'Lake Gazette'],
  );
});

test('what is added twice changes nothing, by address or by content', async t => {
  const desk = await openDesk(t);
  await desk.add([first, second]);
  const head = await desk.store.head();
  const counts = await desk.store.counts();
  const elsewhere = { ...first, id: 'elsewhere', url: 'https://www.courier.example/ferry/?utm_medium=feed' };
  const again = await desk.add([first, elsewhere, { ...second, url: null }]);
  assert.deepEqual(
    again.map(({ outcome }) => outcome),
    ['known', 'known', 'known'],
  );
  assert.equal(await desk.store.head(), head);
  assert.deepEqual(await desk.store.counts(), counts);
});

test('a late denial changes the standing of a claim that keeps its id, and the log says which article brought it', async t => {
  const desk = await openDesk(t);
  const [{ storyId } = { storyId: '' }] = await desk.add([first, second]);
  const before = (await desk.store.story(storyId))!.story.claims;
  const head = await desk.store.head();
  const [added] = await desk.add([denial]);
  assert.equal(added?.storyId, storyId);
  const moved = (await desk.store.changes({ after: head, limit: 100, kind: 'standing' })).filter(
    ({ event }) => event.kind === 'standing' && event.before !== null && event.after === 'disputed',
  );
  assert.equal(moved.length, 1);
  assert.equal(moved[0]?.articleId, denial.id);
  const claimId = moved[0]?.event.kind === 'standing' ? moved[0].event.claimId : '';
  assert.ok(before.some(({ id }) => id === claimId));
  const claim = await desk.store.claim(claimId);
  assert.equal(claim?.entry.standing, 'disputed');
  assert.equal(claim?.history.length, 2);
});

test('an account that comes late stands in its place in time, and claims keep their ids', async t => {
  const desk = await openDesk(t);
  const [{ storyId } = { storyId: '' }] = await desk.add([second, denial]);
  const before = new Set((await desk.store.story(storyId))!.story.claims.map(({ id }) => id));
  await desk.add([first]);
  const { story } = (await desk.store.story(storyId))!;
  assert.equal(story.accounts[0]?.article.outlet, 'Norwick Courier');
  const kept = story.claims.filter(({ id }) => before.has(id));
  assert.equal(kept.length, before.size);
});

test('an edited article is a new version that says what changed in its sourcing', async t => {
  const desk = await openDesk(t);
  const [{ storyId, articleId } = { storyId: '', articleId: '' }] = await desk.add([first, second]);
  const edited = article({
    outlet: 'Norwick Courier',
    title: first.title!,
    published: '2024-03-04',
    url: 'https://courier.example/ferry',
    text: first.text.replace(', who asked not to be named because the talks are private,', ''),
  });
  const [added] = await desk.add([edited]);
  assert.deepEqual(added, { articleId, storyId, outcome: 'new-version', version: 2 });
  const versions = await desk.store.versions(articleId);
  assert.equal(versions.length, 2);
  assert.equal(versions[0]?.changes, null);
  assert.ok(versions[1]?.changes?.differences.some(({ kind }) => kind === 'reason-dropped'));
  const { story } = (await desk.store.story(storyId))!;
  assert.equal(story.accounts.length, 2);
  assert.ok(!story.accounts[0]?.article.text.includes('not to be named'));
  const log = await desk.store.changes({ after: 0, limit: 500, kind: 'article-changed' });
  assert.deepEqual(
    log.map(({ articleId: id, event }) => [id, event]),
    [[articleId, { kind: 'article-changed', version: 2 }]],
  );
});

test('two versions in one call are kept as two versions', async t => {
  const desk = await openDesk(t);
  const edited = { ...first, text: first.text.replace('in May', 'in June') };
  const added = await desk.add([first, edited, edited]);
  assert.deepEqual(
    added.map(({ outcome, version }) => [outcome, version]),
    [
      ['added', 1],
      ['new-version', 2],
      ['known', 2],
    ],
  );
});

test('articles of two inputs that have the same id are two articles', async t => {
  const desk = await openDesk(t);
  const [a, b] = await desk.add([
    { ...first, id: '1' },
    { ...other, id: '1' },
  ]);
  assert.equal(a?.articleId, '1');
  assert.equal(b?.outcome, 'added');
  assert.notEqual(b?.articleId, '1');
});

test('a desk that opens later places articles beside those that are stored', async t => {
  const early = await openDesk(t);
  const [{ storyId } = { storyId: '' }] = await early.add([first, other]);
  const late = createDesk({ store: early.store, pipeline, clock: () => new Date(0), threads: 0 });
  const [added] = await late.add([second]);
  assert.equal(added?.storyId, storyId);
  const [third] = await early.add([denial]);
  assert.equal(third?.storyId, storyId);
  assert.equal((await early.store.story(storyId))?.story.accounts.length, 3);
  await late.close();
});

test('a desk that opens later knows what people joined: news of either of two stories comes into what they became', async t => {
  const early = await openDesk(t);
  const [ferry, bakers] = await early.add([first, other]);
  const into = ferry!.storyId;
  const { ok } = await early.correct({
    correction: { kind: 'same-story', storyId: bakers!.storyId, intoStoryId: into },
    by: 'Dana',
    note: null,
  });
  assert.ok(ok);
  const late = createDesk({ store: early.store, pipeline, clock: () => new Date(0), threads: 0 });
  const more = {
    ...other,
    id: 'more',
    url: null,
    outlet: 'Eastholm Post',
    text: `${other.text}\n\nMore soon.`,
  };
  const added = await late.add([denial, more]);
  assert.deepEqual(
    added.map(({ storyId }) => storyId),
    [into, into],
  );
  await late.close();
});

test('what two desks add at the same time comes into one story', async t => {
  const one = await openDesk(t);
  const two = createDesk({ store: one.store, pipeline, clock: () => new Date(0), threads: 0 });
  const [[a], [b]] = await Promise.all([one.add([first]), two.add([second])]);
  const [c] = await two.add([denial]);
  assert.deepEqual([b?.storyId, c?.storyId], [a?.storyId, a?.storyId]);
  assert.deepEqual(await one.store.check(), []);
  await two.close();
});

test('an article that cannot be written leaves nothing behind, and may come again', async t => {
  const desk = await openDesk(t);
  const { commit, ...store } = desk.store;
  let fails = true;
  const failing: Store = {
    ...store,
    commit: async change => {
      if (fails) throw new Error('the disk is full');
      return commit(change);
    },
  };
  const own = createDesk({ store: failing, pipeline, clock: () => new Date(0), threads: 0 });
  await assert.rejects(own.add([first]), /disk is full/);
  fails = false;
  const [added] = await own.add([first]);
  assert.equal(added?.outcome, 'added');
  assert.equal((await own.add([second]))[0]?.storyId, added?.storyId);
  await own.close();
});

test('of several articles only those are left out that are at fault, and what became of each is said', async t => {
  const desk = await openDesk(t);
  const { commit, ...store } = desk.store;
  const failing: Store = {
    ...store,
    commit: async change => {
      if (change.articles.some(({ articleId }) => articleId === second.id)) throw new Error('not this one');
      return commit(change);
    },
  };
  const own = createDesk({ store: failing, pipeline, clock: () => new Date(0), threads: 0 });
  const fault = await own.add([first, second, other, denial]).then(
    () => null,
    error => error,
  );
  assert.ok(fault instanceof SomeNotAdded);
  assert.match(fault.message, /1 of 4 articles could not be added: not this one/);
  assert.deepEqual(
    fault.results.map(result => (result instanceof Error ? result.message : result.outcome)),
    ['added', 'not this one', 'added', 'added'],
  );
  assert.deepEqual(await own.store.check(), []);
  const [known, added] = await desk.add([first, second]);
  assert.deepEqual([known?.outcome, added?.outcome], ['known', 'added']);
  assert.equal(added?.storyId, known?.storyId);
  await own.close();
});

test('a store that cannot be used keeps out all, and says so once', async t => {
  const desk = await openDesk(t);
  const gone: Store = {
    ...desk.store,
    commit: async () => {
      throw new StoreProblem('desk.db was removed', 'open it again');
    },
  };
  const own = createDesk({ store: gone, pipeline, clock: () => new Date(0), threads: 0 });
  await assert.rejects(own.add([first, other]), StoreProblem);
  await own.close();
});
