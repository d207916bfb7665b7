import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import type { Correction } from '../../../src/domain/index.ts';
import type { Desk } from '../../../src/serve/desk/desk.ts';
import { article, denial, first, openDesk, other, second } from './desks.ts';

const third = article({
  outlet: 'Hill Observer',
  title: 'Snow closes the pass above Brenholt',
  published: '2024-03-05',
  url: 'https://hill.example/snow',
  text: `The pass above Brenholt is closed because of snow, the road office said on Tuesday.

“Nobody should try it before Friday,” said Olin Marsh, who drives the plough.`,
});

async function made(desk: Desk, correction: Correction): Promise<string> {
  const result = await desk.correct({ correction, by: 'Dana', note: null });
  assert.ok(result.ok, result.ok ? '' : result.problem.reason);
  return result.record.id;
}

const storyIdOf = async ({ store }: Desk, articleId: string): Promise<string | undefined> =>
  (await store.article(articleId))?.storyId;

const accountIds = async ({ store }: Desk, storyId: string): Promise<string[]> =>
  ((await store.story(storyId))?.story.accounts ?? []).map(each => each.article.id).sort();

test('a merge that is withdrawn after both stories went into a third gives the articles back', async t => {
  const desk = await openDesk(t);
  const added = await desk.add([first, other, third]);
  const [a, b, c] = added.map(({ storyId }) => storyId) as [string, string, string];
  assert.equal(new Set([a, b, c]).size, 3);
  const merge = await made(desk, { kind: 'same-story', storyId: a, intoStoryId: b });
  await made(desk, { kind: 'same-story', storyId: b, intoStoryId: c });
  assert.ok((await desk.withdraw(merge)).ok);
  assert.equal(await storyIdOf(desk, first.id), a);
  assert.deepEqual(await accountIds(desk, a), [first.id]);
  assert.deepEqual(await accountIds(desk, c), [other.id, third.id].sort());
  assert.equal((await desk.store.storyEntry(b))?.mergedInto, c);
  assert.deepEqual(await desk.store.check(), []);
});

test('a merge that is withdrawn when all its articles have gone elsewhere leaves the signposts as they are', async t => {
  const desk = await openDesk(t);
  const added = await desk.add([first, other, third]);
  const [a, b, c] = added.map(({ storyId }) => storyId) as [string, string, string];
  const merge = await made(desk, { kind: 'same-story', storyId: a, intoStoryId: b });
  await made(desk, { kind: 'not-this-story', articleId: first.id, storyId: b, toStoryId: c });
  assert.ok((await desk.withdraw(merge)).ok);
  assert.equal(await storyIdOf(desk, first.id), c);
  assert.equal((await desk.store.storyEntry(a))?.mergedInto, b);
  assert.deepEqual(await accountIds(desk, b), [other.id]);
  assert.deepEqual(await desk.store.check(), []);
});

test('an article that was in the other story before two were merged stays there when that is withdrawn', async t => {
  const desk = await openDesk(t);
  const [a, , b] = await desk.add([first, second, other]);
  const away = { kind: 'not-this-story', articleId: second.id, storyId: a!.storyId } as const;
  await made(desk, { ...away, toStoryId: b!.storyId });
  const merge = await made(desk, { kind: 'same-story', storyId: a!.storyId, intoStoryId: b!.storyId });
  assert.ok((await desk.withdraw(merge)).ok);
  assert.equal(await storyIdOf(desk, first.id), a!.storyId);
  assert.equal(await storyIdOf(desk, second.id), b!.storyId);
  assert.deepEqual(await desk.store.check(), []);
});

test('an article comes back to where its story went, when that has become part of another', async t => {
  const desk = await openDesk(t);
  const [a, , , b] = await desk.add([first, second, denial, other]);
  const [from, into] = [a!.storyId, b!.storyId];
  const away = await made(desk, {
    kind: 'not-this-story',
    articleId: denial.id,
    storyId: from,
    toStoryId: null,
  });
  await made(desk, { kind: 'same-story', storyId: from, intoStoryId: into });
  assert.ok((await desk.withdraw(away)).ok);
  assert.equal(await storyIdOf(desk, denial.id), into);
  assert.equal((await desk.store.storyEntry(from))?.mergedInto, into);
  assert.deepEqual(await desk.store.check(), []);
});

test('an article that another process moves is an account of the story that it comes into', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-'));
  t.after(() => rm(folder, { recursive: true }));
  const [one, two] = [await openDesk(t, join(folder, 'a.db')), await openDesk(t, join(folder, 'a.db'))];
  const [a] = await one.add([first]);
  const [b] = await one.add([other]);
  const copy = { ...other, outlet: 'Eastholm Post', url: null, id: 'copy' };
  await one.add([copy]);
  assert.equal(await storyIdOf(one, 'copy'), b!.storyId);
  await made(one, { kind: 'not-this-story', articleId: 'copy', storyId: b!.storyId, toStoryId: a!.storyId });
  await made(two, { kind: 'not-this-story', articleId: 'copy', storyId: a!.storyId, toStoryId: b!.storyId });
  await one.add([{ ...other, text: `${other.text}\n\nThe union meets on Friday.` }]);
  assert.deepEqual(await accountIds(one, b!.storyId), [other.id, 'copy'].sort());
  assert.deepEqual(await one.store.check(), []);
});
