import assert from 'node:assert/strict';
import test from 'node:test';
import type { Claim, Reading, Story } from '../../../src/domain/index.ts';
import type { Desk } from '../../../src/serve/desk/desk.ts';
import { denial, first, openDesk, other, placeOf, second } from './desks.ts';

const by = 'Dana';
const note = null;

const storyOf = async ({ store }: Desk, id: string): Promise<Story> => (await store.story(id))!.story;

const speakersIn = ({ accounts }: Story, articleId: string): (string | null)[] =>
  accounts
    .filter(({ article }) => article.id === articleId)
    .flatMap(({ statements }: Reading) => statements.map(({ source }) => source?.text ?? null));

const textsOf = (story: Story, { tellings }: Claim): string[] =>
  tellings.map(({ articleId, start, end }) =>
    story.accounts.find(({ article }) => article.id === articleId)!.article.text.slice(start, end),
  );

test('a corrected speaker is said to speak, in a later version and beside later accounts too, until it is withdrawn', async t => {
  const desk = await openDesk(t);
  const [{ storyId } = { storyId: '' }] = await desk.add([first, denial]);
  const statement = placeOf(denial, 'the harbour master, Ada Quill, had spoken too soon');
  const place = placeOf(denial, 'Jon Petrel');
  const corrected = { ...statement, start: statement.start, words: statement.words };
  const made = await desk.correct({
    correction: { kind: 'speaker', articleId: denial.id, statement: corrected, speaker: null },
    by,
    note: 'It is the radio that says so',
  });
  assert.ok(made.ok);
  assert.ok(speakersIn(await storyOf(desk, storyId), denial.id).includes(null));
  await desk.add([second]);
  assert.ok(speakersIn(await storyOf(desk, storyId), denial.id).includes(null));
  await desk.add([{ ...denial, text: `${denial.text}\n\nMr Petrel is up for election in June.` }]);
  assert.ok(speakersIn(await storyOf(desk, storyId), denial.id).includes(null));
  const found = await desk.store.statements({ articleId: denial.id, speaker: 'he' }, { limit: 10 });
  assert.equal(found.items.length, 0);

  const withdrawn = await desk.withdraw(made.record.id);
  assert.ok(withdrawn.ok);
  assert.ok(!speakersIn(await storyOf(desk, storyId), denial.id).includes(null));
  assert.equal((await desk.store.corrections({})).length, 0);
  assert.equal((await desk.store.corrections({ withdrawn: true })).length, 1);
  assert.equal(place.words, 'Jon Petrel');
});

test('two claims that a person joins stay one when an account comes in', async t => {
  const desk = await openDesk(t);
  const [{ storyId } = { storyId: '' }] = await desk.add([first, second]);
  const places = [
    placeOf(first, 'The Norwick ferry will stop running in May'),
    placeOf(first, 'the ferry had lost two million crowns last year'),
  ] as const;
  const made = await desk.correct({ correction: { kind: 'same-claim', places }, by, note });
  assert.ok(made.ok);
  const joinedIn = (story: Story): Claim | undefined =>
    story.claims.find(claim => {
      const texts = textsOf(story, claim);
      return (
        texts.some(text => text.includes('stop running')) && texts.some(text => text.includes('two million'))
      );
    });
  const claim = joinedIn(await storyOf(desk, storyId));
  assert.ok(claim);
  await desk.add([denial]);
  assert.equal(joinedIn(await storyOf(desk, storyId))?.id, claim.id);
  assert.ok((await desk.withdraw(made.record.id)).ok);
  assert.equal(joinedIn(await storyOf(desk, storyId)), undefined);
});

test('an article that a person takes out of a story has one of its own, and comes back when that is withdrawn', async t => {
  const desk = await openDesk(t);
  const [{ storyId } = { storyId: '' }] = await desk.add([first, second, denial]);
  const disputed = (await storyOf(desk, storyId)).claims.find(({ standing }) => standing.kind === 'disputed');
  assert.ok(disputed);
  const made = await desk.correct({
    correction: { kind: 'not-this-story', articleId: denial.id, storyId, toStoryId: null },
    by,
    note,
  });
  assert.ok(made.ok);
  const left = await storyOf(desk, storyId);
  assert.equal(left.accounts.length, 2);
  const same = left.claims.find(({ id }) => id === disputed.id);
  assert.ok(same && same.standing.kind !== 'disputed');
  const own = (await desk.store.article(denial.id))!.storyId;
  assert.notEqual(own, storyId);
  assert.equal((await storyOf(desk, own)).accounts.length, 1);

  assert.ok((await desk.withdraw(made.record.id)).ok);
  const back = await storyOf(desk, storyId);
  assert.equal(back.accounts.length, 3);
  assert.equal(back.claims.find(({ id }) => id === disputed.id)?.standing.kind, 'disputed');
  assert.equal((await desk.store.storyEntry(own))?.accounts, 0);
});

