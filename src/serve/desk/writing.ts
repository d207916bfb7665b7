import type { StandingChange, Story } from '../../domain/index.ts';
import { type ArticleWrite, type Commit, StoreProblem } from '../../store/index.ts';
import { asTheyCome } from './as-they-come.ts';
import { keysOf } from './keys.ts';
import type { Plan } from './planning.ts';
import type { Told } from './telling.ts';
import type { Work } from './work.ts';

/** While stories are still being told, so many that are ready are written together, and no fewer. */
const writtenTogether = 32;

/** A story as it is with articles that are new to it. */
type Addition = { readonly plans: readonly Plan[]; readonly told: Told };
type Failed = { readonly plans: readonly Plan[]; readonly fault: Error };

/**
 * Tells the stories of the plans, and writes those that are ready while others are being told, each whole in one transaction.
 * It ends early where another process has written since `after`. `settle` hears which plans are written, and which came to a fault.
 * @throws {StoreProblem} where nothing can be written
 */
export async function writePlans(
  work: Work,
  plans: readonly Plan[],
  after: number,
  settle: (plans: readonly Plan[], fault: Error | null) => void,
): Promise<void> {
  const stories = Map.groupBy(plans, ({ storyId }) => storyId);
  const telling = [...stories].map(([storyId, own]) => tellWith(work, storyId, own));
  try {
    let head = after;
    for await (const ready of asTheyCome(telling, writtenTogether)) {
      for (const each of ready) if ('fault' in each) settle(each.plans, failing(each.fault));
      const additions = ready.filter(each => 'told' in each);
      const written = await writeTogether(work, additions, head);
      if (written === 'behind') return;
      for (const each of additions) settle(each.plans, typeof written === 'number' ? null : written);
      if (typeof written === 'number') head = written;
    }
  } finally {
    // what is still being told must not go on beside the next attempt
    await Promise.all(telling);
  }
}

async function tellWith(
  { telling }: Work,
  storyId: string,
  plans: readonly Plan[],
): Promise<Addition | Failed> {
  const edited = plans.filter(({ outcome }) => outcome === 'new-version').map(({ articleId }) => articleId);
  try {
    const told = await telling.tell({ storyId, articles: plans.map(({ article }) => article), edited });
    return { plans, told: told! };
  } catch (error) {
    return { plans, fault: faultOf(error) };
  }
}

/** The head of the log when all is written, or why it is not. */
async function writeTogether(
  { store, clock, placing, telling }: Work,
  additions: readonly Addition[],
  after: number,
): Promise<number | 'behind' | Error> {
  if (additions.length === 0) return after;
  try {
    const result = await store.commit(commitOf(additions, after, clock().toISOString()));
    if (!result.ok) return result.reason;
    placing.caughtUpTo(result.head);
    for (const { told } of additions) telling.written(told);
    return result.head;
  } catch (error) {
    return failing(faultOf(error));
  }
}

/** A fault of some articles; one of the store keeps out all. */
function failing(fault: Error): Error {
  if (fault instanceof StoreProblem) throw fault;
  return fault;
}

const faultOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function commitOf(all: readonly Addition[], after: number, at: string): Commit {
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
