import type { Correction, CorrectionRecord } from '../domain/index.ts';
import type { Db, Engine } from './engine.ts';
import type { Commit, CommitResult } from './store.ts';
import { writeArticles } from './write-articles.ts';
import { writeStories } from './write-stories.ts';

/** Writes a commit, unless the store has moved on since. The log moves by one at least, so that others see it has. */
export const writeCommit = (engine: Engine, commit: Commit): Promise<CommitResult> =>
  engine.write(async db => {
    if ((await lockedHead(db, engine)) !== commit.after) return { ok: false, reason: 'behind' };
    await writeArticles(db, engine, commit);
    await writeStories(db, commit);
    for (const record of commit.corrections) await writeCorrection(db, record);
    await writeChanges(db, commit);
    const head = commit.after + Math.max(commit.changes.length, 1);
    await db.updateTable('head').set({ seq: head }).where('id', '=', 1).execute();
    return { ok: true, head };
  });

async function lockedHead(db: Db, engine: Engine): Promise<number> {
  const head = db.selectFrom('head').select('seq').where('id', '=', 1);
  const { seq } = await (engine.name === 'postgres' ? head.forUpdate() : head).executeTakeFirstOrThrow();
  return seq;
}

async function writeChanges(db: Db, { after, at, changes }: Commit): Promise<void> {
  const rows = changes.map(({ storyId, articleId, event }, index) => ({
    seq: after + 1 + index,
    at,
    storyId,
    articleId,
    kind: event.kind,
    claimId: event.kind === 'standing' ? event.claimId : null,
    event: JSON.stringify(event),
  }));
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insertInto('changes')
      .values(rows.slice(from, from + 500))
      .execute();
}

async function writeCorrection(db: Db, { id, correction, by, note, at, withdrawnAt }: CorrectionRecord) {
  const row = { kind: correction.kind, at, by, note, withdrawnAt, correction: JSON.stringify(correction) };
  const { count } = await db
    .selectFrom('corrections')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('corrections')
    .values({ ...row, id, position: count + 1 })
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute();
  await db.deleteFrom('subjects').where('correctionId', '=', id).execute();
  await db
    .insertInto('subjects')
    .values(subjectsOf(correction).map(subject => ({ ...subject, correctionId: id })))
    .execute();
}

type Subject = { readonly kind: 'article' | 'story'; readonly id: string };
const article = (id: string): Subject => ({ kind: 'article', id });
const story = (id: string): Subject => ({ kind: 'story', id });

function subjectsOf(correction: Correction): Subject[] {
  switch (correction.kind) {
    case 'speaker':
      return [article(correction.articleId)];
    case 'same-claim':
      return correction.places.map(place => article(place.articleId));
    case 'not-this-story': {
      const { articleId, storyId, toStoryId } = correction;
      return [article(articleId), story(storyId), ...(toStoryId === null ? [] : [story(toStoryId)])];
    }
    case 'same-story':
      return [story(correction.storyId), story(correction.intoStoryId)];
  }
}