test('two stories that a person joins go on as one, and later articles come into it', async t => {
  const desk = await openDesk(t);
  const [a, b] = await desk.add([first, other]);
  const correction = { kind: 'same-story', storyId: b!.storyId, intoStoryId: a!.storyId } as const;
  const before = (await storyOf(desk, a!.storyId)).claims.map(({ id }) => id);
  const made = await desk.correct({ correction, by, note });
  assert.ok(made.ok);
  const joined = await storyOf(desk, a!.storyId);
  assert.equal(joined.accounts.length, 2);
  assert.ok(before.every(id => joined.claims.some(claim => claim.id === id)));
  assert.equal((await desk.store.storyEntry(b!.storyId))?.mergedInto, a!.storyId);
  const again = {
    ...other,
    id: 'x',
    url: null,
    outlet: 'Eastholm Post',
    text: `${other.text}\n\nMore soon.`,
  };
  const [late] = await desk.add([again]);
  assert.equal(late?.storyId, a!.storyId);
  assert.deepEqual(await desk.store.check(), []);

  assert.ok((await desk.withdraw(made.record.id)).ok);
  assert.equal((await desk.store.article(other.id))?.storyId, b!.storyId);
  assert.equal((await desk.store.storyEntry(b!.storyId))?.mergedInto, null);
  assert.deepEqual(await desk.store.check(), []);
});

test('a correction that cannot be made says why, and changes nothing', async t => {
  const desk = await openDesk(t);
  const [{ storyId } = { storyId: '' }] = await desk.add([first, other]);
  const head = await desk.store.head();
  const codes = [];
  for (const correction of [
    { kind: 'same-story', storyId, intoStoryId: 'nowhere' },
    { kind: 'same-story', storyId, intoStoryId: storyId },
    { kind: 'not-this-story', articleId: 'nobody', storyId, toStoryId: null },
    { kind: 'not-this-story', articleId: first.id, storyId, toStoryId: null },
    {
      kind: 'same-claim',
      places: [placeOf(first, 'Ada Quill'), { articleId: first.id, start: 0, end: 3, words: 'Zzz' }],
    },
    { kind: 'same-claim', places: [placeOf(first, 'Ada Quill'), placeOf(other, 'Petra Lund')] },
    { kind: 'same-claim', places: [placeOf(first, 'Ada Quill'), placeOf(first, 'Ada Quill')] },
    { kind: 'speaker', articleId: other.id, statement: placeOf(first, 'Ada Quill'), speaker: null },
  ] as const) {
    const result = await desk.correct({ correction, by, note });
    codes.push(result.ok ? 'ok' : result.problem.code);
  }
  const unknown = await desk.withdraw('nothing');
  codes.push(unknown.ok ? 'ok' : unknown.problem.code);
  assert.deepEqual(codes, [
    'no-such-story',
    'already',
    'no-such-article',
    'already',
    'no-such-place',
    'no-such-place',
    'already',
    'no-such-place',
    'no-such-correction',
  ]);
  assert.equal(await desk.store.head(), head);
});

test('a claim that stays in the other story keeps its id, and the story that it left can go on', async t => {
  const desk = await openDesk(t);
  const [a, b] = await desk.add([first, other]);
  const correction = { kind: 'same-story', storyId: b!.storyId, intoStoryId: a!.storyId } as const;
  const made = await desk.correct({ correction, by, note });
  assert.ok(made.ok);
  await desk.add([{ ...other, id: 'copy', url: null, outlet: 'Eastholm Post' }]);
  assert.ok((await desk.withdraw(made.record.id)).ok);
  for (const paragraph of ['More soon.', 'The union meets again on Friday, Ms Lund said.'])
    await desk.add([{ ...other, text: `${other.text}\n\n${paragraph}` }]);
  const [left, back] = await Promise.all([storyOf(desk, a!.storyId), storyOf(desk, b!.storyId)]);
  assert.ok(left.accounts.some(({ article }) => article.id === 'copy'));
  assert.equal(back.accounts[0]?.article.id, other.id);
  assert.deepEqual(await desk.store.check(), []);
});
