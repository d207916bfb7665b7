import { randomUUID } from 'node:crypto';
import type { ChangeEvent, Correction, CorrectionRecord, QuotedPlace } from '../../domain/index.ts';
import { overlaps } from '../../domain/index.ts';
import type { Commit, Store, StoryWrite } from '../../store/index.ts';
import type { CorrectionProblem, CorrectionResult, CorrectionWish, Desk } from './desk.ts';
import { hashOf } from './keys.ts';
import type { News, Told } from './telling.ts';
import { busy, mostTries, type Work } from './work.ts';

/** What a correction, or its withdrawal, does to stories. */
type Effect = {
  readonly news: readonly News[];
  readonly moves: Commit['moves'];
  /** Stories that go into others. */
  readonly merged: readonly { readonly storyId: string; readonly intoStoryId: string }[];
};
type Planned =
  | { readonly effect: Effect; readonly storyId: string }
  | { readonly problem: CorrectionProblem };

/** Makes and withdraws what people set right; each is a record, and one transaction with all that it changes. */
export function createCorrecting(work: Work): Pick<Desk, 'correct' | 'withdraw'> {
  const { store, clock } = work;

  const correct = (wish: CorrectionWish): Promise<CorrectionResult> =>
    untilWritten(work, async () => {
      const record: CorrectionRecord = {
        ...wish,
        id: randomUUID(),
        at: clock().toISOString(),
        withdrawnAt: null,
      };
      return { record, planned: await planFor(store, record) };
    });

  const withdraw = (id: string): Promise<CorrectionResult> =>
    untilWritten(work, async () => {
      const record = await store.correction(id);
      if (!record) return { planned: problem('no-such-correction', `there is no correction ${id}`) };
      if (record.withdrawnAt !== null) return { planned: problem('already', 'it was withdrawn before') };
      const withdrawn = { ...record, withdrawnAt: clock().toISOString() };
      return { record: withdrawn, planned: await planWithdrawal(store, record) };
    });

  return { correct, withdraw };
}

type Attempt = { readonly record?: CorrectionRecord; readonly planned: Planned };

async function untilWritten(work: Work, plan: () => Promise<Attempt>): Promise<CorrectionResult> {
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const after = await work.placing.catchUp();
    const { record, planned } = await plan();
    if ('problem' in planned) return { ok: false, problem: planned.problem };
    if (await write(work, record!, planned.effect, planned.storyId, after))
      return { ok: true, record: record! };
  }
  throw new Error(busy);
}

const problem = (
  code: CorrectionProblem['code'],
  reason: string,
): { readonly problem: CorrectionProblem } => ({
  problem: { code, reason },
});

const nothing: Effect = { news: [], moves: [], merged: [] };

async function planFor(store: Store, record: CorrectionRecord): Promise<Planned> {
  const { correction } = record;
  switch (correction.kind) {
    case 'speaker': {
      const places = [correction.statement, correction.speaker?.place ?? []].flat();
      if (places.some(({ articleId }) => articleId !== correction.articleId))
        return problem('no-such-place', `a place is not in article ${correction.articleId}`);
      if (!(await isSaidAt(store, correction.statement)))
        return problem('no-such-place', `nobody says “${correction.statement.words}” there`);
      return planRetelling(store, record, places);
    }
    case 'same-claim': {
      const [a, b] = correction.places;
      if (a.articleId === b.articleId && a.start === b.start && a.end === b.end)
        return problem('already', 'both places are the same words');
      return planRetelling(store, record, correction.places);
    }
    case 'not-this-story':
      return planLeaving(store, correction);
    case 'same-story':
      return planMerging(store, correction);
  }
}

/** Whether a statement has its content, or its cue, at the place. An article that is not there is complained of elsewhere. */
async function isSaidAt(store: Store, place: QuotedPlace): Promise<boolean> {
  const [reading] = await store.readings([place.articleId]);
  return (
    !reading ||
    reading.statements.some(({ content, cue }) => [...content, ...cue].some(span => overlaps(span, place)))
  );
}

