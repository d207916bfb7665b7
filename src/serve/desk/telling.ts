import type { Article, Correction, CorrectionRecord, StandingChange, Story } from '../../domain/index.ts';
import type { Store, StoryWrite } from '../../store/index.ts';
import type { Retellers } from './retellers.ts';
import type { Retold } from './retelling.ts';

/** What is new about a story. */
export type News = {
  readonly storyId: string;
  readonly articles?: readonly Article[];
  /** Ids of the articles among those that were there before, as another version. */
  readonly edited?: readonly string[];
  /** Articles that come from other stories, and that leave. */
  readonly joining?: readonly string[];
  readonly leaving?: readonly string[];
  /** Another story of which all articles join. */
  readonly absorbs?: string | null;
  /** Ids that its new claims must not get. */
  readonly taken?: readonly string[];
  /** Corrections that are made with this, and the ids of those that are withdrawn. */
  readonly made?: readonly CorrectionRecord[];
  readonly withdrawn?: readonly string[];
};

/** `as` is the name under which a thread remembers it. */
export type Told = Retold & { readonly as: string; readonly write: StoryWrite };

/** Tells stories anew from what the store keeps and what is new. */
export type Telling = {
  /** Null where the story has no account any more. */
  readonly tell: (news: News) => Promise<Told | null>;
  /** What was told is written: later work carries on from it. */
  readonly written: (told: Told) => void;
  /** What is remembered of a story is not what is stored any more. */
  readonly forget: (storyId: string) => void;
};

export function createTelling(store: Store, retellers: Retellers): Telling {
  /** Under which name a thread remembers a story as it is stored. */
  const stored = new Map<string, string>();
  let count = 0;

  async function tell(news: News): Promise<Told | null> {
    const { storyId } = news;
    const from = stored.get(storyId) ?? null;
    const kept = from === null ? await keptStory(store, storyId) : null;
    const accountIds = await accountsNow(store, news, from === null ? idsOf(kept) : null);
    if (accountIds.length === 0) return null;
    const work = { ...(await workFor(store, news, accountIds)), as: `${storyId}/${++count}` };
    const retellAll = async (taken: readonly string[]): Promise<Retold | null> =>
      retellers.retell({ ...work, taken, from: null, kept: kept ?? (await keptStory(store, storyId)) });
    let retold =
      (from !== null && (await retellers.retell({ ...work, from, kept: null }))) ||
      (await retellAll(work.taken));
    const elsewhere = retold ? await claimsElsewhere(store, storyId, retold.changes) : [];
    if (elsewhere.length > 0) retold = await retellAll([...work.taken, ...elsewhere]);
    if (!retold) throw new Error(`story ${storyId} could not be told from what is stored`);
    const { story } = retold;
    return { ...retold, as: work.as, write: { id: storyId, story, title: titleOf(story), mergedInto: null } };
  }

  return {
    tell,
    written({ as, write }) {
      stored.set(write.id, as);
    },
    forget(storyId) {
      stored.delete(storyId);
    },
  };
}

const idsOf = (story: Story | null): string[] => (story?.accounts ?? []).map(({ article }) => article.id);

const keptStory = async (store: Store, id: string): Promise<Story | null> =>
  (await store.story(id))?.story ?? null;

/** Who belongs to the story with the news; `known` who did before, null where that has still to be asked. */
async function accountsNow(store: Store, news: News, known: readonly string[] | null): Promise<string[]> {
  const { storyId, articles = [], joining = [], leaving = [], absorbs = null } = news;
  const before = known ?? (await accountsOf(store, storyId));
  const absorbed = absorbs === null ? [] : await accountsOf(store, absorbs);
  const all = new Set([...before, ...absorbed, ...joining, ...articles.map(({ id }) => id)]);
  return [...all].filter(id => !leaving.includes(id));
}

async function workFor(store: Store, news: News, accountIds: readonly string[]) {
  const { storyId, articles = [], edited = [], joining = [], absorbs = null, made = [] } = news;
  const joined = absorbs === null ? null : await keptStory(store, absorbs);
  const records = [...(await store.corrections({ articleIds: accountIds, withdrawn: true })), ...made];
  const spokenOf = [...new Set(records.flatMap(({ correction }) => speakerOf(correction)))];
  const wanted = new Set([...joining, ...idsOf(joined), ...spokenOf]);
  const fresh = new Set(articles.map(({ id }) => id));
  return {
    storyId,
    joined,
    taken: news.taken ?? [],
    accountIds,
    readings: await store.readings(accountIds.filter(id => wanted.has(id) && !fresh.has(id))),
    articles,
    earlier: await store.readings(edited),
    corrections: inForce(records, news.withdrawn ?? []),
    spokenOf,
  };
}

/**
 * Ids of new claims that go on in another story. Ids are made from the story's own, so this happens only where people have moved
 * articles between stories.
 */
async function claimsElsewhere(
  store: Store,
  storyId: string,
  changes: readonly StandingChange[],
): Promise<string[]> {
  const records = await store.corrections({ storyIds: [storyId], withdrawn: true });
  if (records.length === 0) return [];
  const added = changes.filter(({ before }) => before === null).map(({ claimId }) => claimId);
  const found = await Promise.all(added.map(id => store.claim(id)));
  return found.flatMap(claim => (claim && claim.entry.storyId !== storyId ? claim.entry.id : []));
}

/** Which articles the store has in a story. */
async function accountsOf(store: Store, storyId: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['articles']>> = await store.articles(
      { storyId },
      { limit: 200, after },
    );
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids;
}

const speakerOf = (correction: Correction): string[] =>
  correction.kind === 'speaker' ? [correction.articleId] : [];

const inForce = (records: readonly CorrectionRecord[], withdrawn: readonly string[]): Correction[] =>
  records
    .filter(({ id, withdrawnAt }) => withdrawnAt === null && !withdrawn.includes(id))
    .map(({ correction }) => correction);

/** The title of the account that came first, else the words of the first claim. */
function titleOf({ accounts, claims }: Story): string {
  const title = accounts.find(({ article }) => article.title !== null)?.article.title;
  const wording = claims[0]?.wording;
  const text = accounts.find(({ article }) => article.id === wording?.articleId)?.article.text ?? '';
  const first = accounts[0]?.article.text ?? '';
  return (title ?? (text.slice(wording?.start ?? 0, wording?.end ?? 0) || first))
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}
