import type { Article, StandingChange, Story } from '../../domain/index.ts';
import type { ArticleWrite, Commit, Store } from '../../store/index.ts';
import type { Added } from './desk.ts';
import { hashOf, keysOf } from './keys.ts';
import type { Placing } from './placing.ts';
import type { Telling } from './telling.ts';

export type Work = {
  readonly store: Store;
  readonly clock: () => Date;
  readonly telling: Telling;
  readonly placing: Placing;
};

/** What is to become of one of the articles given; `article` has the id that it goes by in the store. */
type Plan = Omit<Added, 'storyId'> & { readonly article: Article; readonly storyId: string };

/** How often work is begun again because another process has written meanwhile. */
export const mostTries = 50;

export const createAdding =
  (work: Work) =>
  async (articles: readonly Article[]): Promise<readonly Added[]> => {
    const added: Added[] = [];
    for (const run of runsOf(articles)) added.push(...(await addRun(work, run)));
    return added;
  };

/** The articles in order, in runs in which none comes twice, neither in another version nor as it was. */
function runsOf(articles: readonly Article[]): readonly Article[][] {
  const runs: Article[][] = [];
  let seen = new Set<string>();
  for (const article of articles) {
    const names = namesOf(article);
    if (runs.length === 0 || names.some(name => seen.has(name))) {
      runs.push([]);
      seen = new Set();
    }
    runs.at(-1)!.push(article);
    for (const name of names) seen.add(name);
  }
  return runs;
}

/** By any of which an article may be known again. */
function namesOf(article: Article): string[] {
  const { canonicalUrl, contentKey } = keysOf(article);
  return [canonicalUrl ?? [], `content ${contentKey}`, `id ${article.id}`].flat();
}

async function addRun(work: Work, articles: readonly Article[]): Promise<readonly Added[]> {
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const after = await work.placing.catchUp();
    const plans: Plan[] = [];
    let isWritten = false;
    try {
      for (const article of articles) plans.push(await planFor(work, article));
      isWritten = await writePlans(work, plans, after);
    } finally {
      if (!isWritten) work.placing.takeBack(placedNow(plans));
    }
    if (isWritten) return plans.map(({ article: _, ...added }) => added);
  }
  throw new Error(busy);
}

const placedNow = (plans: readonly Plan[]): string[] =>
  plans.flatMap(({ outcome, articleId }) => (outcome === 'added' ? articleId : []));

/** Said where other processes write so much that nothing can be written beside them. */
export const busy = 'other processes write to the store all the time; try again later';

async function planFor({ store, placing }: Work, article: Article): Promise<Plan> {
  const keys = keysOf(article);
  const known = await knownTo(store, article);
  if (known) {
    const { id, storyId, version } = known;
    const isSame = known.contentKey === keys.contentKey;
    return {
      articleId: id,
      storyId,
      version: isSame ? version : version + 1,
      outcome: isSame ? 'known' : 'new-version',
      article: { ...article, id },
    };
  }
  const id = await freeId(store, article);
  const own = { ...article, id };
  const storyId = placing.place(own);
  return { articleId: id, storyId, version: 1, outcome: 'added', article: own };
}

type Known = {
  readonly id: string;
  readonly storyId: string;
  readonly version: number;
  readonly contentKey: string;
};

/** By address, else by content, else – where neither has an address – by the id that it was given, of the same outlet. */
async function knownTo(store: Store, article: Article): Promise<Known | null> {
  const keys = keysOf(article);
  const found = await store.findArticle(keys);
  if (found || keys.canonicalUrl !== null) return found;
  const same = await store.article(article.id);
  return same && same.url === null && same.outlet === article.outlet ? { ...same, contentKey: '' } : null;
}

/** The article's own id, unless another article goes by it, or no address could end with it. */
async function freeId(store: Store, article: Article): Promise<string> {
  if (!/^\.{0,2}$/.test(article.id) && (await store.article(article.id)) === null) return article.id;
  return hashOf(article.id, article.url, article.outlet, article.title, article.text);
}

/** Writes what is new, in one transaction; false where another process has written since `after`. */
async function writePlans(work: Work, plans: readonly Plan[], after: number): Promise<boolean> {
  const news = plans.filter(({ outcome }) => outcome !== 'known');
  if (news.length === 0) return true;
  const told = await Promise.all(
    [...Map.groupBy(news, ({ storyId }) => storyId)].map(([storyId, own]) => tellWith(work, storyId, own)),
  );
  const commit = commitOf(told, after, work.clock().toISOString());
  const result = await work.store.commit(commit);
  if (!result.ok) return false;
  work.placing.caughtUpTo(result.head);
  work.telling.written(commit.stories.map(({ id }) => id));
  return true;
}

async function tellWith({ telling }: Work, storyId: string, plans: readonly Plan[]) {
  const edited = plans.filter(({ outcome }) => outcome === 'new-version').map(({ articleId }) => articleId);
  const told = await telling.tell({ storyId, articles: plans.map(({ article }) => article), edited });
  return { plans, told: told! };
}

function commitOf(all: readonly Awaited<ReturnType<typeof tellWith>>[], after: number, at: string): Commit {
  return {
    after,
    at,
    articles: all.flatMap(({ plans, told }) =>
      plans.map(
        ({ article, articleId, version, storyId }, index): ArticleWrite => ({
          articleId,
          version,
          storyId,
          addedAt: at,
          ...told.fresh[index]!,
          ...keysOf(article),
        }),
      ),
    ),
    moves: [],
    corrected: all.flatMap(({ told }) => told.corrected),
    stories: all.map(({ told }) => told.write),
    corrections: [],
    changes: all.flatMap(({ plans, told }) => {
      const because = plans.at(-1)!;
      return [
        ...plans.map(({ articleId, storyId, version }) => ({
          storyId,
          articleId,
          event:
            version === 1
              ? ({ kind: 'article-added' } as const)
              : ({ kind: 'article-changed', version } as const),
        })),
        ...told.changes.map(event => ({
          storyId: because.storyId,
          articleId: firstTeller(told.story, event) ?? because.articleId,
          event,
        })),
      ];
    }),
  };
}

/** Of a new claim: the account that tells it first. */
const firstTeller = ({ claims }: Story, { before, claimId }: StandingChange): string | null =>
  before === null ? (claims.find(({ id }) => id === claimId)?.tellings[0]?.articleId ?? null) : null;