/** A correction that speaks of words, all of one story. */
async function planRetelling(
  store: Store,
  record: CorrectionRecord,
  places: readonly QuotedPlace[],
): Promise<Planned> {
  const stories = new Set<string>();
  for (const { articleId, start, end, words } of places) {
    const entry = await store.article(articleId);
    const [reading] = await store.readings([articleId]);
    if (!entry || !reading) return problem('no-such-article', `there is no article ${articleId}`);
    if (words === '' || reading.article.text.slice(start, end) !== words)
      return problem('no-such-place', `“${words}” does not stand at ${start} in article ${articleId}`);
    stories.add(entry.storyId);
  }
  const [storyId] = [...stories];
  if (stories.size !== 1 || storyId === undefined)
    return problem('no-such-place', 'the places are in different stories; merge these first');
  return { storyId, effect: { ...nothing, news: [{ storyId, made: [record] }] } };
}

async function planLeaving(
  store: Store,
  { articleId, storyId, toStoryId }: Correction & { readonly kind: 'not-this-story' },
): Promise<Planned> {
  const entry = await store.article(articleId);
  if (!entry) return problem('no-such-article', `there is no article ${articleId}`);
  if (entry.storyId !== storyId)
    return problem('already', `article ${articleId} is in story ${entry.storyId}`);
  const story = await store.storyEntry(storyId);
  if (toStoryId === null && story?.accounts === 1)
    return problem('already', 'it is the only account of its story');
  if (toStoryId === storyId) return problem('already', 'it is in that story');
  if (toStoryId !== null && !(await isOpen(store, toStoryId)))
    return problem('no-such-story', `there is no story ${toStoryId}`);
  const to = toStoryId ?? (await freeStoryId(store, articleId));
  return { storyId, effect: moving(articleId, storyId, to) };
}

/** Of a story of its own, unlike any that there is or was. */
async function freeStoryId(store: Store, articleId: string): Promise<string> {
  for (let count = 1; ; count++) {
    const id = hashOf('story of', articleId, String(count)).slice(0, 12);
    if ((await store.storyEntry(id)) === null) return id;
  }
}

const moving = (articleId: string, storyId: string, to: string): Effect => ({
  news: [
    { storyId, leaving: [articleId] },
    { storyId: to, joining: [articleId] },
  ],
  moves: [{ articleId, storyId: to }],
  merged: [],
});

async function planMerging(
  store: Store,
  { storyId, intoStoryId }: Correction & { readonly kind: 'same-story' },
): Promise<Planned> {
  for (const id of [storyId, intoStoryId])
    if (!(await isOpen(store, id))) return problem('no-such-story', `there is no story ${id}`);
  if (storyId === intoStoryId) return problem('already', 'these are one story');
  const accounts = (await store.story(storyId))!.story.accounts.map(({ article }) => article.id);
  return {
    storyId: intoStoryId,
    effect: {
      news: [{ storyId: intoStoryId, absorbs: storyId }],
      moves: accounts.map(articleId => ({ articleId, storyId: intoStoryId })),
      merged: [{ storyId, intoStoryId }],
    },
  };
}

const isOpen = async (store: Store, storyId: string): Promise<boolean> => {
  const entry = await store.storyEntry(storyId);
  return entry !== null && entry.mergedInto === null && entry.accounts > 0;
};

async function planWithdrawal(store: Store, { id, correction }: CorrectionRecord): Promise<Planned> {
  switch (correction.kind) {
    case 'speaker':
      return replayWithout(store, id, correction.articleId);
    case 'same-claim':
      return replayWithout(store, id, correction.places[0].articleId);
    case 'not-this-story':
      return planReturn(store, correction);
    case 'same-story':
      return planParting(store, id, correction);
  }
}

/** The article goes back to its story, or to what that has become part of. */
async function planReturn(
  store: Store,
  { articleId, storyId }: Correction & { readonly kind: 'not-this-story' },
): Promise<Planned> {
  const home = await wholeOf(store, storyId);
  const now = await store.article(articleId);
  if (!now || now.storyId === home) return { storyId: home, effect: nothing };
  return { storyId: home, effect: moving(articleId, now.storyId, home) };
}

/** The story that people have made this one part of; itself where they have not. */
async function wholeOf(store: Store, storyId: string): Promise<string> {
  const into = (await store.storyEntry(storyId))?.mergedInto ?? null;
  const merges = await store.corrections({ kind: 'same-story', storyIds: [storyId] });
  const isByPeople = merges.some(
    ({ correction }) =>
      correction.kind === 'same-story' && correction.storyId === storyId && correction.intoStoryId === into,
  );
  return into !== null && isByPeople ? wholeOf(store, into) : storyId;
}

