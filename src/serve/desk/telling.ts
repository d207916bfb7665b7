import type { Article, Correction, CorrectionRecord, Story } from '../../domain/index.ts';
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

export type Told = Retold & { readonly write: StoryWrite };

/** Tells stories anew from what the store keeps and what is new. */
export type Telling = {
  /** Null where the story has no account any more. */
  readonly tell: (news: News) => Promise<Told | null>;
  /** What was told is written: later work carries on from it. */
  readonly written: (storyIds: readonly string[]) => void;
  readonly forget: (storyId: string) => void;
};

export function createTelling(store: Store, retellers: Retellers): Telling {
  /** Under which name a thread remembers the story as it is stored, and as it was told but not written yet. */
  const stored = new Map<string, string>();
  const told = new Map<string, string>();
  let count = 0;

  async function tell(news: News): Promise<Told | null> {
    const { storyId, articles = [], edited = [], joining = [], leaving = [], absorbs = null } = news;
    const kept = stored.has(storyId) ? null : ((await store.story(storyId))?.story ?? null);
    const from = stored.get(storyId) ?? null;
    const joined = absorbs === null ? null : ((await store.story(absorbs))?.story ?? null);
    const known = from === null ? idsOf(kept) : await accountsOf(store, storyId);
    const fresh = new Set(articles.map(({ id }) => id));
    const accountIds = [...new Set([...known, ...idsOf(joined), ...joining, ...fresh])].filter(
      id => !leaving.includes(id),
    );
    if (accountIds.length === 0) return null;
    const records = await store.corrections({ articleIds: accountIds, withdrawn: true });
    const corrections = inForce([...records, ...(news.made ?? [])], news.withdrawn ?? []);
    const spokenOf = new Set(records.concat(news.made ?? []).flatMap(each => speakerOf(each.correction)));
    const raw = accountIds.filter(id => !fresh.has(id) && spokenOf.has(id));
    const coming = [...joining, ...idsOf(joined)].filter(id => !fresh.has(id) && !spokenOf.has(id));
    const as = `${storyId}/${++count}`;
    const work = {
      storyId,
      as,
      joined,
      taken: news.taken ?? [],
      accountIds,
      readings: await store.readings([...raw, ...coming]),
      articles,
      earlier: await store.readings(edited),
      corrections,
      spokenOf: [...spokenOf],
    };
    const retold =
      (from !== null && (await retellers.retell({ ...work, from, kept: null }))) ||
      (await retellers.retell({
        ...work,
        from: null,
        kept: kept ?? (await store.story(storyId))?.story ?? null,
      }));
    if (!retold) throw new Error(`story ${storyId} could not be told from what is stored`);
    told.set(storyId, as);
    return {
      ...retold,
      write: { id: storyId, story: retold.story, title: titleOf(retold.story), mergedInto: null },
    };
  }

  return {
    tell,
    written(storyIds) {
      for (const id of storyIds) {
        const name = told.get(id);
        if (name === undefined) stored.delete(id);
        else stored.set(id, name);
      }
      told.clear();
    },
    forget(storyId) {
      stored.delete(storyId);
    },
  };
}

const idsOf = (story: Story | null): string[] => (story?.accounts ?? []).map(({ article }) => article.id);

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
