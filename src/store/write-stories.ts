import { type Claim, type Story, textOf } from '../domain/index.ts';
import type { Db } from './engine.ts';
import { pack } from './packed.ts';
import { instantOf } from './place.ts';
import type { Tables } from './schema.ts';
import type { Commit, StoryWrite } from './store.ts';
import { type StoryBody, unpackStory } from './story-body.ts';

type NewClaim = {
  readonly storyId: string;
  readonly position: number;
  readonly claim: Claim;
  readonly wording: string;
};

/** Writes the stories of a commit and their claims; a claim that is not told any more is kept, as retired. */
export async function writeStories(db: Db, commit: Commit): Promise<void> {
  const claims = commit.stories.flatMap(newClaims);
  const before = await claimRowsBefore(
    db,
    commit.stories.map(story => story.id),
    claims.map(({ claim }) => claim.id),
  );
  refuseTaken(claims, before, new Set(commit.stories.map(story => story.id)));
  await retireClaims(db, commit, claims, before);
  for (const story of commit.stories) await writeStory(db, story, commit.at);
  await writeClaims(db, claims, before, commit.at);
  await markMoved(db, commit);
}

const newClaims = ({ id, story }: StoryWrite): NewClaim[] =>
  (story?.claims ?? []).map((claim, position) => ({
    storyId: id,
    position,
    claim,
    wording: wordingOf(story!, claim),
  }));

function wordingOf({ accounts }: Story, { wording }: Claim): string {
  const account = accounts.find(({ article }) => article.id === wording.articleId);
  return account ? textOf(account.article.text, wording) : '';
}

type ClaimRows = ReadonlyMap<string, Tables['claims']>;

async function claimRowsBefore(
  db: Db,
  storyIds: readonly string[],
  claimIds: readonly string[],
): Promise<ClaimRows> {
  const rows = new Map<string, Tables['claims']>();
  const ofStories = storyIds.length
    ? await db
        .selectFrom('claims')
        .selectAll()
        .where('storyId', 'in', storyIds)
        .where('retiredAt', 'is', null)
        .execute()
    : [];
  for (const row of ofStories) rows.set(row.id, row);
  const others = claimIds.filter(id => !rows.has(id));
  for (let from = 0; from < others.length; from += 500) {
    const found = await db
      .selectFrom('claims')
      .selectAll()
      .where('id', 'in', others.slice(from, from + 500))
      .execute();
    for (const row of found) rows.set(row.id, row);
  }
  return rows;
}

/** A claim may go to another story only where the story that had it is written too. */
function refuseTaken(claims: readonly NewClaim[], before: ClaimRows, storyIds: ReadonlySet<string>): void {
  const owners = new Map<string, string>();
  for (const { claim, storyId } of claims) {
    const owner = owners.get(claim.id);
    const row = before.get(claim.id);
    const other =
      owner ?? (row && row.retiredAt === null && !storyIds.has(row.storyId) ? row.storyId : undefined);
    if (other !== undefined)
      throw new Error(`claim ${claim.id} of story ${storyId} is one of story ${other} already`);
    owners.set(claim.id, storyId);
  }
}

async function retireClaims(db: Db, { at, stories }: Commit, claims: readonly NewClaim[], before: ClaimRows) {
  const kept = new Set(claims.map(({ claim }) => claim.id));
  for (const { id } of stories) {
    const gone = [...before.values()].filter(
      row => row.storyId === id && row.retiredAt === null && !kept.has(row.id),
    );
    if (!gone.length) continue;
    const body = await storyBody(db, id);
    for (const row of gone) {
      const claim = body?.claims.find(claim => claim.id === row.id);
      if (claim)
        await db
          .updateTable('claims')
          .set({ retiredAt: at, body: pack(claim) })
          .where('id', '=', row.id)
          .execute();
    }
  }
}

export async function storyBody(db: Db, id: string): Promise<StoryBody | null> {
  const row = await db.selectFrom('stories').select('body').where('id', '=', id).executeTakeFirst();
  return row?.body ? unpackStory(row.body) : null;
}