async function replayWithout(store: Store, id: string, articleId: string): Promise<Planned> {
  const entry = await store.article(articleId);
  if (!entry) return problem('no-such-article', `there is no article ${articleId}`);
  return {
    storyId: entry.storyId,
    effect: { ...nothing, news: [{ storyId: entry.storyId, withdrawn: [id] }] },
  };
}

/** The articles that the merge took from one story into another go back, but for those that people moved on since. */
async function planParting(
  store: Store,
  id: string,
  { storyId, intoStoryId }: Correction & { readonly kind: 'same-story' },
): Promise<Planned> {
  const whole = await wholeOf(store, intoStoryId);
  const back: string[] = [];
  for (const articleId of await movedBy(store, id, storyId, intoStoryId)) {
    if ((await store.article(articleId))?.storyId === whole) back.push(articleId);
  }
  if (back.length === 0) return { storyId, effect: nothing };
  return {
    storyId,
    effect: {
      news: [
        { storyId: whole, leaving: back },
        { storyId, joining: back },
      ],
      moves: back.map(articleId => ({ articleId, storyId })),
      merged: [],
    },
  };
}

/** Which articles a merge moved: all leave at once, so they are what the log has next of the story that they left. */
async function movedBy(
  store: Store,
  correctionId: string,
  storyId: string,
  intoStoryId: string,
): Promise<string[]> {
  const all = { limit: Number.MAX_SAFE_INTEGER };
  const made = await store.changes({ ...all, after: 0, storyId: intoStoryId, kind: 'corrected' });
  const merge = made.find(({ event }) => event.kind === 'corrected' && event.correctionId === correctionId);
  const next = await store.changes({ ...all, after: merge?.seq ?? 0, storyId });
  const end = next.findIndex(({ event }) => event.kind !== 'article-left');
  return next.slice(0, end).flatMap(({ articleId }) => articleId ?? []);
}

async function write(
  { store, clock, telling, placing }: Work,
  record: CorrectionRecord,
  { news, moves, merged }: Effect,
  storyId: string,
  after: number,
): Promise<boolean> {
  const told: (Told & { readonly storyId: string })[] = [];
  const stories: StoryWrite[] = merged.map(each => emptied(each.storyId, each.intoStoryId));
  for (const each of news) {
    const taken = told.flatMap(({ story }) => story.claims.map(claim => claim.id));
    const result = await telling.tell({ ...each, taken });
    if (result) told.push({ ...result, storyId: each.storyId });
    else stories.push(emptied(each.storyId, moves[0]?.storyId ?? null));
  }
  stories.push(...told.map(each => each.write));
  const changes: Commit['changes'] = [
    { storyId, articleId: null, event: corrected(record) },
    ...(await Promise.all(moves.map(move => departure(store, move)))),
    ...merged.map(each => ({ storyId: each.storyId, articleId: null, event: mergedInto(each.intoStoryId) })),
    ...told.flatMap(each =>
      each.changes.map(event => ({ storyId: each.storyId, articleId: null, event }) as const),
    ),
  ];
  const result = await store.commit({
    after,
    at: clock().toISOString(),
    articles: [],
    moves,
    corrected: told.flatMap(each => each.corrected),
    stories,
    corrections: [record],
    changes,
  });
  if (!result.ok) return false;
  placing.caughtUpTo(result.head);
  for (const move of moves) placing.move(move.articleId, move.storyId);
  for (const { id } of stories) telling.forget(id);
  for (const each of told) telling.written(each);
  return true;
}

const emptied = (id: string, mergedInto: string | null): StoryWrite => ({
  id,
  story: null,
  title: '',
  mergedInto,
});

const corrected = ({ id, withdrawnAt }: CorrectionRecord): ChangeEvent => ({
  kind: 'corrected',
  correctionId: id,
  withdrawn: withdrawnAt !== null,
});

const mergedInto = (intoStoryId: string): ChangeEvent => ({ kind: 'story-merged', intoStoryId });

async function departure(store: Store, { articleId, storyId }: Commit['moves'][number]) {
  const now = await store.article(articleId);
  return {
    storyId: now?.storyId ?? storyId,
    articleId,
    event: { kind: 'article-left', toStoryId: storyId } as const,
  };
}
