import type { Article } from '../../domain/index.ts';
import { type Added, type AddResult, SomeNotAdded } from './desk.ts';
import { keysOf } from './keys.ts';
import { type Plan, planFor } from './planning.ts';
import { busy, mostTries, type Work } from './work.ts';
import { writePlans } from './writing.ts';

export const createAdding =
  (work: Work) =>
  async (articles: readonly Article[]): Promise<readonly Added[]> => {
    const results: AddResult[] = [];
    for (const run of runsOf(articles)) results.push(...(await addRun(work, run)));
    const added = results.filter(isAdded);
    if (added.length === results.length) return added;
    throw results.length === 1 ? results[0] : new SomeNotAdded(results);
  };

const isAdded = (result: AddResult): result is Added => !(result instanceof Error);

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

/** Where there is a fault, each article that it may be of is tried by itself, so that only what is at fault is left out. */
async function addRun(work: Work, articles: readonly Article[]): Promise<readonly AddResult[]> {
  const results = new Map<Article, AddResult>();
  let left = articles;
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt === mostTries) throw new Error(busy);
    for (const [article, result] of await addSome(work, left)) results.set(article, result);
    left = left.filter(article => !results.has(article));
  }
  if (articles.length > 1)
    for (const [article, result] of results)
      if (result instanceof Error) results.set(article, (await addRun(work, [article]))[0]!);
  return articles.map(article => results.get(article)!);
}

/** What became of the articles, without those that were not written because another process has written meanwhile. */
async function addSome(work: Work, articles: readonly Article[]): Promise<ReadonlyMap<Article, AddResult>> {
  const after = await work.placing.catchUp();
  const results = new Map<Article, AddResult>();
  const placed = new Set<string>();
  const settle = (plans: readonly Plan[], fault: Error | null): void => {
    for (const { given, article: _, ...added } of plans) {
      results.set(given, fault ?? added);
      if (fault === null) placed.delete(added.articleId);
    }
  };
  try {
    const plans: Plan[] = [];
    for (const article of articles) {
      const plan = await planFor(work, article);
      plans.push(plan);
      if (plan.outcome === 'added') placed.add(plan.articleId);
    }
    const known = plans.filter(({ outcome }) => outcome === 'known');
    settle(known, null);
    const news = plans.filter(({ outcome }) => outcome !== 'known');
    await writePlans(work, news, after, settle);
  } finally {
    work.placing.takeBack(placed);
  }
  return results;
}