async function writeStory(db: Db, { id, story, title, mergedInto }: StoryWrite, at: string): Promise<void> {
  const accounts = story?.accounts ?? [];
  const dates = publicationsOf(accounts.map(account => account.article.published));
  const row = {
    title,
    mergedInto,
    accounts: accounts.length,
    outlets: new Set(accounts.map(account => account.article.outlet).filter(outlet => outlet !== null)).size,
    claims: story?.claims.length ?? 0,
    disputed: story?.claims.filter(claim => claim.standing.kind === 'disputed').length ?? 0,
    firstPublished: dates[0] ?? null,
    lastPublished: dates.at(-1) ?? null,
    publishedKey: sortable(dates.at(-1) ?? null),
    updatedAt: at,
    body:
      story && pack({ ...story, accounts: accounts.map(account => account.article.id) } satisfies StoryBody),
  };
  const before = await db.selectFrom('stories').select('revision').where('id', '=', id).executeTakeFirst();
  const revision = (before?.revision ?? 0) + 1;
  await db
    .insertInto('stories')
    .values({ ...row, id, revision, createdAt: at, movedAt: null, movedKey: '' })
    .onConflict(conflict => conflict.column('id').doUpdateSet({ ...row, revision }))
    .execute();
}

/** Those that are dates, in order of time. */
const publicationsOf = (published: readonly (string | null)[]): string[] =>
  published
    .filter(date => date !== null)
    .filter(date => instantOf(date) !== null)
    .sort((a, b) => instantOf(a)! - instantOf(b)!);

/** A time as text that sorts as time does: UTC. */
function sortable(time: string | null): string {
  const instant = instantOf(time);
  return instant === null ? '' : new Date(instant).toISOString();
}

async function writeClaims(
  db: Db,
  claims: readonly NewClaim[],
  before: ClaimRows,
  at: string,
): Promise<void> {
  const rows = claims.map(claim => claimRow(claim, before.get(claim.claim.id), at));
  const changed = rows.filter(row => !sameRow(row, before.get(row.id)));
  for (let from = 0; from < changed.length; from += 500)
    await db
      .insertInto('claims')
      .values(changed.slice(from, from + 500))
      .onConflict(conflict =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          storyId: ref('excluded.storyId'),
          wording: ref('excluded.wording'),
          standing: ref('excluded.standing'),
          accounts: ref('excluded.accounts'),
          originsLeast: ref('excluded.originsLeast'),
          originsMost: ref('excluded.originsMost'),
          since: ref('excluded.since'),
          position: ref('excluded.position'),
          retiredAt: ref('excluded.retiredAt'),
          body: ref('excluded.body'),
        })),
      )
      .execute();
}

function claimRow(
  { storyId, position, claim, wording }: NewClaim,
  before: Tables['claims'] | undefined,
  at: string,
): Tables['claims'] {
  const standing = claim.standing.kind;
  return {
    id: claim.id,
    storyId,
    wording,
    standing,
    accounts: new Set(claim.tellings.map(telling => telling.articleId)).size,
    originsLeast: claim.originCount.least,
    originsMost: claim.originCount.most,
    since: before?.standing === standing && before.retiredAt === null ? before.since : at,
    position,
    retiredAt: null,
    body: null,
  };
}

const sameRow = (row: Tables['claims'], before: Tables['claims'] | undefined): boolean =>
  before !== undefined &&
  (Object.keys(row) as (keyof Tables['claims'])[]).every(column => row[column] === before[column]);

/** Keeps when a standing last changed of a claim that was there before and is there still. */
async function markMoved(db: Db, { at, changes }: Commit): Promise<void> {
  const moved = new Set(
    changes
      .filter(({ event }) => event.kind === 'standing' && event.before !== null && event.after !== null)
      .map(change => change.storyId),
  );
  if (moved.size)
    await db
      .updateTable('stories')
      .set({ movedAt: at, movedKey: sortable(at) })
      .where('id', 'in', [...moved])
      .execute();
}
