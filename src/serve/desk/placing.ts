import type { Article, Change } from '../../domain/index.ts';
import type { Pipeline } from '../../pipeline.ts';
import type { Store } from '../../store/index.ts';

/** Beside how many of the newest articles a new one is placed. */
const placedBeside = 5_000;
/** How many are taken in before others get a turn. */
const breath = 2;

/** Which story a new article tells, beside all that the store has: its own articles and those of other processes. */
export type Placing = {
  /** Takes in what the store has got since, from anybody. Gives the head of the log that is then known. */
  readonly catchUp: () => Promise<number>;
  readonly place: (article: Article) => string;
  readonly move: (articleId: string, storyId: string) => void;
  /** Takes back where articles were placed: what another process has written meanwhile counts too. */
  readonly takeBack: (articleIds: Iterable<string>) => void;
  /** What this desk has written itself need not be taken in again. */
  readonly caughtUpTo: (head: number) => void;
};

/** `onForeign` hears of every story that another process has changed. */
export function createPlacing(
  pipeline: Pipeline,
  store: Store,
  onForeign: (storyId: string) => void,
): Placing {
  const clustering = pipeline.clustering();
  const known = new Set<string>();
  let head = 0;
  let isRestored = false;

  /** Each article into the story it began in, and then where people moved it: how they were alike is not lost by that. */
  async function restore(): Promise<void> {
    head = await store.head();
    const moves = await movesOf(store);
    const began = new Map(moves.toReversed().map(({ articleId, from }) => [articleId, from]));
    let count = 0;
    for await (const { article, storyId } of store.recentArticles(placedBeside)) {
      clustering.put(article, began.get(article.id) ?? storyId);
      known.add(article.id);
      if (++count % breath === 0) await new Promise(resolve => setImmediate(resolve));
    }
    for (const { articleId, to } of moves) clustering.move(articleId, to);
    isRestored = true;
  }

  async function takeIn(change: Change): Promise<void> {
    const { event, articleId, storyId } = change;
    onForeign(storyId);
    if (event.kind === 'article-left') onForeign(event.toStoryId);
    if (event.kind === 'article-left' && articleId !== null) clustering.move(articleId, event.toStoryId);
    if (event.kind !== 'article-added' || articleId === null || known.has(articleId)) return;
    const [reading] = await store.readings([articleId]);
    const entry = await store.article(articleId);
    if (!reading || !entry) return;
    clustering.put(reading.article, entry.storyId);
    known.add(articleId);
  }

  return {
    async catchUp() {
      if (!isRestored) await restore();
      while (head < (await store.head())) {
        const changes = await store.changes({ after: head, limit: 200 });
        for (const change of changes) await takeIn(change);
        head = changes.at(-1)?.seq ?? (await store.head());
      }
      return head;
    },
    place(article) {
      known.add(article.id);
      return clustering.place(article).story;
    },
    move: clustering.move,
    takeBack(articleIds) {
      for (const id of articleIds) {
        clustering.drop(id);
        known.delete(id);
      }
    },
    caughtUpTo(seq) {
      head = seq;
    },
  };
}

type Move = { readonly articleId: string; readonly from: string; readonly to: string };

/** Every time that an article left a story, in order. */
async function movesOf(store: Store): Promise<Move[]> {
  const moves: Move[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const changes: readonly Change[] = await store.changes({ after, limit: 200, kind: 'article-left' });
    for (const { articleId, storyId: from, event } of changes)
      if (articleId !== null && event.kind === 'article-left')
        moves.push({ articleId, from, to: event.toStoryId });
    after = changes.at(-1)?.seq;
  }
  return moves;
}
